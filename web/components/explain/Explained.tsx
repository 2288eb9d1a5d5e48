import { useParams, useSearch } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ExplainedFigure, ProjectChoice } from '../../../server/contract/explanations.ts';
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
  query: PortfolioQuery & ProjectChoice;
}

export interface ExplainedProps {
  figure: ExplainedFigure;
  /** The figure's name, for those who hear the page. */
  label: string;
  /** Of another project than the page's; or of one of its benefits. */
  project?: string | undefined;
  benefit?: string | undefined;
  /** Of other months than the page's. */
  from?: string | undefined;
  until?: string | null | undefined;
  /** Which of the figure's values it is: measured months alone, an end of its range, whose, of which plan or measure. */
  choice?: ProjectChoice | undefined;
}

/** A figure that opens how it was calculated. The months and filters are those of the page. */
export function Explained({ children, ...figure }: ExplainedProps & { children: string }): ReactNode {
  const { t } = useTranslation();
  const { open, dialog } = useExplanation(figure);
  return (
    <>
      <button
        type="button"
        className="explained"
        aria-haspopup="dialog"
        aria-label={t('explain.open', { label: figure.label, value: children })}
        onClick={open}
      >
        {children}
      </button>
      {dialog}
    </>
  );
}

/** What opens how a figure was calculated, and the dialog while it is open. */
export function useExplanation({ figure, project, benefit, from, until, choice }: ExplainedProps) {
  const params = useParams({ strict: false });
  const { municipality, department, field, technology, stage, ...search } = useSearch({ strict: false });
  const [shown, setShown] = useState(false);
  const of = project ?? params.project ?? null;
  const months = { from: from ?? search.from, until: until ?? search.until, ...choice };
  const filters = { municipality, department, field, technology, stage };
  const asked: Asked = {
    project: of,
    benefit: benefit ?? null,
    figure,
    query: of === null ? { ...filters, ...months } : months,
  };
  const dialog = shown
    ? createPortal(
        <Suspense fallback={null}>
          <ExplanationDialog asked={asked} close={() => setShown(false)} />
        </Suspense>,
        document.body,
      )
    : null;
  return { open: () => setShown(true), dialog };
}
