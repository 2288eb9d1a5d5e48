import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { goalsAnswer, mapAnswer } from '../../server/answers/map.ts';
import type { MapContent } from '../../server/contract/map.ts';
import { edit } from '../../server/edits/edit.ts';
import { saveMap } from '../../server/edits/map.ts';
import { renameGoal } from '../../server/edits/renameGoal.ts';
import type { Db } from '../../server/warehouse/schema.ts';
import { engines } from '../support/databases.ts';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { loadedWarehouse } from '../support/loadedWarehouse.ts';

const TODAY = '2026-11-21';
const EDITOR = { by: 'Grete Åkjær', at: 1_700_000_000 };
const LINKS = `
  from;to
  B1;Bedre   service
  B1;Bedre service
  Bedre   service;Glade borgere
  B2;Bedre service`;

describe.each(engines)('on $name goals', ({ open }) => {
  let warehouse: Awaited<ReturnType<typeof open>> | null = null;
  let db: Db;
  beforeEach(async () => {
    await warehouse?.close();
    warehouse = await loadedWarehouse(open, { ...EXAMPLE, links: LINKS });
    db = warehouse.db;
  });
  afterAll(() => warehouse?.close());

  const content = async (project: string): Promise<MapContent & { revision: string }> => {
    const { nodes, links, revision } = await mapAnswer(db, project, TODAY);
    return {
      revision,
      nodes: nodes.filter((n) => n.text).map(({ node, kind }) => ({ node, kind })),
      links: links.map(({ from, to }) => ({ from, to })),
    };
  };
  const goals = async () =>
    (await goalsAnswer(db, TODAY)).goals.map((g) => [g.goal, g.benefits.map((b) => b.benefit)]);
  const save = (project: string, map: MapContent & { revision: string }) =>
    edit(db, (trx) => saveMap(trx, project, map, EDITOR));
  const rename = (from: string, to: string) => edit(db, (trx) => renameGoal(trx, { from, to }, EDITOR));
  const links = async () =>
    (await db.selectFrom('link').selectAll().execute()).map((l) => `${l.from_node} > ${l.to_node}`).sort();

  test('that differ in white space only, as files wrote them, are one, with one sum', async () => {
    expect(await goals()).toEqual([
      ['Bedre service', ['B1', 'B2']],
      ['Glade borgere', ['B1', 'B2']],
    ]);
    expect((await content('P1')).links).toHaveLength(2);
  });

  test('stay one, and no row is written anew, when something else of a map is changed', async () => {
    const before = await links();
    const map = await content('P1');
    const nodes = [...map.nodes, { node: ' Ny   vane ', kind: 'change' as const }];
    await save('P1', { ...map, nodes });
    expect(await links()).toEqual(before);
    expect((await content('P1')).nodes.map((n) => n.node)).toContain('Ny vane');
    expect((await goals())[0]).toEqual(['Bedre service', ['B1', 'B2']]);
  });

  test('leave a map in every spacing when their arrows are taken away', async () => {
    const map = await content('P1');
    await save('P1', { revision: map.revision, nodes: [], links: [] });
    expect(await links()).toEqual(['B2 > Bedre service', 'Bedre   service > Glade borgere']);
    expect((await goals())[0]).toEqual(['Bedre service', ['B2']]);
  });

  test('are renamed in every spacing, to single spaces', async () => {
    const answer = await rename('Bedre  service', '  Hurtig   service ');
    expect(answer).toEqual({ goal: 'Hurtig service', joined: false, projects: 2 });
    expect(await links()).toEqual([
      'B1 > Hurtig service',
      'B2 > Hurtig service',
      'Hurtig service > Glade borgere',
    ]);
  });

  test('that are renamed to what another is called in other capitals join it, and keep its letters', async () => {
    const map = await content('P1');
    const goal = { node: 'Kortere ventetid', kind: 'goal' as const };
    await save('P1', {
      ...map,
      nodes: [...map.nodes, goal],
      links: [...map.links, { from: 'B1', to: goal.node }],
    });
    const answer = await rename('Kortere ventetid', 'BEDRE  SERVICE');
    expect(answer).toEqual({ goal: 'Bedre service', joined: true, projects: 1 });
    expect((await goals()).map(([name]) => name)).toEqual(['Bedre service', 'Glade borgere']);
  });

  test('get other capitals where no other is called so; renaming to the same is no change', async () => {
    expect(await rename('Bedre service', 'BEDRE SERVICE')).toEqual({
      goal: 'BEDRE SERVICE',
      joined: false,
      projects: 2,
    });
    expect((await goals())[0]).toEqual(['BEDRE SERVICE', ['B1', 'B2']]);
    const count = (await db.selectFrom('change').selectAll().execute()).length;
    expect(await rename('BEDRE SERVICE', 'BEDRE  SERVICE')).toMatchObject({ projects: 0 });
    expect(await db.selectFrom('change').selectAll().execute()).toHaveLength(count);
  });
});
