import { Button, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../server/contract/measures.ts';
import { READINGS } from '../../../server/domain/timeStudy.ts';
import * as format from '../../format.ts';
import { type Draft, studyOf } from './draft.ts';

interface Props {
  measure: Measure;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  problem: string | undefined;
  /** Which of them are no readings, by their place. */
  wrong: readonly number[];
}

/** A time study: the stopwatch's readings, and their mean and range as they are entered. */
export function Readings({ measure, draft, change, problem, wrong }: Props) {
  const { t } = useTranslation();
  const said = useId();
  const study = studyOf(draft, measure);
  const set = (place: number, text: string) =>
    change({ readings: draft.readings.map((before, i) => (i === place ? text : before)) });
  return (
    <>
      <p className="quiet small">{t('measuring.readingsHint', READINGS)}</p>
      <div className="readings">
        {draft.readings.map((text, i) => (
          <TextInput
            // A reading is told from the next by its place alone.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={i}
            label={t('measuring.reading', { number: i + 1 })}
            placeholder="4:30"
            autoComplete="off"
            value={text}
            error={wrong.includes(i) || (problem !== undefined && wrong.length === 0 && text.trim() === '')}
            aria-describedby={problem ? said : undefined}
            onChange={(event) => set(i, event.currentTarget.value)}
          />
        ))}
        {draft.readings.length < READINGS.max ? (
          <Button variant="subtle" onClick={() => change({ readings: [...draft.readings, ''] })}>
            {t('measuring.moreReadings')}
          </Button>
        ) : null}
      </div>
      {problem ? (
        <p id={said} className="caution">
          {problem}
        </p>
      ) : null}
      <output className="worked-out">
        {study
          ? t('measuring.studyIs', {
              mean: format.measured(study.mean, measure.unit),
              low: format.decimal(study.low),
              high: format.decimal(study.high),
              n: study.n,
            })
          : null}
      </output>
    </>
  );
}
