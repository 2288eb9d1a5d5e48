import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdsCpr, maskCpr } from '../../server/privacy.ts';

describe('a CPR number is masked', () => {
  test.each([
    ['010190-1234', 'XXXXXX-XXXX'],
    ['0101901234', 'XXXXXX-XXXX'],
    ['010190 1234', 'XXXXXX-XXXX'],
    ['cpr:010190-1234.', 'cpr:XXXXXX-XXXX.'],
    ['290200-1234', 'XXXXXX-XXXX'],
    ['311299-0000 og 0101901234', 'XXXXXX-XXXX og XXXXXX-XXXX'],
    ['sag-010190-1234-2', 'sag-XXXXXX-XXXX-2'],
    ['０１０１９０-１２３４', 'XXXXXX-XXXX'],
    ['010190  1234', 'XXXXXX-XXXX'],
    ['010190\t1234', 'XXXXXX-XXXX'],
    ['010190 – 1234', 'XXXXXX-XXXX'],
    ['010190_1234', 'XXXXXX-XXXX'],
    ['?cpr=010190%2D1234&', '?cpr=XXXXXX-XXXX&'],
    ['010190&nbsp;1234', 'XXXXXX-XXXX'],
    ['010190\u00ad-1234', 'XXXXXX-XXXX'],
  ])('%s → %s', (text, masked) => expect(maskCpr(text)).toBe(masked));
});

describe('other digits are left', () => {
  test.each([
    '320190-1234',
    '001190-1234',
    '011390-1234',
    '300290-1234',
    '290201-1234',
    '10101901234',
    '01019012345',
    '010190-12345',
    '12345678',
    '010190     1234',
    '010190\n1234',
    '010190/1234',
    '2024-01-01 1234',
  ])('%s', (text) => expect(maskCpr(text)).toBe(text));
});

test('any valid date with any four digits is masked, whatever the check digit, and nothing else changes', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2057-12-31'), noInvalidDate: true });
  const around = fc.constantFrom('', ' ', 'a', '(', '.', 'æ');
  fc.assert(
    fc.property(day, fc.nat(9999), fc.constantFrom('', '-', ' '), around, around, (date, tail, gap, a, b) => {
      const [year = '', month, dayOfMonth] = date.toISOString().slice(0, 10).split('-');
      const number = `${dayOfMonth}${month}${year.slice(2)}${gap}${String(tail).padStart(4, '0')}`;
      expect(maskCpr(`${a}${number}${b}`)).toBe(`${a}XXXXXX-XXXX${b}`);
      expect(holdsCpr(maskCpr(number))).toBe(false);
    }),
  );
});
