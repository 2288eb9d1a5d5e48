import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { benefitsAnswer } from '../../server/answers/benefits.ts';
import { cardAnswer } from '../../server/answers/card.ts';
import { mapAnswer } from '../../server/answers/map.ts';
import { edit } from '../../server/edits/edit.ts';
import { saveMap } from '../../server/edits/map.ts';
import { addBenefit, renameBenefit } from '../../server/edits/mapBenefit.ts';
import type { Db } from '../../server/warehouse/schema.ts';
import { engines } from '../support/databases.ts';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { loadedWarehouse } from '../support/loadedWarehouse.ts';

const TODAY = '2026-11-21';
const EDITOR = { by: 'Grete Åkjær', at: 1_700_000_000 };

describe.each(engines)('$name', ({ open }) => {
  let warehouse: Awaited<ReturnType<typeof open>>;
  let db: Db;
  beforeAll(async () => {
    warehouse = await loadedWarehouse(open, EXAMPLE);
    db = warehouse.db;
  });
  afterAll(() => warehouse.close());

  const add = (project: string, name: string) => edit(db, (trx) => addBenefit(trx, project, name, EDITOR));
  const boxOf = async (benefit: string) =>
    (await mapAnswer(db, 'P1', TODAY)).nodes.find((n) => n.node === benefit);

  test('a benefit by its name alone is on the map, and its figures are unknown with their reasons', async () => {
    const { benefit } = await add('P1', 'Mindre transporttid');
    expect(benefit).toBe('mindre-transporttid');
    expect(await boxOf(benefit)).toMatchObject({
      kind: 'benefit',
      name: 'Mindre transporttid',
      benefit: {
        gains: null,
        before: null,
        after: null,
        target: null,
        status: { status: null },
        reasons: { before: 'no-measure', after: 'no-measure' },
      },
    });
    const { benefits } = await benefitsAnswer(db, 'P1', TODAY);
    const line = benefits.find((b) => b.benefit === benefit);
    expect([line?.gains, line?.hours, line?.unit]).toEqual([null, null, null]);
    const { card } = await cardAnswer(db, 'P1', benefit);
    expect([card.inputs, card.targets, card.method]).toEqual([[], [], 'indicator']);
  });

  test('it can be connected at once, and the map’s revision is as it was before it was made', async () => {
    const before = await mapAnswer(db, 'P1', TODAY);
    const { benefit } = await add('P1', 'Færre fejl');
    const map = await mapAnswer(db, 'P1', TODAY);
    expect(map.revision).toBe(before.revision);
    const links = [...map.links.map(({ from, to }) => ({ from, to })), { from: 'P1', to: benefit }];
    const nodes = map.nodes.filter((n) => n.text).map(({ node, kind }) => ({ node, kind }));
    await edit(db, (trx) => saveMap(trx, 'P1', { revision: map.revision, nodes, links }, EDITOR));
    const drawn = await mapAnswer(db, 'P1', TODAY);
    expect(drawn.links).toContainEqual({ from: 'P1', to: benefit, shared: 0 });
  });

  test('its name is changed though the card is incomplete, and both are in its history', async () => {
    const { benefit } = await add('P1', 'Glade borgere');
    const { revision } = await cardAnswer(db, 'P1', benefit);
    const rename = (name: string) =>
      edit(db, (trx) => renameBenefit(trx, { project: 'P1', benefit }, { name, revision }, EDITOR));
    await rename('Mere tilfredse borgere');
    expect((await boxOf(benefit))?.name).toBe('Mere tilfredse borgere');
    await expect(rename('For sent')).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const history = await db
      .selectFrom('change')
      .select('verb')
      .where('subject_key', '=', benefit)
      .orderBy('change_id')
      .execute();
    expect(history.map((h) => h.verb)).toEqual(['created', 'changed']);
  });

  test('a name that is empty or too long is refused, and so is a project that is not there', async () => {
    await expect(add('P1', ' ')).rejects.toMatchObject({ code: 'bad-parameter' });
    await expect(add('P1', 'x'.repeat(201))).rejects.toMatchObject({ code: 'bad-parameter' });
    await expect(add('P9', 'Gevinst')).rejects.toMatchObject({ code: 'not-found' });
  });
});
