import { Button, Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure, SeriesPoint } from '../../../server/contract/measures.ts';
import * as format from '../../format.ts';
import { Compared } from './Compared.tsx';
import { MeasurementForm } from './MeasurementForm.tsx';
import { RemoveMeasurement } from './RemoveMeasurement.tsx';
import { SeriesTable } from './SeriesTable.tsx';
import { TargetAndTrend } from './TargetAndTrend.tsx';
import { valueText } from './words.ts';

const MeasureFrame = lazy(() => import('../../charts/MeasureFrame.tsx'));

export interface Shown {
  measure: Measure;
  /** The project whose page it is shown on. */
  project: string;
  live: string | null;
  today: string;
}

type Asking = { form: SeriesPoint | null } | { removing: SeriesPoint } | null;

/** All of one measure: before and after, target and trend, the series as figure and table, and its editing. */
export function MeasureDetail({ measure, project, live, today }: Shown) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<Asking>(null);
  const own = measure.project === project;
  const close = () => setAsking(null);
  return (
    <div className="measure-detail">
      <Compared measure={measure} />
      <TargetAndTrend measure={measure} today={today} />
      {measure.measurements.length > 0 ? (
        <>
          <Suspense fallback={<Skeleton height={260} />}>
            <MeasureFrame measure={measure} live={live} />
          </Suspense>
          <SeriesTable
            measure={measure}
            edit={own ? (point) => setAsking({ form: point }) : undefined}
            remove={own ? (point) => setAsking({ removing: point }) : undefined}
          />
        </>
      ) : null}
      <p className="measure-actions">
        {own ? (
          <Button variant="default" onClick={() => setAsking({ form: null })}>
            {t('measuring.add')}
          </Button>
        ) : (
          <Link to="/projekt/$project/maalinger" params={{ project: measure.project }} hash={measure.measure}>
            {t('measuring.elsewhere')}
          </Link>
        )}
      </p>
      <p className="quiet small">
        {t(`measuring.kindHint.${measure.kind}`)}
        {measure.how ? ` ${measure.how}` : ''}
      </p>
      {asking && 'form' in asking ? (
        <MeasurementForm measure={measure} point={asking.form} today={today} close={close} />
      ) : null}
      {asking && 'removing' in asking ? (
        <RemoveMeasurement measure={measure} point={asking.removing} close={close} />
      ) : null}
    </div>
  );
}

/** The latest value of a measure in a word or two, for the line that it opens from. */
export function latestText(t: TFunction, { comparison, unit, measurements }: Measure): string {
  if (comparison) {
    const { later, before, after } = comparison;
    const per = measurements.find((m) => m.phase === later.phase && m.from === later.from)?.per ?? null;
    return `${format.decimal(before)} → ${valueText(t, { unit }, { value: after, per })}`;
  }
  const last = measurements.at(-1);
  return last ? `${t(`phase.${last.phase}`)}: ${valueText(t, { unit }, last)}` : t('measuring.notMeasured');
}
