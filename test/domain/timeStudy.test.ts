import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reading, timeStudy } from '../../server/domain/timeStudy.ts';

test.each([
  ['4:30', 4.5],
  ['0:45', 0.75],
  ['75:00', 75],
  ['1:02:30', 62.5],
  ['4,5', 4.5],
  [' 12 ', 12],
])('“%s” is %d minutes', (text, minutes) => {
  expect(reading(text)).toBe(minutes);
});

test.each(['', '4:75', '1:75:00', '4.5', 'fem', '-3', '0', '0:00', '4:3'])('“%s” is no reading', (text) => {
  expect(reading(text)).toBeNull();
});

test('five readings of 4:00, 5:00, 4:30, 6:00 and 5:30 are 5 minutes on average, 4 to 6', () => {
  const minutes = ['4:00', '5:00', '4:30', '6:00', '5:30'].map((text) => reading(text) ?? 0);
  expect(timeStudy(minutes)).toEqual({ mean: 5, low: 4, high: 6, n: 5 });
});

test('the mean is between the shortest and the longest', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 3, maxLength: 30 }), (seconds) => {
      const { mean, low, high, n } = timeStudy(seconds.map((s) => s / 60));
      return low - 1e-9 <= mean && mean <= high + 1e-9 && n === seconds.length;
    }),
  );
});
