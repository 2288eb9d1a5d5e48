import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Schema } from '../../server/warehouse/schema.ts';
import { engines, type TestWarehouse } from '../support/databases.ts';

type Row = Record<string, string | number | bigint | null>;

const loaded = { load_id: 1 };
const municipality: Row = { municipality: '0630', name: 'Vejle' };
const rate: Row = { rate: 'std', valid_from: '2024-01-01', hourly_oere: 1, hours_per_fte: 1500, ...loaded };
const project: Row = { project: 'P', name: 'P', municipality: '0630', ...loaded };
const robot: Row = { robot_id: 1, robot: 'R', project: 'P', name: 'R', ...loaded };
const measure: Row = {
  measure: 'M',
  project: 'P',
  name: 'M',
  unit: 'min',
  kind: 'level',
  better: 'lower',
  ...loaded,
};
const benefit: Row = {
  benefit: 'B',
  project: 'P',
  name: 'B',
  type: 'quality',
  method: 'indicator',
  ...loaded,
};
const run: Row = { robot_id: 1, run_key: 7n, ended: 1_700_000_000, status: 0, items: 1, ...loaded };
const measurement: Row = {
  measure: 'M',
  phase: 'before',
  from_day: '2024-01-01',
  value: 1,
  basis: 'actual',
  ...loaded,
};
const cost: Row = {
  project: 'P',
  from_day: '2024-01-01',
  to_day: '2024-01-01',
  per: 'once',
  category: 'other',
  internal: -1,
  payer: '',
  note: '',
  occurrence: 0,
  amount_oere: 1,
  basis: 'actual',
  ...loaded,
};
const risk: Row = { project: 'P', risk: 'R', probability: 0.5, consequence_oere: 1, ...loaded };
const followup: Row = { benefit: 'B', due: '2024-01-01', ...loaded };
const target: Row = { measure: 'M', due: '2024-01-01', value: 1, ...loaded };
const day: Row = { robot_id: 1, day: '2024-01-01', status: 0, runs: 1, items: 1, seconds: 1, timed: 1 };

/** One row of each table that holds: what the refused rows below differ from. */
const HOLDS: [keyof Schema, Row][] = [
  ['municipality', municipality],
  ['rate', rate],
  ['project', project],
  ['robot', robot],
  ['measure', measure],
  ['measurement', measurement],
  ['benefit', benefit],
  ['target', target],
  ['cost', cost],
  ['risk', risk],
  ['followup', followup],
  ['run', run],
  ['run_day', day],
];

const REFUSED: [string, keyof Schema, Row][] = [
  ['a project of an unknown municipality', 'project', { ...project, project: 'Q', municipality: '0999' }],
  ['a project of an unknown department', 'project', { ...project, project: 'Q', department: 'none' }],
  ['a robot of an unknown project', 'robot', { ...robot, robot_id: 2, robot: 'S', project: 'none' }],
  ['two robots of one code', 'robot', { ...robot, robot_id: 2 }],
  ['a rate below zero', 'rate', { ...rate, valid_from: '2025-01-01', hourly_oere: -1 }],
  ['a full-time year of no hours', 'rate', { ...rate, valid_from: '2025-01-01', hours_per_fte: 0 }],
  ['two rates from one day', 'rate', rate],
  ['a measure that is neither flow nor level', 'measure', { ...measure, measure: 'N', kind: 'other' }],
  ['a measurement of an unknown measure', 'measurement', { ...measurement, measure: 'none' }],
  ['a phase that is none', 'measurement', { ...measurement, phase: 'during' }],
  ['a measurement without a value', 'measurement', { ...measurement, from_day: '2024-02-01', value: null }],
  [
    'a measurement that ends before it begins',
    'measurement',
    { ...measurement, from_day: '2024-02-01', to_day: '2024-01-31' },
  ],
  ['fewer than no data points', 'measurement', { ...measurement, from_day: '2024-02-01', n: -1 }],
  ['two measurements of one phase from one day', 'measurement', measurement],
  ['a benefit of more than all of it', 'benefit', { ...benefit, benefit: 'C', attribution: 1.5 }],
  ['a benefit by an unknown measure', 'benefit', { ...benefit, benefit: 'C', indicator: 'none' }],
  ['a target of an unknown measure', 'target', { ...target, measure: 'none' }],
  ['a cost of an unknown project', 'cost', { ...cost, project: 'none' }],
  ['a cost that is neither actual nor expected', 'cost', { ...cost, occurrence: 1, basis: 'hoped' }],
  ['the same cost twice', 'cost', cost],
  ['a probability above one', 'risk', { ...risk, risk: 'S', probability: 50 }],
  ['a follow-up of an unknown benefit', 'followup', { ...followup, benefit: 'none' }],
  ['a run of an unknown robot', 'run', { ...run, robot_id: 9 }],
  ['a run of fewer than no items', 'run', { ...run, run_key: 8n, items: -1 }],
  ['a run that took less than no time', 'run', { ...run, run_key: 8n, seconds: -1 }],
  ['an outcome that is none', 'run', { ...run, run_key: 8n, status: 4 }],
  ['two sums of one robot, day and outcome', 'run_day', day],
];

/** What a primary key of `run` refuses; on SQLite loading does, by `run_index`. */
const REFUSED_BY_KEY: [string, keyof Schema, Row][] = [['the same transaction of a robot twice', 'run', run]];

describe.each(engines)('$name', ({ name, open }) => {
  let warehouse: TestWarehouse;
  const insert = (table: keyof Schema, row: Row) =>
    warehouse.db
      .insertInto(table)
      .values(row as never)
      .execute();

  beforeAll(async () => {
    warehouse = await open();
    for (const [table, row] of HOLDS) await insert(table, row);
  });
  afterAll(() => warehouse.close());

  test.each(name === 'postgres' ? [...REFUSED, ...REFUSED_BY_KEY] : REFUSED)(
    'the warehouse refuses %s',
    async (_what, table, row) => {
      const count = async () => (await warehouse.db.selectFrom(table).selectAll().execute()).length;
      const before = await count();
      await expect(insert(table, row)).rejects.toThrow(/constraint/i);
      expect(await count()).toBe(before);
    },
  );

  test('a key of 64 bits is stored to its last bit', async () => {
    for (const key of [9223372036854775807n, -9223372036854775808n, 9007199254740993n]) {
      await insert('run', { ...run, run_key: key });
    }
    const { rows } = await warehouse.db.executeQuery<{ key: string }>(
      warehouse.db
        .selectFrom('run')
        .select((e) => e.cast<string>('run_key', 'text').as('key'))
        .compile(),
    );
    expect(rows.map((r) => r.key)).toEqual(
      expect.arrayContaining(['9223372036854775807', '-9223372036854775808', '9007199254740993']),
    );
  });
});
