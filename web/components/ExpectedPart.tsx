import { useTranslation } from 'react-i18next';
import type { Totals } from '../../server/contract/report.ts';
import type { FigureBasis } from '../../server/contract/scalars.ts';
import type { Reason } from '../../server/domain/codes.ts';
import * as format from '../format.ts';
import { Explained } from './explain/Explained.tsx';
import { Sentence } from './Sentence.tsx';
import { Unknown } from './Unknown.tsx';

const MEASURED = { basis: 'actual' } as const;

interface Props {
  parts: readonly { basis: FigureBasis }[];
  actual: Totals;
  reasons: Record<string, Reason>;
}

/** Says what the fully measured months alone came to, where a figure rests on expected ones too. */
export function ExpectedPart({ parts, actual, reasons }: Props) {
  const { t } = useTranslation();
  if (!parts.some((part) => part.basis === 'expected')) return null;
  const measured = (figure: 'gains' | 'costs' | 'net') => {
    const asked = { figure, label: t(`figures.${figure}`), choice: MEASURED };
    const value = actual[figure];
    if (value === null) return <Unknown {...asked} reason={reasons[`actual.${figure}`]} brief />;
    return <Explained {...asked}>{format.money(value)}</Explained>;
  };
  return (
    <p className="quiet">
      <Sentence
        text={(marks) => t('figures.measuredPart', marks)}
        put={{ gains: measured('gains'), costs: measured('costs'), net: measured('net') }}
      />
    </p>
  );
}
