import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fault } from '../../../etl/refusal.ts';
import { parseKroner, parseNumber, parsePercent } from '../../../etl/sources/canonical/parse/number.ts';

const refusal = (value: number | Fault) => (value instanceof Fault ? value.code : value);

describe('with ; the decimal sign is a comma and points group thousands', () => {
  test.each([
    ['1.234', 1234],
    ['1.234.567,50', 1234567.5],
    ['12,5', 12.5],
    ['0,5', 0.5],
    ['1\u00a0234,5', 1234.5],
    ['1 234 567', 1234567],
    ['1\u202f234', 1234],
    ['kr. 12,50', 12.5],
    ['12,50 kr.', 12.5],
    ['1.200,-', 1200],
    ['69 %', 69],
    ['-5', -5],
    ['−5,5', -5.5],
    ['kr. -5', -5],
    ['-kr. 5', -5],
    ['-0', 0],
    ['1.234,50-', -1234.5],
    ['1.234,50 -', -1234.5],
    ['007', 7],
    ['12.5', 'not-a-number'],
    ['1.2345', 'not-a-number'],
    ['12.34,5', 'not-a-number'],
    ['1234.567', 'not-a-number'],
    ['0.123', 'not-a-number'],
    ['1.234 567', 'not-a-number'],
    ['1,234.5', 'not-a-number'],
    ['1,2,3', 'not-a-number'],
    ['12,', 'not-a-number'],
    [',5', 'not-a-number'],
    ['--5', 'not-a-number'],
    ['5-', 'not-a-number'],
    ['(5)', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['-Infinity', 'not-a-number'],
    ['kr.', 'not-a-number'],
    ['٣', 'not-a-number'],
    ['1234567890123456', 'out-of-range'],
  ])('%j → %j', (text, expected) => expect(refusal(parseNumber(text, ','))).toBe(expected));
});

describe('with , the decimal sign is a point, and a comma is taken only where it can mean one thing', () => {
  test.each([
    ['1.234', 1.234],
    ['12.5', 12.5],
    ['1,234.5', 1234.5],
    ['1,234,567', 1234567],
    ['1,234', 'not-a-number'],
    ['12,5', 'not-a-number'],
    ['1.234.567', 'not-a-number'],
  ])('%j → %j', (text, expected) => expect(refusal(parseNumber(text, '.'))).toBe(expected));
});

describe('kroner are whole øre, half an øre away from zero', () => {
  test.each([
    ['1,005', 101],
    ['1,004', 100],
    ['1,0049999', 100],
    ['0,995', 100],
    ['-1,005', -101],
    ['8,165', 817],
    ['1.000.000,10', 100_000_010],
    ['999.999.999.999,99', 99_999_999_999_999],
    ['1000000000000', 'out-of-range'],
    ['25 %', 'not-a-number'],
  ])('%s kr → %s', (text, expected) => expect(refusal(parseKroner(text, ','))).toBe(expected));
});

describe('a percentage is a fraction', () => {
  test.each([
    ['50', 0.5],
    ['50 %', 0.5],
    ['0,5 %', 0.005],
    ['0,5', 0.005],
    ['0', 0],
    ['1', 0.01],
    ['100', 1],
    ['100,1', 'out-of-range'],
    ['-1', 'out-of-range'],
  ])('%s → %s', (text, expected) => expect(refusal(parsePercent(text, ','))).toBe(expected));
});

test('any number written in Danish or English is read as it is', () => {
  const number = fc
    .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(999))
    .map(([n, d]) => Number(`${n}.${d}`));
  fc.assert(
    fc.property(number, (value) => {
      const options = { maximumFractionDigits: 3 };
      expect(parseNumber(value.toLocaleString('da-DK', options), ',')).toBe(value);
      expect(parseNumber(String(value), '.')).toBe(value);
      expect(parseNumber(String(value).replace('.', ','), ',')).toBe(value);
    }),
  );
});

test('any text gives a finite number or a refusal', () => {
  const text = fc.string({ unit: fc.constantFrom(...'0123456789.,-+ eExkr%NaInf') });
  fc.assert(
    fc.property(text, fc.constantFrom(',' as const, '.' as const), (cell, decimal) => {
      const value = parseNumber(cell, decimal);
      expect(value instanceof Fault || Number.isFinite(value)).toBe(true);
    }),
  );
});
