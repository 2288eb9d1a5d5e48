import { useParams, useSearch } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Choice, ExplainedFigure } from '../../../server/contract/explanations.ts';
import type { PortfolioQuery } from '../../../server/contract/portfolio.ts';
import { areasReady } from '../../text/index.ts';

const ExplanationDialog = lazy(async () => {
  await areasReady();
  return { default: (await import('./ExplanationDialog.tsx')).ExplanationDialog };
});

/** A figure that is asked about. `project` null is the portfolio. */
export interface Asked {
  project: string | null;
  benefit: string | null;
  figure: ExplainedFigure;
  query: PortfolioQuery & Choice;
}

interface Props {
  figure: ExplainedFigure;
  /** The figure's name, for those who hear the page. */
  label: string;
  /** What it shows. */
  children: string;
  /** Of another project than the page's; or of one of its benefits. */
  project?: string | undefined;
  benefit?: string | undefined;
  /** Of other months than the page's. */
  from?: string | undefined;
  until?: string | null | undefined;
  /** Which of the figure's values it is: measured months alone, an end of its range, whose. */
  choice?: Choice | undefined;
}

/** A figure that opens how it was calculated. The months and filters are those of the page. */
export function Explained(props: Props): ReactNode {
  const { figure, label, children, project, benefit, from, until, choice } = props;
  const { t } = useTranslation();
  const params = useParams({ strict: false });
  const { municipality, department, field, technology, stage, ...search } = useSearch({ strict: false });
  const [open, setOpen] = useState(false);
  const of = project ?? params.project ?? null;
  const months = { from: from ?? search.from, until: until ?? search.until, ...choice };
  const filters = { municipality, department, field, technology, stage };
  const asked: Asked = {
    project: of,
    benefit: benefit ?? null,
    figure,
    query: of === null ? { ...filters, ...months } : months,
  };
  return (
    <>
      <button
        type="button"
        className="explained"
        aria-haspopup="dialog"
        aria-label={t('explain.open', { label, value: children })}
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      {open
        ? createPortal(
            <Suspense fallback={null}>
              <ExplanationDialog asked={asked} close={() => setOpen(false)} />
            </Suspense>,
            document.body,
          )
        : null}
    </>
  );
}
