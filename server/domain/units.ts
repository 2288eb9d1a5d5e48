const TIME: [RegExp, number][] = [
  [/^(s$|sek|sec)/, 1 / 3600],
  [/^m(in|$)/, 1 / 60],
  [/^(t|h)(im|our|\b|$)/, 1],
];

/** Its hours depend on how it is counted: a working day has 7.4, a day and night 24. */
const LONGER = /^(arbejds|hver|working )?(dage?|døgn|uger?|mdr|måned(er)?|days?|weeks?|months?)\b/;

const MONEY: [RegExp, number][] = [
  [/^(mia|milliard|billion)/, 1_000_000_000],
  [/^(mio|million|m\.?\s?kr)/, 1_000_000],
  [/^(t\.?\s?kr|tkr|tusind|1[.,\s]?000)/, 1_000],
  [/^(kr|dkk)/, 1],
];

/**
 * Hours in one unit of a measure of time: `minutter pr. sag` → 1/60, `timer` → 1.
 * A unit that names no time is taken as `fallback` says, since the method says what it expects.
 */
export function hoursPerUnit(unit: string, fallback: 'minutes' | 'hours'): number {
  const known = TIME.find(([pattern]) => pattern.test(unit.trim().toLowerCase()));
  return known ? known[1] : fallback === 'minutes' ? 1 / 60 : 1;
}

/** Whether a measure's unit is money. */
export function isMoney(unit: string): boolean {
  return MONEY.some(([pattern]) => pattern.test(unit.trim().toLowerCase()));
}

/** Kroner in one unit of a measure of money: `t.kr.` → 1,000. A unit that names no money counts as kroner. */
export function kronerPerUnit(unit: string): number {
  return MONEY.find(([pattern]) => pattern.test(unit.trim().toLowerCase()))?.[1] ?? 1;
}

const PERCENT = /^(%|(pct|procent|per ?cent)\b)(?!\W*point)/;

/** Whether a measure's unit is per cent: `%`, `% af sagerne`, `procent`, `pct.`; percentage points are a difference of two. */
export function isPercentage(unit: string): boolean {
  return PERCENT.test(unit.trim().toLowerCase());
}

/** Whether a measure's unit is time. */
export function isTime(unit: string): boolean {
  return !isMoney(unit) && TIME.some(([pattern]) => pattern.test(unit.trim().toLowerCase()));
}

/** Whether a measure's unit is a time that has no hours of its own: days, weeks or months. */
export function isLongerTime(unit: string): boolean {
  return LONGER.test(unit.trim().toLowerCase());
}
