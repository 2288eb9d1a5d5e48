import type { Zone } from '../time/zone.ts';
import { parseInstant } from './canonical/parse/instant.ts';

const US = /^(\d{1,2})\/(\d{1,2})\/(\d{4}),?\s+(\d{1,2})(:\d\d(?::\d\d(?:\.\d+)?)?)\s*([AP])\.?M\.?$/i;

/**
 * Epoch seconds of a moment as the robot platforms write it, NaN for none: as `parseInstant` reads it, and
 * `2/13/2026 8:00:00 AM`, where AM or PM tells that the month comes first.
 */
export function moment(text: string, notBefore: number, zone: Zone): number {
  const us = US.exec(text);
  if (!us) return parseInstant(text, notBefore, zone);
  const [, month = '', day = '', year = '', hour = '', rest = '', half = ''] = us;
  const clock = Number(hour);
  if (clock < 1 || clock > 12) return Number.NaN;
  const hours = (clock % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
  const iso = `${year}-${twoDigits(month)}-${twoDigits(day)}T${twoDigits(String(hours))}${rest}`;
  return parseInstant(iso, notBefore, zone);
}

function twoDigits(text: string): string {
  return text.padStart(2, '0');
}

const CLOCK = /^(?:(\d+)\.)?(\d+):([0-5]\d):([0-5]\d)(?:[.,]\d+)?$/;

/**
 * Whole seconds of a duration: `83`, `83.4`, `00:01:23` or `1.02:00:00` (a day and two hours); NaN when there is
 * none, or it is negative, or of more than eight digits: that is three years, and ten digits may be a personal number.
 */
export function duration(text: string): number {
  const clock = CLOCK.exec(text);
  if (clock) {
    const [, days = '0', hours, minutes, seconds] = clock;
    return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
  }
  return /^\d{1,8}(?:[.,]\d+)?$/.test(text) ? Math.round(Number(text.replace(',', '.'))) : Number.NaN;
}
