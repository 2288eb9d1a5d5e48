import type { TFunction } from 'i18next';
import { improvedRole } from '../../server/domain/card.ts';
import type { Method, Phase, Role } from '../../server/domain/codes.ts';
import { hoursPerUnit, kronerPerUnit } from '../../server/domain/units.ts';
import * as format from '../format.ts';

interface Row {
  role: Role | null;
  phase: Phase;
  unit: string;
}

/**
 * A method's formula in words, as it is for what was measured: in the measure's own unit of time or money, and by what was
 * saved where that was measured directly. `rows` are the benefit's measurements.
 */
export function methodWords(t: TFunction, method: Method, rows: readonly Row[]): string {
  const own = rows.filter((row) => row.role === improvedRole(method));
  const way = wayOf(own);
  const unit = own[0]?.unit ?? '';
  if (method === 'fte' && way !== 'change') return t(`explanation.method.fte.${way}`);
  if (method === 'amount') {
    const per = kronerPerUnit(unit);
    if (per === 1 && way === 'change') return t('formula.amount');
    const times = per === 1 ? '' : ` × ${format.count(per)}`;
    return t(`explanation.method.amount.${way}`, { times });
  }
  if (method !== 'per_item' && method !== 'hours') return t(`formula.${method}`);
  const per = hoursPerUnit(unit, method === 'per_item' ? 'minutes' : 'hours');
  const time = TIMES.find((known) => known.per === per);
  if (!time || (way === 'change' && time.usual === method)) return t(`formula.${method}`);
  const saved = t(`explanation.method.time.${way}`, { time: t(`explanation.method.${time.name}`) });
  const divided = per === 1 ? '' : ` ÷ ${format.count(1 / per)}`;
  return t(`explanation.method.${method === 'hours' ? 'hoursOf' : method}`, { saved, divided });
}

/** Units of time by their hours, and the method whose own words are in that unit. */
const TIMES = [
  { per: 1, name: 'hours', usual: 'hours' },
  { per: 1 / 60, name: 'minutes', usual: 'per_item' },
  { per: 1 / 3600, name: 'seconds', usual: null },
] as const;

function wayOf(rows: readonly Row[]): 'change' | 'saved' | 'either' {
  const saved = rows.some((row) => row.phase === 'saved');
  if (!saved) return 'change';
  return rows.some((row) => row.phase === 'after') ? 'either' : 'saved';
}
