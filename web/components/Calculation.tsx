import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Benefit } from '../../server/contract/benefits.ts';
import * as format from '../format.ts';
import { type Asked, Explained } from './explain/Explained.tsx';
import { ExplanationDialog } from './explain/ExplanationDialog.tsx';
import { ExplanationOf } from './explain/ExplanationOf.tsx';
import { methodWords } from './methodWords.ts';
import { unitPer } from './unitPer.ts';

/** How a benefit was calculated: the formula with the numbers put in, and every row that it rests on. */
export function Calculation({ benefit: b }: { benefit: Benefit }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const points = t('calculation.points', { count: b.dataPoints, n: format.count(b.dataPoints) });
  return (
    <>
      <p className="print-only">
        {methodWords(t, b.method, b.inputs)} {points}.
      </p>
      <details className="calculation" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {t('calculation.title')} <span>{points}</span>
        </summary>
        {open ? <Opened benefit={b} /> : null}
      </details>
    </>
  );
}

function Opened({ benefit: b }: { benefit: Benefit }) {
  const { project } = useParams({ from: '/projekt/$project' });
  const { until } = useSearch({ from: '/projekt/$project' });
  const [followed, setFollowed] = useState<Asked | null>(null);
  const figure =
    b.method !== 'indicator' ? 'gains' : b.changePercent === null ? 'difference' : 'changePercent';
  return (
    <div className="explanation">
      <Judged benefit={b} />
      <ExplanationOf
        asked={{ project, benefit: b.benefit, figure, query: { until } }}
        follow={(refers, month) => setFollowed({ ...refers, query: { until: month ?? undefined } })}
      />
      {followed
        ? createPortal(<ExplanationDialog asked={followed} close={() => setFollowed(null)} />, document.body)
        : null}
    </div>
  );
}

/** The measure that a benefit is judged by: each of its figures opens how it came about. */
function Judged({ benefit: b }: { benefit: Benefit }) {
  const { t } = useTranslation();
  const own = (value: number | null) => (value === null ? null : format.measured(value, unitPer(b, t)));
  const shown = {
    before: own(b.before),
    after: own(b.after),
    difference: own(b.difference),
    changePercent: b.changePercent === null ? null : format.signedPercent(b.changePercent),
    target: own(b.target),
  };
  const known = (['before', 'after', 'difference', 'changePercent', 'target'] as const).filter(
    (figure) => shown[figure] !== null,
  );
  if (known.length === 0) return null;
  return (
    <dl className="judged">
      {known.map((figure) => (
        <div key={figure}>
          <dt>{t(`explanation.figure.${figure}`)}</dt>
          <dd>
            <Explained
              figure={figure}
              label={`${t(`explanation.figure.${figure}`)}, ${b.name}`}
              benefit={b.benefit}
            >
              {shown[figure] ?? ''}
            </Explained>
          </dd>
        </div>
      ))}
    </dl>
  );
}
