import type { TFunction } from 'i18next';
import type { FormulaPart } from '../../../server/contract/explanations.ts';
import * as format from '../../format.ts';

type Unit = Extract<FormulaPart, { term: string }>['unit'];

export interface Amount {
  value: number;
  unit: Unit;
  own: string | null;
}

/** A number of a calculation with its unit, with as many decimals as it takes to calculate on: `481,2 timer` */
export function amountText({ value, unit, own }: Amount, t: TFunction, language: string): string {
  switch (unit) {
    case 'kr':
      return format.exactKroner(value);
    case 'share':
      return format.exactly(perCent(value * 100), '%');
    case 'percent':
      return format.exactly(perCent(value), '%');
    case 'points':
      return t('explanation.unit.points', { value: format.exactly(perCent(value)) });
    case 'month':
      return own === null ? format.count(value) : format.month(own, language);
    case 'factor':
      return format.factor(value);
    case 'number':
      return format.exactly(value);
    case 'own':
      return format.exactly(value, own ?? '');
    default:
      return t(`explanation.unit.${unit}`, { value: format.exactly(value) });
  }
}

/** Four decimals of a per cent are as exact as six of a fraction. */
function perCent(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
