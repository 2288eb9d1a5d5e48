import fc from 'fast-check';
import { expect, test } from 'vitest';
import { danishNumber, fieldNumber } from '../../web/components/edit/numbers.ts';

test.each([
  ['1.234,5', 1234.5],
  ['1234,5', 1234.5],
  ['0,5', 0.5],
  [' 12 000 ', 12000],
  ['-3', -3],
  ['−3', -3],
  ['1.000.000', 1_000_000],
  ['', null],
  ['  ', null],
])('“%s” is %s', (text, value) => {
  expect(danishNumber(text)).toBe(value);
});

test.each(['1.5', '1,234.5', '12.34', '1,2,3', 'ti', '1e3', '5 kr.', '--1', '1.2345'])(
  '“%s” is no Danish number',
  (text) => {
    expect(danishNumber(text)).toBeUndefined();
  },
);

test('what a field shows is read as the same number', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (thousandths) => {
      const value = thousandths / 1000;
      expect(danishNumber(fieldNumber(value))).toBe(value === 0 ? 0 : value);
    }),
  );
});
