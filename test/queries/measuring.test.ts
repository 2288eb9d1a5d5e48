import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPaths } from '../../etl/load.ts';
import { benefitsAnswer } from '../../server/answers/benefits.ts';
import { measuresAnswer } from '../../server/answers/measures.ts';
import { MeasurementEntry } from '../../server/contract/measuring.ts';
import { faults } from '../../server/domain/measurementRules.ts';
import { edit } from '../../server/edits/edit.ts';
import { removeMeasurement, restoreMeasurement, saveMeasurement } from '../../server/edits/measurement.ts';
import type { Db } from '../../server/warehouse/schema.ts';
import { engines } from '../support/databases.ts';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { tempFolder, writeBundle } from '../support/gevinst.ts';

const TODAY = '2024-09-15';
const EDITOR = { by: 'Anne Holm', at: 1_726_400_000 };
const entry = (part: Partial<MeasurementEntry>): MeasurementEntry => ({
  phase: 'after',
  from: '2024-08-01',
  to: null,
  per: null,
  value: 76,
  low: null,
  high: null,
  n: 50,
  counted: 38,
  basis: 'actual',
  note: null,
  ...part,
});

test('a day is of the years that figures are made for: one mistyped year would make thousands', () => {
  const measure = { kind: 'level', unit: '%', roles: [] } as const;
  for (const day of ['9999-01-01', '1969-12-31', '2026-02-30']) {
    expect(faults(entry({ from: day, basis: 'expected' }), measure, TODAY)).toEqual({ from: 'not-day' });
  }
  expect(faults(entry({ from: '2100-12-31', basis: 'expected' }), measure, TODAY)).toEqual({});
});

test('numbers are of at most 15 digits, and counts at most two thousand million', () => {
  const parsed = (part: object) => MeasurementEntry.safeParse({ ...entry({}), ...part }).success;
  expect([parsed({ value: 1e14 }), parsed({ value: 1e15 }), parsed({ low: -1e15 })]).toEqual([
    true,
    false,
    false,
  ]);
  expect([parsed({ n: 2e9 }), parsed({ n: 3e9 }), parsed({ counted: -1 })]).toEqual([true, false, false]);
});

describe.each(engines)('$name', ({ open }) => {
  const folder = tempFolder();
  let warehouse: Awaited<ReturnType<typeof open>>;
  let db: Db;

  const measure = async (code = 'tilf') => {
    const { measures } = await measuresAnswer(db, 'P2', TODAY);
    const found = measures.find((m) => m.measure === code);
    if (!found) throw new Error(code);
    return found;
  };
  const point = async (from: string) => {
    const found = (await measure()).measurements.find((m) => m.from === from);
    if (!found) throw new Error(from);
    return found;
  };
  const save = (
    part: Partial<MeasurementEntry>,
    replaces: Parameters<typeof saveMeasurement>[1]['replaces'] = null,
  ) =>
    saveMeasurement(
      db,
      { project: 'P2', measure: 'tilf', entry: entry(part), replaces, today: TODAY },
      EDITOR,
    );
  const changes = () => db.selectFrom('change').selectAll().orderBy('change_id').execute();

  beforeAll(async () => {
    warehouse = await open();
    db = warehouse.db;
    await loadPaths(db, [writeBundle(folder.path, EXAMPLE)], { by: 'test' });
  });
  afterAll(async () => {
    await warehouse.close();
    folder.remove();
  });

  test('60 % of 25 before and 70 % of 32 after are too few to tell, and are of different months', async () => {
    const { comparison, trend, benefits, measurements } = await measure();
    expect(comparison).toMatchObject({
      before: 60,
      after: 70,
      difference: 10,
      verdict: 'unclear',
      doubt: 'interval',
      season: { before: [2], after: [5] },
    });
    expect(trend).toBeNull();
    expect(benefits).toEqual([
      { benefit: 'B2', name: 'Flere tilfredse borgere', role: 'indicator', judged: true },
    ]);
    const interval = measurements.find((m) => m.phase === 'before')?.interval;
    expect(interval?.low).toBeCloseTo(40.74, 2);
    expect(interval?.high).toBeCloseTo(76.6, 2);
  });

  test('38 of 50 satisfied is 76 %, is the benefit’s value after, and is in the history', async () => {
    await save({});
    expect(await point('2024-08-01')).toMatchObject({ value: 76, n: 50, counted: 38, load: 0 });
    expect((await measure()).trend).toMatchObject({ before: 70, after: 76, verdict: 'unclear' });
    const { benefits } = await benefitsAnswer(db, 'P2', TODAY);
    expect(benefits[0]).toMatchObject({ after: 76, targetMet: false });
    const [last] = (await changes()).slice(-1);
    expect(last).toMatchObject({ by: 'Anne Holm', verb: 'created', subject: 'measurement', before: null });
    expect(last?.subject_key).toBe('["tilf","after","2024-08-01"]');
  });

  test('an edit may move the measurement, and what it began from must still be so', async () => {
    const { revision } = await point('2024-08-01');
    const replaces = { phase: 'after' as const, from: '2024-08-01', revision };
    await save({ from: '2024-08-15', value: 80, counted: 40 }, replaces);
    await expect(point('2024-08-01')).rejects.toThrow();
    await expect(save({ value: 90, counted: 45 }, replaces)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    await expect(save({}, { phase: 'after', from: '2024-08-15', revision })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    expect(await point('2024-08-15')).toMatchObject({ value: 80 });
  });

  test('the history brings back what was before it was moved', async () => {
    const last = (await changes()).at(-1);
    const content = JSON.parse(last?.before ?? '') as object;
    const key = last?.subject_key ?? '';
    await edit(db, (trx) => restoreMeasurement(trx, { project: 'P2', key, content, left: true }, EDITOR));
    expect(await point('2024-08-01')).toMatchObject({ value: 76, counted: 38 });
    await expect(point('2024-08-15')).rejects.toThrow();
  });

  test('a removed measurement is gone, stays gone when the file is loaded again, and can be brought back', async () => {
    const { revision } = await point('2024-05-01');
    const seen = { phase: 'after' as const, from: '2024-05-01', revision };
    await removeMeasurement(db, { project: 'P2', measure: 'tilf', seen }, EDITOR);
    const { measurements = '' } = EXAMPLE;
    await loadPaths(db, [writeBundle(`${folder.path}/again`, { measurements: `${measurements}\n` })], {
      by: 'test',
    });
    await expect(point('2024-05-01')).rejects.toThrow();
    const removed = (await changes()).find((c) => c.verb === 'removed');
    const content = JSON.parse(removed?.before ?? '') as object;
    await edit(db, (trx) =>
      restoreMeasurement(
        trx,
        { project: 'P2', key: removed?.subject_key ?? '', content, left: false },
        EDITOR,
      ),
    );
    expect(await point('2024-05-01')).toMatchObject({ value: 70, n: 32 });
  });

  test.each([
    ['a day that has a measurement', {}, 'already-exists', undefined],
    ['a share that is not what was counted', { from: '2024-09-01', value: 50 }, 'bad-parameter', 'value'],
    ['more counted than asked', { from: '2024-09-01', value: 120, counted: 60 }, 'bad-parameter', 'counted'],
    ['a day to come', { from: '2024-10-01' }, 'bad-parameter', 'from'],
    ['an end before the beginning', { from: '2024-09-01', to: '2024-08-31' }, 'bad-parameter', 'to'],
    ['a lowest over the value', { from: '2024-09-01', low: 77 }, 'bad-parameter', 'low'],
    ['a period for a level', { from: '2024-09-01', per: 'month' }, 'bad-parameter', 'per'],
    ['the 31st of June', { from: '2024-06-31' }, 'bad-parameter', 'from'],
  ] as const)('%s is refused, and nothing is saved', async (_, part, code, parameter) => {
    const before = await changes();
    await expect(save(part)).rejects.toMatchObject(parameter ? { code, details: { parameter } } : { code });
    expect(await changes()).toEqual(before);
  });

  test('a measure of another project is not found', async () => {
    const asked = { project: 'P1', measure: 'tilf', entry: entry({}), replaces: null, today: TODAY };
    await expect(saveMeasurement(db, asked, EDITOR)).rejects.toMatchObject({ code: 'not-found' });
  });
});
