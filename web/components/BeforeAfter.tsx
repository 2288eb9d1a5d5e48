import { useTranslation } from 'react-i18next';
import type { Benefit } from '../../server/contract/benefits.ts';
import * as format from '../format.ts';

/** A benefit's measure before and after as bars from zero, with its target marked. */
export function BeforeAfter({ benefit: b }: { benefit: Benefit }) {
  const { t, i18n } = useTranslation();
  if (b.before === null && b.after === null) return null;
  const rows = [
    { name: t('phase.before'), value: b.before, kind: 'before' },
    { name: t('phase.after'), value: b.after, kind: 'after' },
  ];
  const values = [b.before, b.after, b.target].map((v) => Math.abs(v ?? 0));
  // Shares are drawn on the whole of 100 per cent, so that 94 does not look like all.
  const largest = Math.max(...values, b.unit?.startsWith('%') ? 100 : 1e-9);
  const width = (value: number) => `${(Math.abs(value) / largest) * 100}%`;
  const points = b.unit?.startsWith('%')
    ? ` (${format.signed(b.difference ?? 0)} ${t('benefits.points')})`
    : '';
  return (
    <div className="before-after">
      <p>
        {b.measureName}
        {b.changePercent === null ? null : (
          <b>
            {' '}
            {format.signedPercent(b.changePercent)}
            {points}
          </b>
        )}
      </p>
      <dl>
        {rows.map((row) => (
          <div key={row.kind} data-kind={row.kind}>
            <dt>{row.name}</dt>
            <dd>
              <span className="track" aria-hidden="true">
                {row.value === null ? null : <i style={{ width: width(row.value) }} />}
                {b.target === null ? null : <em style={{ left: width(b.target) }} />}
              </span>
              <span>
                {row.value === null
                  ? t(row.kind === 'before' ? 'benefits.noBefore' : 'benefits.noAfter')
                  : format.measured(row.value, b.unit)}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {b.target !== null && b.targetDue !== null ? (
        <p className="target" data-met={b.targetMet ?? undefined}>
          {t(b.targetMet ? 'benefits.targetMet' : 'benefits.targetNotMet', {
            target: format.measured(b.target, b.unit),
            due: format.day(b.targetDue, i18n.language),
          })}
        </p>
      ) : null}
    </div>
  );
}
