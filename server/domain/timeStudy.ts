/** The fewest and the most readings that a time study takes. */
export const READINGS = { min: 3, max: 30 } as const;

export interface TimeStudy {
  /** In minutes, as the readings are. */
  mean: number;
  low: number;
  high: number;
  n: number;
}

/**
 * A reading of a stopwatch in minutes: `mm:ss` (`4:30` is 4.5, `75:00` is 75), `t:mm:ss`, or minutes with a Danish
 * decimal comma (`4,5`).
 * @returns null for what is no reading: seconds over 59, nothing, or no time at all
 */
export function reading(text: string): number | null {
  const tidy = text.trim();
  const clock = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/.exec(tidy);
  if (clock) {
    const [, hours, minutes, seconds] = clock;
    if (hours !== undefined && Number(minutes) > 59) return null;
    return positive(Number(hours ?? 0) * 60 + Number(minutes) + Number(seconds) / 60);
  }
  return /^\d{1,4}(,\d{1,4})?$/.test(tidy) ? positive(Number(tidy.replace(',', '.'))) : null;
}

function positive(minutes: number): number | null {
  return minutes > 0 ? minutes : null;
}

/** The mean of some readings, the shortest and the longest of them, and how many they are: 4, 5 and 9 are 6 (4–9, n 3). */
export function timeStudy(minutes: readonly number[]): TimeStudy {
  const sum = minutes.reduce((total, one) => total + one, 0);
  return {
    mean: sum / minutes.length,
    low: Math.min(...minutes),
    high: Math.max(...minutes),
    n: minutes.length,
  };
}
