import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BusinessCase } from '../../server/contract/report.ts';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { gevinst, startGevinst, tempFolder, writeBundle } from '../support/gevinst.ts';

const folder = tempFolder();
const db = `${folder.path}/test.db`;

beforeAll(async () => {
  await gevinst('load', writeBundle(`${folder.path}/bundle`, EXAMPLE), '--db', db);
});
afterAll(() => folder.remove());

describe('gevinst report', () => {
  test('a project as a table: figures, years and benefits in Danish numbers', async () => {
    const { stdout, code } = await gevinst('report', 'P1', '--db', db);
    expect(code).toBe(0);
    expect(stdout).toMatch(/P1 until 2024-06/);
    expect(stdout).toMatch(/Net gain +32\.000 kr\./);
    expect(stdout).toMatch(/ROI +28,6 %/);
    expect(stdout).toMatch(/2024 +112\.000 +144\.000 +32\.000 +360,0 +actual/);
    expect(stdout).toMatch(/B1 +per_item +no +10 +4 +-60,0 % +360,0 +144\.000 +3\.602/);
  });

  test('what is unknown says why', async () => {
    const { stdout } = await gevinst('report', 'P2', '--db', db);
    expect(stdout).toMatch(/Gains +unknown \(not-monetary\)/);
  });

  test('costs of which there are none are unknown, and so is what rests on them', async () => {
    const uncosted = `${folder.path}/uncosted.db`;
    const { costs: _, ...rest } = EXAMPLE;
    await gevinst('load', writeBundle(`${folder.path}/uncosted`, rest), '--db', uncosted);
    const { stdout } = await gevinst('report', 'P1', '--db', uncosted);
    expect(stdout).toMatch(
      /Costs +unknown \(no-costs\)\nGains +144\.000 kr\.\nNet gain +unknown \(no-costs\)\n/,
    );
    expect(stdout).toMatch(/2024 +– +144\.000 +– +360,0 +actual/);
  });

  test('the portfolio shows gains out of budgets and freed capacity apart', async () => {
    const { stdout } = await gevinst('report', '--db', db);
    expect(stdout).toMatch(/0 kr\. taken out of budgets, 144\.000 kr\. freed capacity/);
  });

  test('--json has exactly the agreed keys', async () => {
    const { stdout } = await gevinst('report', 'P1', '--json', '--until', '2024-03', '--db', db);
    const report = JSON.parse(stdout);
    expect(BusinessCase.parse(report)).toEqual(report);
    expect(report).toMatchObject({
      project: 'P1',
      until: '2024-03',
      totals: { costs: 106_000, gains: 72_000 },
    });
  });

  test.each([
    [['report', 'nope'], /There is no project “nope”/],
    [
      ['report', 'P1', '--until', '2024'],
      /--until 2024: expected a month from 1970-01 to 2100-12, such as 2026-03/,
    ],
  ])('%j is refused in a sentence', async (args, message) => {
    const { code, stderr } = await gevinst(...args, '--db', db);
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('a warehouse that is not there is named, with what to do', async () => {
    const { code, stderr } = await gevinst('report', '--db', `${folder.path}/none.db`);
    expect(code).toBe(1);
    expect(stderr).toMatch(/no warehouse at .*none\.db.*gevinst load/);
  });
});

test('a port that is taken is named, with what to do', async () => {
  const first = await startGevinst(['serve', '--db', db]);
  const port = new URL(first.url).port;
  const { code, stderr } = await gevinst('serve', '--db', db, '--port', port);
  await first.stop();
  expect(code).toBe(1);
  expect(stderr).toContain(`Port ${port} is taken`);
});
