import { kindOf } from './card.ts';
import type { Role } from './codes.ts';
import { isLongerTime, isMoney, isTime } from './units.ts';

const OF_TIME: ReadonlySet<Role> = new Set(['minutes', 'hours', 'fte']);
const IN_HOURS: ReadonlySet<Role> = new Set(['minutes', 'hours']);

/**
 * Whether a measure can be an input of a method, so that it can be reckoned with: items, hours and amounts are flows, time is
 * not in kroner, minutes and hours are not in days, and an amount is not in time.
 */
export function fitsAs(role: Role, { kind, unit }: { kind: 'flow' | 'level'; unit: string }): boolean {
  if (kindOf(role) === 'flow' && kind === 'level') return false;
  if (OF_TIME.has(role) && isMoney(unit)) return false;
  if (IN_HOURS.has(role) && isLongerTime(unit)) return false;
  return role !== 'amount' || !(isTime(unit) || isLongerTime(unit));
}
