import { describe, expect, it } from 'vitest';
import * as format from '../../web/format.ts';

/** Figures keep to their units by no-break spaces; read here as plain ones. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('money is written in the unit that fits its size', () => {
  it.each([
    [0, '0 kr.'],
    [9_999, '9.999 kr.'],
    [23_600, '24 t.kr.'],
    [-78_000, '−78 t.kr.'],
    [1_303_600, '1,30 mio. kr.'],
    [-1_303_600, '−1,30 mio. kr.'],
    [44_951_130, '45,0 mio. kr.'],
  ])('%d kroner is %s', (kroner, text) => {
    expect(plain(format.money(kroner))).toBe(text);
  });

  it('nothing has no sign: costs drawn below zero that are none are 0 kr., and −0.4 kroner rounds to 0 kr.', () => {
    expect(plain(format.money(-0))).toBe('0 kr.');
    expect(plain(format.money(-0.4))).toBe('0 kr.');
  });

  it('a million is a million, also where rounding makes it one: 999,600 is 1,00 mio. kr.', () => {
    expect(plain(format.money(999_600))).toBe('1,00 mio. kr.');
  });

  it('one unit holds for a whole axis, chosen by its largest amount', () => {
    const unit = format.moneyUnit(2_500_000);
    expect(format.amount(500_000, unit)).toBe('0,50');
    expect(unit.label).toBe('mio. kr.');
  });
});

describe('shares and changes are in per cent with one decimal', () => {
  it('ROI (2,903,600 − 1,600,000) ÷ 1,600,000 is 81,5 %', () => {
    expect(plain(format.share((2_903_600 - 1_600_000) / 1_600_000))).toBe('81,5 %');
  });

  it('a change carries its sign: 28.7 → 34 is +18,5 %, 30 → 6 is −80,0 %', () => {
    expect(plain(format.signedPercent(((34 - 28.7) / 28.7) * 100))).toBe('+18,5 %');
    expect(plain(format.signedPercent(((6 - 30) / 30) * 100))).toBe('−80,0 %');
  });
});

describe('measured values carry their unit', () => {
  it.each([
    [5.3, 'min.', '5,3 min.'],
    [2_924_000, 'kr.', '2.924.000 kr.'],
    [0.125, null, '0,13'],
  ])('%d in %s is %s', (value, unit, text) => {
    expect(plain(format.measured(value, unit))).toBe(text);
  });
});

describe('dates are written as the language writes them', () => {
  it('a month in Danish and English', () => {
    expect(format.month('2021-08', 'da')).toBe('aug. 2021');
    expect(format.month('2021-08', 'en')).toBe('Aug 2021');
  });

  it('a day in Danish and English', () => {
    expect(format.day('2026-01-03', 'da')).toBe('3. jan. 2026');
    expect(format.day('2026-01-03', 'en')).toBe('3 Jan 2026');
  });

  it('an instant is shown in Danish time: 23:30 UTC in summer is 01.30 the day after', () => {
    expect(format.instant('2026-06-30T23:30:00Z', 'da')).toContain('1. jul. 2026');
    expect(format.instant('2026-06-30T23:30:00Z', 'da')).toContain('01.30');
  });
});

it('a factor has nine decimals, so that a million times it is right to the øre', () => {
  expect(format.factor(1.035 ** (-1 / 12))).toBe('0,99713732');
  expect(format.factor(1)).toBe('1');
});
