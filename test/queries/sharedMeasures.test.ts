import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { cardAnswer, cardChoicesAnswer } from '../../server/answers/card.ts';
import { changesAnswer } from '../../server/answers/changes.ts';
import type { Card, CardInput } from '../../server/domain/card.ts';
import { archiveBenefit, createBenefit, saveBenefit } from '../../server/edits/benefit.ts';
import { restoreChange } from '../../server/edits/restore.ts';
import type { Db } from '../../server/warehouse/schema.ts';
import { engines } from '../support/databases.ts';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { loadedWarehouse } from '../support/loadedWarehouse.ts';

const EDITOR = { by: 'Grete Åkjær', at: 1_700_000_000 };
const BUNDLE = {
  ...EXAMPLE,
  benefits: `${EXAMPLE.benefits}
    A;P2;Benefit A;quality;indicator;;;tilf;;;Bo Dahl`,
};

describe.each(engines)('on $name a measure that several cards use', ({ open }) => {
  let warehouse: Awaited<ReturnType<typeof open>> | null = null;
  let db: Db;
  beforeEach(async () => {
    await warehouse?.close();
    warehouse = await loadedWarehouse(open, BUNDLE);
    db = warehouse.db;
  });
  afterAll(() => warehouse?.close());

  const card = (benefit: string) => cardAnswer(db, 'P2', benefit);
  const choice = async (code = 'tilf') => {
    const { measures } = await cardChoicesAnswer(db, 'P2');
    const found = measures.find((m) => m.measure === code);
    if (!found) throw new Error(code);
    return found;
  };
  const history = async (key: string) => (await changesAnswer(db, 'P2', { subject: 'benefit', key })).changes;
  /** A new card on the measure, which says what the measure does but for a change. */
  const create = async (part: Partial<Card>, input: Partial<CardInput>) => {
    const { card: like } = await card('A');
    const inputs = like.inputs.map((i) => ({ ...i, ...input }));
    const given = { card: { ...like, name: 'Gevinst C', ...part, inputs }, newRate: null };
    return (await createBenefit(db, 'P2', given, EDITOR)).benefit;
  };
  const save = async (benefit: string, change: (card: Card) => Card, revision?: string) => {
    const now = await card(benefit);
    const given = { revision: revision ?? now.revision, card: change(now.card), newRate: null };
    await saveBenefit(db, 'P2', benefit, given, EDITOR);
  };
  const withValue = (value: number) => (c: Card) => ({
    ...c,
    inputs: c.inputs.map((i) => ({ ...i, baseline: i.baseline && { ...i.baseline, value } })),
  });

  test('tells a form which benefits use it, but not those that were set aside', async () => {
    const named = async () => (await choice()).usedBy.map((b) => b.name);
    expect(await named()).toEqual(['Benefit A', 'Flere tilfredse borgere']);
    await archiveBenefit(db, 'P2', 'A', (await card('A')).revision, EDITOR);
    expect(await named()).toEqual(['Flere tilfredse borgere']);
  });

  test('keeps its targets and its baseline when a new card says nothing of them', async () => {
    const before = await card('A');
    const made = await create({ targets: [] }, { baseline: null });
    expect(await card('A')).toEqual(before);
    expect((await card(made)).card.targets).toEqual(before.card.targets);
    expect(await history('A')).toEqual([]);
  });

  test('is not changed by a new card that does not say what it saw of it, be it value, name or target', async () => {
    const before = await card('A');
    const baseline = before.card.inputs[0]?.baseline ?? null;
    const step = { due: '2025-06-30', pessimistic: null, likely: 90, optimistic: null };
    const refused = { code: 'changed-meanwhile', details: { measure: 'tilf' } };
    await expect(create({}, { baseline: baseline && { ...baseline, value: 10 } })).rejects.toMatchObject(
      refused,
    );
    await expect(create({}, { name: 'Andet' })).rejects.toMatchObject(refused);
    await expect(create({ targets: [...before.card.targets, step] }, {})).rejects.toMatchObject(refused);
    expect(await card('A')).toEqual(before);
    expect(await db.selectFrom('benefit').selectAll().where('name', '=', 'Gevinst C').execute()).toEqual([]);
  });

  test('is not changed by a new card that began before somebody else changed it', async () => {
    const { revision } = await choice();
    await save('A', withValue(55));
    await expect(create({ targets: [] }, { revision })).rejects.toMatchObject({
      code: 'changed-meanwhile',
      details: { measure: 'tilf' },
    });
    expect((await card('A')).card.targets).toHaveLength(1);
  });

  test('that is changed by a new card which saw it is changed in the history of the others, and can go back there', async () => {
    const before = await card('A');
    const { revision } = await choice();
    const made = await create({ targets: [] }, { revision });
    expect((await card('A')).card.targets).toEqual([]);
    const [change] = await history('A');
    expect(change).toMatchObject({ verb: 'changed', by: 'Grete Åkjær', restorable: true });
    expect(change?.fields).toContainEqual({ field: 'targets.2024-06-30.likely', from: 80, to: null });
    await restoreChange(db, Number(change?.change), EDITOR);
    expect(await card('A')).toEqual(before);
    expect((await card(made)).card.targets).toEqual(before.card.targets);
    expect((await history(made))[0]).toMatchObject({ verb: 'changed' });
  });

  test('makes a card that was opened before another changed it be refused', async () => {
    const { revision } = await card('B2');
    await save('A', withValue(55));
    await expect(save('B2', withValue(50), revision)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect((await card('A')).card.inputs[0]?.baseline?.value).toBe(55);
  });

  test('is in the history of both cards whichever was saved; one that is not touched has no entry', async () => {
    await save('A', (c) => ({ ...withValue(55)(c), owner: 'Cilla' }));
    const value = { field: 'inputs.indicator.baseline.value', from: 60, to: 55 };
    const owner = { field: 'owner', from: 'Bo Dahl', to: 'Cilla' };
    expect((await history('A'))[0]?.fields).toEqual([value, owner]);
    expect((await history('B2')).map((c) => c.fields)).toEqual([[value]]);
    await save('A', (c) => ({ ...c, owner: 'Bo Dahl' }));
    expect(await history('B2')).toHaveLength(1);
  });

  test('keeps the targets that a card never showed when the card turns to another of its measures', async () => {
    const inputs = [
      { role: 'volume', measure: null, name: 'Breve', unit: 'breve', better: 'higher' },
      { role: 'minutes', measure: null, name: 'Tid', unit: 'minutter', better: 'lower' },
    ].map((i) => ({ ...i, how: null, source: null, baseline: null })) as CardInput[];
    const { card: like } = await card('A');
    const step = (due: string) => [{ due, pessimistic: null, likely: 5, optimistic: null }];
    const first: Card = {
      ...like,
      name: 'Post',
      method: 'per_item',
      cashable: false,
      inputs,
      targets: step('2025-01-01'),
    };
    const { benefit } = await createBenefit(db, 'P2', { card: first, newRate: null }, EDITOR);
    const volume = (c: Card) => c.inputs.filter((i) => i.role === 'volume');
    const turned = (c: Card): Card => ({
      ...c,
      method: 'indicator',
      inputs: volume(c).map((i) => ({ ...i, role: 'indicator' })),
      targets: step('2026-01-01'),
    });
    await save(benefit, turned);
    const back = (c: Card): Card => ({
      ...c,
      method: 'per_item',
      inputs: [
        ...c.inputs.map((i) => ({ ...i, role: 'volume' as const })),
        { ...first.inputs[1], measure: `${benefit}-minutter` } as CardInput,
      ],
      targets: [],
    });
    await save(benefit, back);
    expect((await card(benefit)).card.targets.map((t) => t.due)).toEqual(['2025-01-01']);
  });
});
