import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, dayText } from '../../server/domain/calendar.ts';
import { type FollowupDraft, followupProblems } from '../../server/domain/followupRules.ts';
import { ownerKey, ownerOf } from '../../server/domain/owners.ts';
import {
  isDay,
  monthsAfter,
  reportDue,
  SCHEDULE_MONTHS,
  scheduleDue,
  USUAL_MONTHS,
} from '../../server/domain/schedule.ts';

const DAY = fc.integer({ min: dayNumber('1970-01-01'), max: dayNumber('2095-12-31') }).map(dayText);

describe('so many months after a day', () => {
  test.each([
    ['2023-08-31', 6, '2024-02-29'],
    ['2022-08-31', 6, '2023-02-28'],
    ['2024-01-31', 3, '2024-04-30'],
    ['2024-01-15', 12, '2025-01-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-11-30', 3, '2025-02-28'],
    ['2024-12-01', 1, '2025-01-01'],
  ])('%s + %i is %s', (day, months, expected) => expect(monthsAfter(day, months)).toBe(expected));

  test('a realisation report is due a year after go-live', () => {
    expect(reportDue('2024-03-01')).toBe('2025-03-01');
  });

  test('it is in that month, on the same day or the month’s last', () => {
    fc.assert(
      fc.property(DAY, fc.integer({ min: 1, max: 60 }), (day, months) => {
        const after = monthsAfter(day, months);
        const moved = Number(after.slice(0, 4)) * 12 + Number(after.slice(5, 7));
        expect(moved - Number(day.slice(0, 4)) * 12 - Number(day.slice(5, 7))).toBe(months);
        const isLast = dayText(dayNumber(after) + 1).endsWith('-01');
        expect(after.slice(8) === day.slice(8) || (isLast && after.slice(8) < day.slice(8))).toBe(true);
      }),
    );
  });
});

describe('the schedule', () => {
  test('is three, six and twelve months after go-live', () => {
    expect(scheduleDue('2024-01-31', USUAL_MONTHS, [])).toEqual(['2024-04-30', '2024-07-31', '2025-01-31']);
  });

  test('leaves out what is there, and what was moved a fortnight at most', () => {
    expect(scheduleDue('2024-01-01', [3, 6, 12], ['2024-04-01', '2024-07-15'])).toEqual(['2025-01-01']);
    expect(scheduleDue('2024-01-01', [6], ['2024-07-16'])).toEqual(['2024-07-01']);
  });

  test('is days of the calendar that rise and come once, and made again adds nothing', () => {
    const months = fc.array(fc.constantFrom(...SCHEDULE_MONTHS), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(DAY, months, (live, chosen) => {
        const due = scheduleDue(live, chosen, []);
        expect(due).toEqual([...new Set(due)].sort());
        expect(due.length).toBe(new Set(chosen).size);
        expect(due.every((day) => isDay(day) && day > live)).toBe(true);
        expect(scheduleDue(live, chosen, due)).toEqual([]);
      }),
    );
  });
});

test('a day is one of the calendar', () => {
  for (const day of ['2024-02-29', '1970-01-01', '2100-12-31']) expect(isDay(day)).toBe(true);
  for (const day of ['2023-02-29', '2024-13-01', '2024-00-10', '1969-12-31', '2101-01-01', '', '2024-1-1']) {
    expect(isDay(day)).toBe(false);
  }
});

describe('a follow-up can be saved', () => {
  const draft: FollowupDraft = {
    due: '2024-06-01',
    done: '2024-06-03',
    status: 'realised',
    note: 'Som ventet',
    value: 4,
    deviation: null,
  };
  test.each<[string, Partial<FollowupDraft>, object]>([
    ['when it says how it went', {}, {}],
    ['when it is not done yet', { done: null, status: null, value: null, note: null }, {}],
    ['not with a day to come', { done: '2024-06-16' }, { done: 'future' }],
    ['today', { done: '2024-06-15' }, {}],
    ['not on a day that is none', { done: '2024-02-30' }, { done: 'no-day' }],
    ['not without a status', { status: null }, { status: 'no-status' }],
    ['not without a sentence', { note: '  ' }, { note: 'no-sentence' }],
    ['without a value, which may be unknown', { value: null }, {}],
    ['behind only with an explanation', { status: 'behind' }, { deviation: 'no-explanation' }],
    ['partly only with an explanation', { status: 'partly', deviation: 'Udrulningen trak ud' }, {}],
    ['not realised only with an explanation', { status: 'not_realised' }, { deviation: 'no-explanation' }],
    ['not with a status that nobody found', { done: null, value: null }, { status: 'not-done' }],
    ['not without the day on which it is due', { due: '' }, { due: 'required' }],
    ['not with a value beyond reason', { value: 1e16 }, { value: 'out-of-range' }],
    ['not with a novel', { note: 'x'.repeat(2001) }, { note: 'too-long' }],
  ])('%s', (_rule, change, problems) => {
    expect(followupProblems({ ...draft, ...change }, '2024-06-15')).toEqual(problems);
  });
});

test('an owner is one, however the name is spaced and capitalised; without a name the address', () => {
  expect(ownerKey('Anne  Holm')).toBe(ownerKey(' anne holm '));
  expect(ownerKey('Åse')).toBe(ownerKey('A\u030ase'));
  expect(ownerKey('Anne Holm')).not.toBe(ownerKey('Anna Holm'));
  expect(ownerOf({ owner: ' ', owner_email: 'a@b.dk' })).toBe('a@b.dk');
  expect(ownerOf({ owner: null, owner_email: null })).toBeNull();
});
