import { dayNumber } from './calendar.ts';

/** Why an owner is written to about a follow-up: it is due within two weeks, due today, or overdue. */
export type ReminderKind = 'soon' | 'due' | 'overdue';

/** The day, `YYYY-MM-DD`, on which the owner was last written to about a follow-up, by why. */
export type Reminded = Partial<Record<ReminderKind, string>>;

/** How many days before it is due an owner is first written to. */
export const DAYS_AHEAD = 14;
const DAYS_BETWEEN = 7;

/**
 * What the owner of a follow-up that is not done is to be reminded of today, or null: once in the two weeks before it
 * is due, once when it is, and after that when seven days have passed since the last.
 */
export function reminderOf(due: string, today: string, reminded: Reminded): ReminderKind | null {
  const left = dayNumber(due) - dayNumber(today);
  if (left > DAYS_AHEAD) return null;
  if (left > 0) return reminded.soon === undefined ? 'soon' : null;
  const last = reminded.overdue ?? reminded.due;
  if (last === undefined) return left === 0 ? 'due' : 'overdue';
  return dayNumber(today) - dayNumber(last) >= DAYS_BETWEEN ? 'overdue' : null;
}
