import { useTranslation } from 'react-i18next';
import type { Benefit } from '../../server/contract/benefits.ts';
import { isPercentage } from '../../server/domain/units.ts';
import * as format from '../format.ts';
import { comparisonOf } from './comparisonOf.ts';
import { Explained } from './explain/Explained.tsx';
import { Sentence } from './Sentence.tsx';
import { unitPer } from './unitPer.ts';

/** A benefit's measure before and after as bars from zero, with how many were measured, its target, and any doubt. */
export function BeforeAfter({ benefit: b }: { benefit: Benefit }) {
  const { t, i18n } = useTranslation();
  if (b.before === null && b.after === null) return null;
  const compared = comparisonOf(b);
  const rows = [
    { name: t('phase.before'), value: b.before, kind: 'before' as const, n: compared?.n[0] ?? null },
    { name: t('phase.after'), value: b.after, kind: 'after' as const, n: compared?.n[1] ?? null },
  ];
  const values = [b.before, b.after, b.target].map((v) => Math.abs(v ?? 0));
  // Shares are drawn on the whole of 100 per cent, so that 94 does not look like all.
  const largest = Math.max(...values, isPercentage(b.unit ?? '') ? 100 : 1e-9);
  const width = (value: number) => `${(Math.abs(value) / largest) * 100}%`;
  const label = (figure: 'before' | 'after' | 'changePercent' | 'difference' | 'target') =>
    `${t(`explain.${figure}`)}, ${b.name}`;
  const points = isPercentage(b.unit ?? '') ? (
    <>
      {' ('}
      <Explained figure="difference" label={label('difference')} benefit={b.benefit}>
        {`${format.signed(b.difference ?? 0)} ${t('benefits.points')}`}
      </Explained>
      )
    </>
  ) : null;
  return (
    <div className="before-after">
      <p>
        {b.measureName}
        {b.changePercent === null ? null : (
          <b>
            {' '}
            <Explained figure="changePercent" label={label('changePercent')} benefit={b.benefit}>
              {format.signedPercent(b.changePercent)}
            </Explained>
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
                <Explained figure={row.kind} label={label(row.kind)} benefit={b.benefit}>
                  {row.value === null
                    ? t(row.kind === 'before' ? 'benefits.noBefore' : 'benefits.noAfter')
                    : format.measured(row.value, unitPer(b, t))}
                </Explained>
                {row.value === null || row.n === null ? null : (
                  <small>
                    {' '}
                    <Explained figure={row.kind} label={label(row.kind)} benefit={b.benefit}>
                      {`n = ${format.count(row.n)}`}
                    </Explained>
                  </small>
                )}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {compared?.verdict === 'unclear' ? (
        <p className="doubt">{t(`measuring.short.${compared.doubt ?? 'interval'}`)}</p>
      ) : null}
      {b.target !== null && b.targetDue !== null ? (
        <p
          className="target"
          data-met={b.targetMet || !b.targetAhead ? (b.targetMet ?? undefined) : undefined}
        >
          <Sentence
            text={(marks) =>
              t(`benefits.${targetWord(b)}`, {
                due: format.day(b.targetDue ?? '', i18n.language),
                ...marks,
              })
            }
            put={{
              target: (
                <Explained figure="target" label={label('target')} benefit={b.benefit}>
                  {format.measured(b.target, unitPer(b, t))}
                </Explained>
              ),
            }}
          />
        </p>
      ) : null}
    </div>
  );
}

/** What is said of its target: a difference that was measured directly is neither there nor short of it. */
function targetWord({ targetMet, reasons }: Benefit) {
  if (reasons.targetMet === 'measured-directly') return 'targetDirect';
  return targetMet ? 'targetMet' : 'targetNotMet';
}
