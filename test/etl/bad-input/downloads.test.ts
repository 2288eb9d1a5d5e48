import { expect, test } from 'vitest';
import { refusalsCsv } from '../../../server/answers/refusalsCsv.ts';

test('what a refused row says is no formula in the CSV file of refusals', () => {
  const values = ["=cmd|' /C calc'!A0", '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '"=1"', 'a;=1'];
  const csv = refusalsCsv(
    values.map((value, i) => ({ line: i + 2, column: '=1', value, code: 'not-a-number', expected: '=1' })),
  );
  const cells = csv.replace(/^\ufeff/, '').split(/\r\n|;/);
  expect(cells.length).toBeGreaterThan(values.length * 5);
  expect(cells.filter((cell) => /^("|)[=+\-@\t\r]/.test(cell) && cell !== '=1"')).toEqual([]);
});
