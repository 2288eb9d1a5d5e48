import { expect, test } from 'vitest';
import {
  dayNumber,
  daysIn,
  dayText,
  firstDay,
  monthNumber,
  monthOfDay,
  monthText,
} from '../../server/domain/calendar.ts';

const MS_A_DAY = 86_400_000;
const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

test('every month from 1890 to 2110 begins on its day, leap years and the centuries without one included', () => {
  const wrong = range(1890 * 12, 2110 * 12).filter((month) => {
    const begins = Date.UTC(Math.floor(month / 12), month % 12, 1) / MS_A_DAY;
    const months = [monthOfDay(begins - 1), monthOfDay(begins)];
    return firstDay(month) !== begins || months[0] !== month - 1 || months[1] !== month;
  });
  expect(wrong.map(monthText)).toEqual([]);
});

test('every day from 1960 to 2060 is the same number there and back, in its own month', () => {
  const days = range(dayNumber('1960-01-01'), dayNumber('2060-12-31'));
  const wrong = days.filter((day) => {
    const text = dayText(day);
    return dayNumber(text) !== day || monthText(monthOfDay(day)) !== text.slice(0, 7);
  });
  expect(wrong.map(dayText)).toEqual([]);
});

test('1970 begins on day 0, and February has 29 days in 2000 and 2024, 28 in 1900 and 2023', () => {
  expect(dayNumber('1970-01-01')).toBe(0);
  const februaries = ['2000-02', '2024-02', '1900-02', '2023-02'].map((month) => daysIn(monthNumber(month)));
  expect(februaries).toEqual([29, 29, 28, 28]);
});
