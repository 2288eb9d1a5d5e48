import { Cron } from 'croner';
import { danishDay } from '../clock.ts';
import { dayNumber, dayText } from '../domain/calendar.ts';

/** Times of mail are Danish. */
export const TIMEZONE = 'Europe/Copenhagen';

/**
 * Whether this month's digest was to be sent by now: its time (a cron expression) has come at least once since the month
 * began.
 * @param now epoch seconds
 */
export function isDigestTime(expression: string, now: number): boolean {
  const first = `${danishDay(new Date(now * 1000)).slice(0, 7)}-01`;
  const monthBegan = `${dayText(dayNumber(first) - 1)}T23:59:59`;
  const time = new Cron(expression, { timezone: TIMEZONE, paused: true }).nextRun(monthBegan);
  return time !== null && time.getTime() <= now * 1000;
}
