import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure, SeriesPoint } from '../../../server/contract/measures.ts';
import type { MeasureFigure } from '../../../server/domain/explain/figures.ts';
import * as format from '../../format.ts';
import { Explained } from '../explain/Explained.tsx';
import { Sentence } from '../Sentence.tsx';
import { manyText, periodText, rangeText } from './words.ts';

interface Props {
  measure: Measure;
  point: SeriesPoint;
}

/** How certain one measurement is: how many were measured, and the interval or the range, each of which opens. */
export function Certainty({ measure, point }: Props) {
  const { t } = useTranslation();
  const { interval } = point;
  const many = manyText(t, measure, point);
  const range = rangeText(t, measure, point);
  const end = (figure: 'intervalLow' | 'intervalHigh', value: number) => (
    <OfMeasurement measure={measure} point={point} figure={figure}>
      {format.oneDecimal(value)}
    </OfMeasurement>
  );
  const parts = [
    many === '' ? null : point.n === null ? (
      <Fragment key="many">{many}</Fragment>
    ) : (
      <OfMeasurement key="many" measure={measure} point={point}>
        {many}
      </OfMeasurement>
    ),
    interval ? (
      <Sentence
        key="interval"
        text={(marks) => t('measuring.interval', marks)}
        put={{ low: end('intervalLow', interval.low), high: end('intervalHigh', interval.high) }}
      />
    ) : range === '' ? null : (
      <OfMeasurement key="range" measure={measure} point={point}>
        {range}
      </OfMeasurement>
    ),
  ].filter((part) => part !== null);
  return parts.map((part, i) => (
    <Fragment key={part.key}>
      {i > 0 ? ' · ' : null}
      {part}
    </Fragment>
  ));
}

/** A number of one measurement, which opens the row that it is, or how its interval was calculated. */
export function OfMeasurement({
  measure,
  point,
  figure = 'measured',
  children,
}: Props & { figure?: MeasureFigure; children: string }) {
  const { t, i18n } = useTranslation();
  return (
    <Explained
      figure={figure}
      label={`${measure.name}, ${t(`phase.${point.phase}`)}, ${periodText(t, point, i18n.language)}`}
      choice={{ measure: measure.measure, phase: point.phase, day: point.from }}
    >
      {children}
    </Explained>
  );
}
