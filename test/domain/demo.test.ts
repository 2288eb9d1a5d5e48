import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plan, ROBOTS } from '../../fixtures/demo/cases/ringkobingPlan.ts';
import { rows } from '../../fixtures/demo/csv.ts';
import { generateDemo } from '../../fixtures/demo/generate.ts';
import { workdays } from '../../fixtures/demo/workdays.ts';

describe('the plan of the transaction log', () => {
  test('130 robots are put into operation and 40 taken out again: 90 are in use at the end', () => {
    expect(ROBOTS).toHaveLength(130);
    expect(ROBOTS.filter((r) => r.retired !== null)).toHaveLength(40);
    expect(new Set(ROBOTS.map((r) => r.name)).size).toBe(130);
  });

  test('a year’s transactions × minutes are 3,400, 8,000, 13,128 and 11,010 hours to the minute', () => {
    const minutes = new Map<number, number>();
    for (const { year, items } of plan()) {
      const sum = items.reduce((all, i) => all + i.successes * i.robot.minutes, 0);
      minutes.set(year, (minutes.get(year) ?? 0) + sum);
    }
    expect([...minutes.values()].map((m) => m / 60)).toEqual([3_400, 8_000, 13_128, 11_010]);
  });

  test('a robot in use has a success in every month', () => {
    expect(plan().flatMap((m) => m.items.filter((i) => i.successes < 1))).toEqual([]);
  });
});

describe('the bundle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gevinst-demo-test-'));
  beforeAll(async () => {
    await generateDemo(join(folder, 'first'));
    await generateDemo(join(folder, 'second'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is the same each time', () => {
    expect(hashes(join(folder, 'first'))).toEqual(hashes(join(folder, 'second')));
    expect(readdirSync(join(folder, 'first'))).toHaveLength(13);
  });

  test('has about 500,000 transactions, 4 to 8 in a hundred of them exceptions, within working hours', () => {
    const lines = readFileSync(join(folder, 'first/runs.csv'), 'utf8').trimEnd().split('\n').slice(1);
    const failed = lines.filter((line) => !line.includes(';success;')).length;
    expect(lines.length).toBeGreaterThan(475_000);
    expect(lines.length).toBeLessThan(575_000);
    expect(failed / lines.length).toBeGreaterThan(0.04);
    expect(failed / lines.length).toBeLessThan(0.08);
    expect(lines.filter((line) => !/T(0[6-9]|1[0-7]):.*T(0[6-9]|1[0-7]):/.test(line))).toEqual([]);
  });

  test('has nothing that looks like a personal number', () => {
    const dayMonthYearAndFour = /(?<!\d)(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d\d[- ]?\d{4}(?!\d)/;
    for (const file of readdirSync(join(folder, 'first'))) {
      const found = dayMonthYearAndFour.exec(readFileSync(join(folder, 'first', file), 'utf8'));
      expect(found?.[0], file).toBeUndefined();
    }
  });
});

test('the town hall is closed at weekends, from Maundy Thursday to Easter Monday, and on Great Prayer Day', () => {
  const april = workdays(2019, 4).map((d) => d.day);
  expect(april.filter((day) => day >= '2019-04-15' && day <= '2019-04-23')).toEqual([
    '2019-04-15',
    '2019-04-16',
    '2019-04-17',
    '2019-04-23',
  ]);
  expect(workdays(2019, 5).map((d) => d.day)).not.toContain('2019-05-17');
});

test('a table that is drawn with a column that its table lacks is an error', () => {
  expect(
    () => rows('links')`
    from | too
    a    | b
  `,
  ).toThrow('links cannot be read at too');
});

function hashes(folder: string): string[] {
  return readdirSync(folder).map(
    (file) =>
      `${file} ${createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex')}`,
  );
}
