import { useTranslation } from 'react-i18next';
import type { ExplainedFigure } from '../../../server/contract/explanations.ts';
import * as format from '../../format.ts';
import { Sentence } from '../Sentence.tsx';
import { Explained } from './Explained.tsx';

interface Props {
  figure: ExplainedFigure;
  label: string;
  benefit?: string | undefined;
  low: number;
  high: number;
}

/** What an amount is between, each end with how it was calculated. */
export function ExplainedRange({ figure, label, benefit, low, high }: Props) {
  const { t } = useTranslation();
  const end = (range: 'low' | 'high', value: number) => (
    <Explained
      figure={figure}
      label={`${label}, ${t(`explain.${range}`)}`}
      benefit={benefit}
      choice={{ range }}
    >
      {format.money(value)}
    </Explained>
  );
  return (
    <Sentence
      text={(marks) => t('figures.range', marks)}
      put={{ low: end('low', low), high: end('high', high) }}
    />
  );
}
