import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MonthFigures } from '../../server/contract/report.ts';
import * as format from '../format.ts';
import { CumulativeTable } from './CumulativeTable.tsx';
import { type By, cumulativeSeries, type Series } from './series.ts';

const CumulativeFigure = lazy(() => import('./CumulativeFigure.tsx'));

interface Props {
  title: string;
  /** What files of it are called. */
  name: string;
  months: readonly MonthFigures[];
  until: string | null;
  live: string | null;
  /** Whether any costs are registered: without them the curve is of the gains alone. */
  costed: boolean;
  /** Whether gains in kroner are known until then. */
  gained: boolean;
  /** The month that the sums are counted from, where there are months before it. */
  since?: string | null;
}

/** The frame of the cumulative figure: months or years, figure or table, and downloads. */
export function CumulativeFrame({ title, name, months, until, live, costed, gained, since = null }: Props) {
  const { t, i18n } = useTranslation();
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const figure = useRef<HTMLDivElement>(null);
  const heading = useId();
  const by: By = search.by ?? 'month';
  const asTable = search.view === 'table';
  const series = useMemo(
    () => cumulativeSeries(months, by, until, live, { costed, isWhole: since === null, gainsKnown: gained }),
    [months, by, until, live, costed, since, gained],
  );
  const unit = format.moneyUnit(Math.max(-series.min, series.max));
  const shownIn = asTable ? 'kr.' : unit.label;
  const change = (part: { by?: By | undefined; view?: 'table' | undefined }) =>
    navigate({ to: '.', search: (before) => ({ ...before, ...part }), resetScroll: false, replace: true });
  const download = async (kind: 'png' | 'svg') => {
    const svg = figure.current?.querySelector('svg');
    if (svg) await (await import('./download.ts')).downloadChart(svg, `${title} (${unit.label})`, name, kind);
  };
  if (months.length === 0) {
    return (
      <section className="chart" aria-labelledby={heading}>
        <h2 id={heading}>{title}</h2>
        <p className="quiet">{t('chart.empty')}</p>
      </section>
    );
  }
  return (
    <section className="chart" aria-labelledby={heading}>
      <div className="section-head">
        <div>
          <h2 id={heading}>{title}</h2>
          <p className="quiet">
            {since === null
              ? t('chart.unit', { unit: shownIn })
              : t('chart.unitSince', { unit: shownIn, month: format.month(since, i18n.language) })}
          </p>
          {costed ? null : <p className="caution">{t('chart.uncosted')}</p>}
          {costed && !series.gained ? <p className="caution">{t('chart.unmeasured')}</p> : null}
        </div>
        <div className="chart-choices">
          <SegmentedControl
            size="xs"
            aria-label={t('chart.by')}
            value={by}
            onChange={(value) => change({ by: value === 'year' ? 'year' : undefined })}
            data={[
              { value: 'month', label: t('chart.months') },
              { value: 'year', label: t('chart.years') },
            ]}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('chart.view')}
            value={asTable ? 'table' : 'figure'}
            onChange={(value) => change({ view: value === 'table' ? 'table' : undefined })}
            data={[
              { value: 'figure', label: t('chart.figure') },
              { value: 'table', label: t('chart.table') },
            ]}
          />
        </div>
      </div>
      {asTable ? (
        <CumulativeTable series={series} caption={title} />
      ) : (
        <figure aria-labelledby={heading}>
          <div ref={figure} className="chart-canvas">
            <Suspense fallback={<Skeleton height="100%" />}>
              <CumulativeFigure series={series} unit={unit} />
            </Suspense>
          </div>
          <figcaption className="unseen">
            <Summary series={series} />
          </figcaption>
        </figure>
      )}
      <div className="chart-downloads">
        {asTable ? null : (
          <>
            <Button variant="subtle" size="compact-sm" onClick={() => download('png')}>
              {t('chart.png')}
            </Button>
            <Button variant="subtle" size="compact-sm" onClick={() => download('svg')}>
              {t('chart.svg')}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

/** The figure in a sentence, for those who do not see it. */
function Summary({ series }: { series: Series }) {
  const { t, i18n } = useTranslation();
  const last = series.points.at(-1);
  if (!last) return null;
  const period = (text: string) => (text.length > 4 ? format.month(text, i18n.language) : text);
  const even = series.breakEven === null ? undefined : series.points[series.breakEven];
  const known = (value: number, isKnown: boolean) => (isKnown ? format.money(value) : t('unknown'));
  const sums = t('chart.summary', {
    period: period(last.period),
    costs: known(last.costs, series.costed),
    gains: known(last.gains, series.gained),
    net: known(last.net, series.costed && series.gained),
  });
  return even ? `${sums} ${t('chart.summaryEven', { period: period(even.period) })}` : sums;
}
