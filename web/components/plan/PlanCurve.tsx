import { Skeleton } from '@mantine/core';
import { lazy, Suspense, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan, PlanVersion } from '../../../server/contract/plan.ts';
import { planSeries } from '../../charts/planSeries.ts';
import * as format from '../../format.ts';
import { Explained } from '../explain/Explained.tsx';
import { planEven } from './planEven.ts';

const PlanFigure = lazy(() => import('../../charts/PlanFigure.tsx'));

/** Planned and actual net, added up month by month. */
export function PlanCurve({ plan, version }: { plan: Plan; version: PlanVersion }) {
  const { t, i18n } = useTranslation();
  const heading = useId();
  const series = useMemo(() => planSeries(plan.actual, version), [plan.actual, version]);
  const unit = format.moneyUnit(Math.max(-series.min, series.max));
  const lines = [
    { key: 'actual', name: t('plan.actual'), line: plan.actual },
    { key: 'planned', name: t('plan.planned', { version: version.version }), line: version },
  ] as const;
  return (
    <section className="chart plan-curve" aria-labelledby={heading}>
      <h2 id={heading}>{t('plan.curve')}</h2>
      <p className="quiet">{t('chart.unit', { unit: unit.label })}</p>
      <figure aria-labelledby={heading}>
        <div className="chart-canvas">
          <Suspense fallback={<Skeleton height="100%" />}>
            <PlanFigure series={series} unit={unit} version={version.version} />
          </Suspense>
        </div>
        <figcaption>
          <ul className="plan-evens">
            {lines.map(({ key, name, line }) => (
              <li key={name}>
                <span className="unseen">
                  {line.months.length > 0
                    ? t('plan.curveSummary', {
                        name,
                        net: format.kroner(line.months.at(-1)?.cumulativeNet ?? 0),
                        month: format.month(line.months.at(-1)?.month ?? '', i18n.language),
                      })
                    : null}
                </span>
                <Explained {...planEven(key, name, version.version, line.months.at(-1)?.month)}>
                  {line.breakEven
                    ? t('plan.even', { name, month: format.month(line.breakEven, i18n.language) })
                    : t(`plan.noEven.${line.noBreakEven as 'not-reached'}`, { name })}
                </Explained>
              </li>
            ))}
          </ul>
        </figcaption>
      </figure>
      {plan.actual.unmeasured > 0 ? (
        <p className="caution">{t('plan.curveGaps', { count: plan.actual.unmeasured })}</p>
      ) : null}
    </section>
  );
}
