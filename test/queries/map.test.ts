import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goalsAnswer, mapAnswer } from '../../server/answers/map.ts';
import type { MapContent } from '../../server/contract/map.ts';
import { edit } from '../../server/edits/edit.ts';
import { restoreMap, saveMap } from '../../server/edits/map.ts';
import { renameGoal } from '../../server/edits/renameGoal.ts';
import type { Db } from '../../server/warehouse/schema.ts';
import { engines } from '../support/databases.ts';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { loadedWarehouse } from '../support/loadedWarehouse.ts';

const TODAY = '2026-11-21';
const EDITOR = { by: 'Grete Åkjær', at: 1_700_000_000 };
const LINKS = `
  from;to
  P1;Robotten læser
  Robotten læser;B1
  B1;Mere tid til borgerne
  P2;Appen spørger
  Appen spørger;B2
  B2;Mere tid til borgerne`;

describe.each(engines)('$name', ({ open }) => {
  let warehouse: Awaited<ReturnType<typeof open>>;
  let db: Db;
  beforeAll(async () => {
    warehouse = await loadedWarehouse(open, { ...EXAMPLE, links: LINKS });
    db = warehouse.db;
  });
  afterAll(() => warehouse.close());

  const content = async (project: string) => {
    const { nodes, links, revision } = await mapAnswer(db, project, TODAY);
    return {
      revision,
      nodes: nodes.filter((n) => n.text).map(({ node, kind }) => ({ node, kind })),
      links: links.map(({ from, to }) => ({ from, to })),
    };
  };
  const arrows = async (project: string) => (await content(project)).links.map((l) => `${l.from} > ${l.to}`);
  const save = (project: string, map: MapContent & { revision: string }) =>
    edit(db, (trx) => saveMap(trx, project, map, EDITOR));
  const changes = () => db.selectFrom('change').selectAll().orderBy('change_id').execute();

  test('the boxes carry costs, gains, hours and status; the goal the sum of what is known', async () => {
    const { nodes, until } = await mapAnswer(db, 'P1', TODAY);
    expect(until).toBe('2024-06');
    expect(nodes.map((n) => [n.kind, n.name, n.shared])).toEqual([
      ['solution', 'Ansøgninger om helbredstillæg', 0],
      ['change', 'Robotten læser', 0],
      ['benefit', 'Kortere sagsbehandling', 0],
      ['goal', 'Mere tid til borgerne', 1],
    ]);
    const [solution, , benefit, goal] = nodes;
    expect(solution?.costs).toEqual({ costs: 112_000, reasons: {} });
    expect(benefit?.benefit).toMatchObject({
      gains: 144_000,
      hours: 360,
      status: { status: 'on_track', from: 'followup', day: '2024-04-03' },
    });
    expect(goal?.goal).toMatchObject({ benefits: 1, monetary: 1, known: 1, gains: 144_000 });
  });

  test('the portfolio’s goal is carried by both projects; the one that is not in money is not zero in the sum', async () => {
    const { goals, without } = await goalsAnswer(db, TODAY);
    expect(without).toEqual([]);
    expect(goals).toMatchObject([
      {
        goal: 'Mere tid til borgerne',
        projects: 2,
        sum: { benefits: 2, monetary: 1, known: 1, gains: 144_000 },
        benefits: [
          { benefit: 'B1', status: { status: 'on_track' } },
          { benefit: 'B2', status: { status: 'behind', from: 'target', day: '2024-06-30' } },
        ],
      },
    ]);
  });

  test('renaming a shared goal on one map leaves the other project’s as it was', async () => {
    const map = await content('P1');
    const renamed = (node: string) => (node === 'Mere tid til borgerne' ? 'Kortere ventetid' : node);
    await save('P1', {
      revision: map.revision,
      nodes: map.nodes.map((n) => ({ ...n, node: renamed(n.node) })),
      links: map.links.map((l) => ({ from: renamed(l.from), to: renamed(l.to) })),
    });
    expect(await arrows('P1')).toContain('B1 > Kortere ventetid');
    expect(await arrows('P1')).not.toContain('B1 > Mere tid til borgerne');
    expect(await arrows('P2')).toContain('B2 > Mere tid til borgerne');
    const [change] = await changes();
    expect(change).toMatchObject({ by: 'Grete Åkjær', project: 'P1', subject: 'map', subject_key: 'P1' });
    expect(change?.before).toContain('Mere tid til borgerne');
    expect(change?.after).toContain('Kortere ventetid');
  });

  test('a map that was changed meanwhile is not written over; saving the same again is no change', async () => {
    const map = await content('P1');
    const first = await save('P1', { ...map, nodes: [...map.nodes, { node: 'Ny praksis', kind: 'change' }] });
    await expect(save('P1', map)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const count = (await changes()).length;
    const again = await save('P1', await content('P1'));
    expect(again).toEqual(first);
    expect((await changes()).length).toBe(count);
  });

  test('what was is put back as a new change', async () => {
    const before = await content('P1');
    const [first] = await changes();
    const wanted = JSON.parse(first?.before ?? '');
    await edit(db, (trx) => restoreMap(trx, 'P1', wanted, EDITOR));
    expect((await content('P1')).links).toEqual(wanted.links);
    expect((await changes()).at(-1)).toMatchObject({ verb: 'restored' });
    await edit(db, (trx) => restoreMap(trx, 'P1', before, EDITOR));
    expect(await content('P1')).toEqual(before);
  });

  test('a text that another project also has keeps the other’s arrows when it is removed here', async () => {
    const shared = [
      { from: 'Fælles', to: 'Fælles trin to' },
      { from: 'P1', to: 'Fælles' },
      { from: 'Fælles trin to', to: 'B1' },
    ];
    const own = await content('P1');
    const nodes = [
      { node: 'Fælles', kind: 'change' as const },
      { node: 'Fælles trin to', kind: 'change' as const },
    ];
    await save('P1', { ...own, nodes: [...own.nodes, ...nodes], links: [...own.links, ...shared] });
    const other = await content('P2');
    await save('P2', {
      ...other,
      nodes: [...other.nodes, ...nodes],
      links: [...other.links, { from: 'P2', to: 'Fælles' }, ...shared.slice(0, 1)],
    });
    await save('P1', { ...own, revision: (await content('P1')).revision });
    expect((await content('P1')).links).toEqual(own.links);
    expect(await arrows('P2')).toContain('Fælles > Fælles trin to');
  });

  test.each([
    ['backwards', { from: 'Kortere ventetid', to: 'B1' }, 'goes backwards'],
    ['to what is not there', { from: 'B1', to: 'Intet' }, 'not on the map'],
    ['to another project’s benefit', { from: 'B1', to: 'B2' }, 'not on the map'],
  ])('an arrow %s is refused', async (_title, link, why) => {
    const map = await content('P1');
    await expect(save('P1', { ...map, links: [...map.links, link] })).rejects.toMatchObject({
      code: 'bad-parameter',
      message: expect.stringContaining(why),
    });
  });

  test('a benefit that is left out stays on the map without arrows', async () => {
    const map = await content('P1');
    await save('P1', { ...map, links: map.links.filter((l) => l.from !== 'B1' && l.to !== 'B1') });
    const { nodes } = await mapAnswer(db, 'P1', TODAY);
    expect(nodes.map((n) => n.node)).toContain('B1');
    await save('P1', { ...(await content('P1')), links: map.links });
  });

  test('renaming a goal everywhere changes every map that has it, and each history says so', async () => {
    const count = (await changes()).length;
    const { projects } = await edit(db, (trx) =>
      renameGoal(trx, { from: 'Mere tid til borgerne', to: 'Kortere ventetid' }, EDITOR),
    );
    expect(projects).toBe(1);
    expect(await arrows('P2')).toContain('B2 > Kortere ventetid');
    expect((await changes()).slice(count).map((c) => c.project)).toEqual(['P2']);
    const { goals } = await goalsAnswer(db, TODAY);
    expect(goals.find((g) => g.goal === 'Kortere ventetid')?.projects).toBe(2);
  });
});
