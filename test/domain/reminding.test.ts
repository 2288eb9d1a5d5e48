import { describe, expect, test } from 'vitest';
import { dayNumber, dayText } from '../../server/domain/calendar.ts';
import { type Reminded, reminderOf } from '../../server/domain/reminding.ts';

/** The days on which an owner is written to about a follow-up due on a day, when mail is sent on those that `isOpen` says. */
function written(due: string, from: string, days: number, isOpen: (day: string) => boolean): string[] {
  const reminded: Reminded = {};
  return Array.from({ length: days }, (_, i) => dayText(dayNumber(from) + i)).flatMap((day) => {
    const kind = isOpen(day) ? reminderOf(due, day, reminded) : null;
    if (kind === null) return [];
    reminded[kind] = day;
    return [`${day} ${kind}`];
  });
}

const always = () => true;
const isWeekday = (day: string) => ![0, 6].includes(new Date(day).getUTCDay());

describe('an owner is reminded', () => {
  test('14 days before, on the day, and every seventh day after it', () => {
    expect(written('2026-03-18', '2026-02-01', 70, always)).toEqual([
      '2026-03-04 soon',
      '2026-03-18 due',
      '2026-03-25 overdue',
      '2026-04-01 overdue',
      '2026-04-08 overdue',
    ]);
  });

  test('on the Monday after, when it is due on a Saturday, and on Mondays from then on', () => {
    expect(written('2026-03-21', '2026-03-01', 45, isWeekday)).toEqual([
      '2026-03-09 soon',
      '2026-03-23 overdue',
      '2026-03-30 overdue',
      '2026-04-06 overdue',
      '2026-04-13 overdue',
    ]);
  });

  test('once for what was missed, when no mail was sent for a month', () => {
    expect(written('2026-03-18', '2026-02-01', 90, (day) => day >= '2026-04-15')).toEqual([
      '2026-04-15 overdue',
      '2026-04-22 overdue',
      '2026-04-29 overdue',
    ]);
  });

  test('not fifteen days before', () => {
    expect(reminderOf('2026-03-16', '2026-03-01', {})).toBeNull();
    expect(reminderOf('2026-03-15', '2026-03-01', {})).toBe('soon');
  });
});
