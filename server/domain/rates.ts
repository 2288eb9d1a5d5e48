import { dayNumber } from './calendar.ts';

/** What an hour costs and how many hours a full-time year has, from `validFrom` until the next of its name. */
export interface Rate {
  rate: string;
  validFrom: string;
  hourlyOere: number;
  hoursPerFte: number;
}

/**
 * The rates that a benefit is valued at: those of its name, or, where it names none, those of the only name
 * there is. Oldest first.
 */
export function ratesFor<T extends Rate>(rates: readonly T[], name: string | null): T[] {
  const only = name ?? onlyName(rates);
  return rates.filter((r) => r.rate === only).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
}

function onlyName(rates: readonly Rate[]): string | null {
  const names = new Set(rates.map((r) => r.rate));
  const [first] = names;
  return names.size === 1 && first !== undefined ? first : null;
}

/** Tells the rate in force on a day, of rates sorted oldest first. */
export function ratesByDay(rates: readonly Rate[]): (day: number) => Rate | undefined {
  const newestFirst = rates.map((rate) => ({ rate, start: dayNumber(rate.validFrom) })).reverse();
  return (day) => {
    for (const { rate, start } of newestFirst) if (start <= day) return rate;
    return undefined;
  };
}
