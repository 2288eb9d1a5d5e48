import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../server/contract/measures.ts';
import { wilson } from '../../../server/domain/intervals.ts';
import { percentOf } from '../../../server/domain/measurementRules.ts';
import * as format from '../../format.ts';
import { NumberField } from '../edit/fields.tsx';
import { countedOf, type Draft, waysOf } from './draft.ts';
import { Readings } from './Readings.tsx';

interface Props {
  measure: Measure;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  problem: (field: keyof Draft) => string | undefined;
  wrongReadings: readonly number[];
}

/** The fields of a measurement's value, in the way that it is entered: as it is, so many of so many, or by stopwatch. */
export function ValueFields({ measure, draft, change, problem, wrongReadings }: Props) {
  const { t } = useTranslation();
  const ways = waysOf(measure);
  return (
    <fieldset>
      <legend>{t('measuring.value')}</legend>
      {ways.length > 1 ? (
        <SegmentedControl
          aria-label={t('measuring.way')}
          value={draft.way}
          onChange={(way) => change({ way: way as Draft['way'] })}
          data={ways.map((value) => ({ value, label: t(`measuring.wayOf.${value}`) }))}
        />
      ) : null}
      {draft.way === 'counted' ? <CountedFields draft={draft} change={change} problem={problem} /> : null}
      {draft.way === 'readings' ? (
        <Readings
          measure={measure}
          draft={draft}
          change={change}
          problem={problem('readings')}
          wrong={wrongReadings}
        />
      ) : null}
      {draft.way === 'value' ? (
        <>
          <div className="form-row">
            <NumberField
              label={t('measuring.value')}
              unit={measure.unit}
              value={draft.value}
              onChange={(value) => change({ value })}
              error={problem('value')}
              required
            />
            <NumberField
              label={t('measuring.n')}
              value={draft.n}
              onChange={(n) => change({ n })}
              error={problem('n')}
            />
          </div>
          <div className="form-row">
            <NumberField
              label={t('measuring.low')}
              unit={measure.unit}
              value={draft.low}
              onChange={(low) => change({ low })}
              error={problem('low')}
            />
            <NumberField
              label={t('measuring.high')}
              unit={measure.unit}
              value={draft.high}
              onChange={(high) => change({ high })}
              error={problem('high')}
            />
          </div>
          <p className="quiet small">{t('measuring.valueHint')}</p>
        </>
      ) : null}
    </fieldset>
  );
}

function CountedFields({ draft, change, problem }: Pick<Props, 'draft' | 'change' | 'problem'>) {
  const { t } = useTranslation();
  const share = countedOf(draft);
  return (
    <>
      <div className="form-row">
        <NumberField
          label={t('measuring.counted')}
          value={draft.counted}
          onChange={(counted) => change({ counted })}
          error={problem('counted')}
          required
        />
        <NumberField
          label={t('measuring.ofAll')}
          value={draft.n}
          onChange={(n) => change({ n })}
          error={problem('n')}
          required
        />
      </div>
      <p className="quiet small">{t('measuring.shareHint')}</p>
      <output className="worked-out">
        {share
          ? t('measuring.shareIs', {
              share: `${format.decimal(percentOf(share.counted, share.n))} %`,
              low: format.oneDecimal(wilson(share).low * 100),
              high: format.oneDecimal(wilson(share).high * 100),
            })
          : null}
      </output>
    </>
  );
}
