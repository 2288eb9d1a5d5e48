import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardAnswer } from '../../server/answers/card.ts';
import { changesAnswer } from '../../server/answers/changes.ts';
import { followupsAnswer } from '../../server/answers/followups.ts';
import { measuresAnswer } from '../../server/answers/measures.ts';
import type { MeasurementEntry } from '../../server/contract/measuring.ts';
import type { Card, CardInput } from '../../server/domain/card.ts';
import { createBenefit, saveBenefit } from '../../server/edits/benefit.ts';
import { removeFollowup, saveFollowup } from '../../server/edits/followup.ts';
import { removeMeasurement, saveMeasurement } from '../../server/edits/measurement.ts';
import { restoreChange } from '../../server/edits/restore.ts';
import type { Db } from '../../server/warehouse/schema.ts';
import { engines } from '../support/databases.ts';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { loadedWarehouse } from '../support/loadedWarehouse.ts';

const TODAY = '2024-08-15';
const EDITOR = { by: 'Grete Åkjær', at: 1_723_700_000 };
const BUNDLE = {
  ...EXAMPLE,
  measures: `${EXAMPLE.measures}
    min12;P1;Minutter pr. brev;minutter;level;lower;Tidsstudie
    svar;P1;Svar i tide;procent;level;higher;Spørgeskema`,
  measurements: `${EXAMPLE.measurements}
    min12;after;2024-02-01;;;-3;;actual;`,
  benefits: `${EXAMPLE.benefits}
    B12;P1;Kortere breve;productivity;per_item;robot:R1;min12;;std;no;Anne Holm
    B3;P1;Flere svar i tide;quality;indicator;;;svar;;;Anne Holm`,
};
const entry = (part: Partial<MeasurementEntry>): MeasurementEntry => ({
  phase: 'after',
  from: '2024-06-02',
  to: null,
  per: null,
  value: 4,
  low: null,
  high: null,
  n: null,
  counted: null,
  basis: 'actual',
  note: null,
  ...part,
});

describe.each(engines)('on $name', ({ open }) => {
  let warehouse: Awaited<ReturnType<typeof open>>;
  let db: Db;
  beforeAll(async () => {
    warehouse = await loadedWarehouse(open, BUNDLE);
    db = warehouse.db;
  });
  afterAll(() => warehouse.close());

  const points = async (measure: string) => {
    const { measures } = await measuresAnswer(db, 'P1', TODAY);
    return measures.find((m) => m.measure === measure)?.measurements ?? [];
  };
  const seen = async (measure: string, from: string) => {
    const found = (await points(measure)).find((p) => p.phase === 'after' && p.from === from);
    return { phase: 'after', from, revision: found?.revision ?? '' } as const;
  };
  const put = async (measure: string, part: Partial<MeasurementEntry>, from?: string) => {
    const replaces = from === undefined ? null : await seen(measure, from);
    const given = { project: 'P1', measure, entry: entry(part), replaces, today: TODAY };
    return saveMeasurement(db, given, EDITOR);
  };
  const followed = async (benefit: string) => {
    const { benefits } = await followupsAnswer(db, 'P1', TODAY);
    return { project: 'P1', benefit, revision: benefits.find((b) => b.benefit === benefit)?.revision ?? '' };
  };
  const follow = async (benefit: string, due: string, part: object = {}) => {
    const open = { due, done: null, status: null, note: null, value: null, asMeasurement: false };
    await saveFollowup(db, await followed(benefit), { was: null, ...open, ...part }, TODAY, EDITOR);
  };
  const history = async (benefit: string) => (await changesAnswer(db, 'P1', { benefit })).changes;

  describe('a benefit’s history', () => {
    test('has its card, its measurements and its follow-ups in one list, and those of no other', async () => {
      await put('min1', { from: '2024-06-02', value: 4 });
      await put('min1', { from: '2024-06-02', value: 4.5 }, '2024-06-02');
      await follow('B1', '2024-10-01');
      const { card, revision } = await cardAnswer(db, 'P1', 'B1');
      const changed = { revision, card: { ...card, owner: 'Kim Dam' }, newRate: null };
      await saveBenefit(db, 'P1', 'B1', changed, EDITOR);
      await put('min12', { from: '2024-06-02', value: 7 });
      await follow('B12', '2024-10-01');
      const of = { unit: null, per: null, phase: null, day: null };
      const min1 = { name: 'Minutter pr. ansøgning', unit: 'minutter', per: null, phase: 'after' };
      expect(await history('B1')).toMatchObject([
        { subject: 'benefit', of: { ...of, name: 'Kortere sagsbehandling' } },
        { subject: 'followup', of: { ...of, name: 'Kortere sagsbehandling', day: '2024-10-01' } },
        {
          subject: 'measurement',
          of: { ...min1, day: '2024-06-02' },
          verb: 'changed',
          fields: [{ field: 'value', from: 4, to: 4.5 }],
        },
        { subject: 'measurement', of: { ...min1, day: '2024-06-02' }, verb: 'created' },
      ]);
      expect((await history('B12')).map(({ subject }) => subject)).toEqual(['followup', 'measurement']);
      expect(await history('B')).toEqual([]);
    });

    test('brings back a measurement and a follow-up that were removed', async () => {
      const before = await points('min1');
      const revision = await seen('min1', '2024-06-02');
      await removeMeasurement(db, { project: 'P1', measure: 'min1', seen: revision }, EDITOR);
      expect((await points('min1')).map((p) => p.from)).not.toContain('2024-06-02');
      await removeFollowup(db, await followed('B1'), '2024-10-01', EDITOR);
      const [followup, measurement] = await history('B1');
      expect([followup, measurement]).toMatchObject([
        { subject: 'followup', verb: 'removed', restorable: true },
        { subject: 'measurement', verb: 'removed', restorable: true },
      ]);
      await restoreChange(db, Number(measurement?.change), EDITOR);
      await restoreChange(db, Number(followup?.change), EDITOR);
      expect(await points('min1')).toEqual(before);
      const { benefits } = await followupsAnswer(db, 'P1', TODAY);
      const dues = benefits.find((b) => b.benefit === 'B1')?.followups.map((f) => f.due);
      expect(dues).toContain('2024-10-01');
      expect((await history('B1')).slice(0, 2)).toMatchObject([
        { subject: 'followup', verb: 'restored' },
        { subject: 'measurement', verb: 'restored' },
      ]);
    });
  });

  describe('a measured value is held to the same rules', () => {
    const refused = { code: 'bad-parameter', details: { parameter: 'value' } };

    test('in the measurement form: no minutes below zero, no 140 procent, and 19 of 50 is 38 procent', async () => {
      await expect(put('min1', { value: -4, from: '2024-07-01' })).rejects.toMatchObject({
        ...refused,
        details: { parameter: 'value', expected: 'negative' },
      });
      await expect(put('svar', { value: 140 })).rejects.toMatchObject({
        details: { parameter: 'value', expected: 'not-a-percentage' },
      });
      await put('svar', { value: 38, counted: 19, n: 50 });
      expect((await points('svar'))[0]?.interval).not.toBeNull();
    });

    test('in a follow-up whose value is kept as a measurement, and nothing of it is saved', async () => {
      const done = { done: TODAY, status: 'on_track', note: 'Set.', asMeasurement: true };
      const entries = (await history('B3')).length;
      await expect(follow('B3', TODAY, { ...done, value: 140 })).rejects.toMatchObject(refused);
      await expect(follow('B1', TODAY, { ...done, value: -4 })).rejects.toMatchObject(refused);
      expect((await history('B3')).length).toBe(entries);
      await follow('B3', TODAY, { ...done, value: 80 });
      expect((await points('svar')).at(-1)).toMatchObject({ from: TODAY, value: 80 });
    });

    test('in a follow-up it writes over nothing else that was measured that day, but puts its own right', async () => {
      const done = { done: TODAY, status: 'on_track', note: 'Set.', asMeasurement: true };
      await follow('B3', TODAY, { ...done, was: TODAY, value: 81 });
      expect((await points('svar')).at(-1)).toMatchObject({ from: TODAY, value: 81 });
      await put('svar', { from: TODAY, value: 82, n: 50 }, TODAY);
      await expect(follow('B3', TODAY, { ...done, was: TODAY, value: 70 })).rejects.toMatchObject({
        code: 'already-exists',
        details: { parameter: 'asMeasurement' },
      });
      expect((await points('svar')).at(-1)).toMatchObject({ value: 82, n: 50 });
    });

    test('but a wrong one that was loaded can have a note, be put right, and be removed', async () => {
      const loaded = '2024-02-01';
      await put('min12', { from: loaded, value: -3, note: 'Tastefejl?' }, loaded);
      await expect(put('min12', { from: loaded, value: -2 }, loaded)).rejects.toMatchObject(refused);
      await put('min12', { from: loaded, value: 3 }, loaded);
      const given = { project: 'P1', measure: 'min12', seen: await seen('min12', loaded) };
      await removeMeasurement(db, given, EDITOR);
      expect((await points('min12')).map((p) => p.from)).toEqual(['2024-06-02']);
    });

    test('on a card: a baseline is not in the future, is of one or more, and in a unit of its method', async () => {
      const { card } = await cardAnswer(db, 'P1', 'B3');
      const make = (input: Partial<CardInput>) => {
        const inputs = card.inputs.map((i) => ({ ...i, measure: null, ...input }));
        const given: Card = { ...card, inputs, targets: [] };
        return createBenefit(db, 'P1', { card: given, newRate: null }, EDITOR);
      };
      const baseline = { value: 60, from: '2024-01-01', to: null, per: null, n: null, note: null };
      const wrong = async (part: object, parameter: string, expected: string) => {
        const made = make({ baseline: { ...baseline, ...part } });
        await expect(made).rejects.toMatchObject({ details: { parameter, expected } });
      };
      const at = 'inputs.indicator.baseline';
      await wrong({ from: '2099-01-01' }, `${at}.from`, 'future');
      await wrong({ n: 0 }, `${at}.n`, 'not-whole');
      await wrong({ value: 140 }, `${at}.value`, 'not-a-percentage');
      const { benefit } = await make({ baseline: { ...baseline, from: '2099-01-01', basis: 'expected' } });
      const made = await cardAnswer(db, 'P1', benefit);
      expect(made.card.inputs[0]?.baseline).toMatchObject({ from: '2099-01-01', basis: 'expected' });
    });
  });
});
