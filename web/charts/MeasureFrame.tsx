import { Button } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../server/contract/measures.ts';
import MeasureFigure from './MeasureFigure.tsx';
import { measureSeries } from './measureSeries.ts';

/** The frame of a measure's figure: its unit, what the marks mean, and downloads. The numbers are in the table beside it. */
export default function MeasureFrame({ measure, live }: { measure: Measure; live: string | null }) {
  const { t } = useTranslation();
  const figure = useRef<HTMLDivElement>(null);
  const series = useMemo(() => measureSeries(measure, live), [measure, live]);
  const unit = series.per === null ? measure.unit : `${measure.unit} ${t(`per.${series.per}`)}`;
  const phases = (['before', 'after', 'saved'] as const).filter((phase) =>
    series.points.some((p) => p.phase === phase),
  );
  const whiskers = series.points.some((p) => p.low !== null || p.high !== null);
  const download = async (kind: 'png' | 'svg') => {
    const svg = figure.current?.querySelector('svg');
    if (!svg) return;
    const { downloadChart } = await import('./download.ts');
    await downloadChart(svg, `${measure.name} (${unit})`, measure.measure, kind);
  };
  return (
    <figure className="measure-figure">
      <p className="measure-legend">
        <span>{unit}</span>
        {phases.map((phase) => (
          <span key={phase} data-phase={phase}>
            {t(`phase.${phase}`)}
          </span>
        ))}
        {series.targets.length > 0 ? <span data-phase="target">{t('measuring.target')}</span> : null}
        {whiskers ? <span data-phase="range">{t('measuring.whiskers')}</span> : null}
      </p>
      <div ref={figure}>
        <MeasureFigure series={series} measure={measure} />
      </div>
      <figcaption className="unseen">{t('measuring.figure', { measure: measure.name })}</figcaption>
      <div className="chart-downloads">
        <Button variant="subtle" size="compact-sm" onClick={() => download('png')}>
          {t('chart.png')}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={() => download('svg')}>
          {t('chart.svg')}
        </Button>
      </div>
    </figure>
  );
}
