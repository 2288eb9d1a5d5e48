import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardAnswer, cardChoicesAnswer, projectFactsAnswer } from '../../server/answers/card.ts';
import { changesAnswer } from '../../server/answers/changes.ts';
import { mapAnswer } from '../../server/answers/map.ts';
import { measuresAnswer } from '../../server/answers/measures.ts';
import type { Card, CardInput } from '../../server/domain/card.ts';
import { saveBenefit } from '../../server/edits/benefit.ts';
import { edit } from '../../server/edits/edit.ts';
import { saveMap } from '../../server/edits/map.ts';
import { removeMeasurement, saveMeasurement } from '../../server/edits/measurement.ts';
import { saveProject } from '../../server/edits/project.ts';
import { renameGoal } from '../../server/edits/renameGoal.ts';
import { restoreChange } from '../../server/edits/restore.ts';
import { GevinstError } from '../../server/errors.ts';
import type { Db } from '../../server/warehouse/schema.ts';
import { engines } from '../support/databases.ts';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { loadedWarehouse } from '../support/loadedWarehouse.ts';

const TODAY = '2026-11-21';
const EDITOR = { by: 'Grete Åkjær', at: 1_700_000_000 };
const BUNDLE = {
  ...EXAMPLE,
  measures: `${EXAMPLE.measures}
    tid;P1;Timer til løn;timer;flow;lower;Tidsregistrering
    post;P1;Timer til post;timer;flow;lower;
    ros;P1;Ros fra borgere;%;level;higher;`,
  measurements: `
    measure;phase;from;to;per;value;low;high;n;basis;note
    min1;before;2023-10-01;;;10;;;40;actual;
    min1;after;2024-01-01;;;4;;;40;actual;
    tid;before;2022-01-01;;year;500;450;550;5;actual;Første
    tid;before;2023-01-01;2023-12-31;year;437;400;490;7;expected;Anden
    tid;after;2024-01-01;;month;20;18;24;3;actual;
    post;before;2023-01-01;;month;60;50;70;;actual;
    ros;before;2023-01-01;;;38;;;50;actual;`,
  benefits: `
    benefit;project;name;type;method;hours;indicator;rate;cashable;owner
    TI;P1;Færre timer;productivity;hours;tid;;std;no;Anne Holm
    PO;P1;Mindre post;productivity;hours;post;;std;no;Bo Dahl
    RO;P1;Mere ros;quality;indicator;;ros;;;Bo Dahl`,
  targets: `
    measure;due;value;low;high
    tid;2024-12-31;300;250;350
    tid;2025-12-31;200;150;250
    post;2025-12-31;40;30;50
    ros;2024-12-31;60;;`,
  followups: '',
  links: `
    from;to
    P1;Robotten læser
    Robotten læser;TI
    TI;Mere tid
    PO;Mere tid
    RO;Glade borgere
    Mere tid;Glade borgere`,
};

describe.each(engines)('$name', ({ open }) => {
  let warehouse: Awaited<ReturnType<typeof open>>;
  let db: Db;
  beforeAll(async () => {
    const { followups: _, ...bundle } = BUNDLE;
    warehouse = await loadedWarehouse(open, bundle);
    db = warehouse.db;
    // What a file can hold of a benefit and its card never asks for, and what only the survey form counts.
    await db.updateTable('benefit').set({ minutes: 'min1' }).where('benefit', '=', 'TI').execute();
    await db.updateTable('measurement').set({ counted: 19 }).where('measure', '=', 'ros').execute();
  });
  afterAll(() => warehouse.close());

  const save = async (benefit: string, change: (card: Card) => Card) => {
    const { card, revision } = await cardAnswer(db, 'P1', benefit);
    await saveBenefit(db, 'P1', benefit, { revision, card: change(card), newRate: null }, EDITOR);
  };
  const baselineOf = (measure: string) =>
    db
      .selectFrom('measurement')
      .select(['from_day', 'value', 'low', 'high', 'n', 'counted', 'basis'])
      .where('measure', '=', measure)
      .where('phase', '=', 'before')
      .orderBy('from_day', 'desc')
      .executeTakeFirst();
  const last = async () => {
    const rows = await db.selectFrom('change').select('change_id').orderBy('change_id', 'desc').execute();
    return rows[0]?.change_id ?? 0;
  };
  const restore = (change: number) => restoreChange(db, change, EDITOR);
  /** Everything about the benefits of the project, apart from who wrote it when. */
  const rows = async () => {
    const measures = ['min1', 'tid', 'post', 'ros'];
    const all = [
      ...(await db.selectFrom('measure').selectAll().where('measure', 'in', measures).execute()),
      ...(await db.selectFrom('measurement').selectAll().where('measure', 'in', measures).execute()),
      ...(await db.selectFrom('target').selectAll().where('measure', 'in', measures).execute()),
      ...(await db.selectFrom('benefit').selectAll().execute()),
      ...(await db.selectFrom('link').selectAll().execute()),
    ];
    const cards = await db.selectFrom('benefit_card').selectAll().execute();
    const said = cards.filter(({ benefit: _, ...card }) => Object.values(card).some((v) => v !== null));
    return [...all.map(({ load_id: _, ...row }) => row), ...said].map((row) => JSON.stringify(row)).sort();
  };

  test('a baseline keeps its range, its count and its basis when something else of it is changed', async () => {
    await save('TI', (card) => withBaseline(card, { note: 'Talt igen', n: 9 }));
    expect(await baselineOf('tid')).toMatchObject({ low: 400, high: 490, n: 9, basis: 'expected' });
    await save('RO', (card) => withBaseline(card, { note: 'Spurgt', from: '2023-02-01' }));
    expect(await baselineOf('ros')).toMatchObject({ value: 38, n: 50, counted: 19 });
    await restore(await last());
    await restore((await last()) - 2);
  });

  test('437 (400–490) that becomes 600 is 437 (400–490) again when one goes back; the history tells the range', async () => {
    const before = await rows();
    await save('TI', (card) => withBaseline(card, { value: 600 }));
    expect(await baselineOf('tid')).toMatchObject({ value: 600, low: null, high: null });
    const { changes } = await changesAnswer(db, 'P1', { subject: 'benefit', key: 'TI' });
    expect(changes[0]?.fields).toEqual([
      { field: 'inputs.hours.baseline.value', from: 437, to: 600 },
      { field: 'inputs.hours.baseline.low', from: 400, to: null },
      { field: 'inputs.hours.baseline.high', from: 490, to: null },
    ]);
    await restore(await last());
    expect(await rows()).toEqual(before);
  });

  test('a baseline that is taken out comes back, and the one before it stays', async () => {
    const before = await rows();
    await save('TI', (card) => withBaseline(card, null));
    expect(await baselineOf('tid')).toMatchObject({ value: 500 });
    await restore(await last());
    expect(await rows()).toEqual(before);
  });

  test('a measure that a benefit no longer shows is no loss: its card does not speak of it', async () => {
    await save('TI', (card) => ({ ...card, owner: 'Cilla' }));
    const row = await db.selectFrom('benefit').selectAll().where('benefit', '=', 'TI').executeTakeFirst();
    expect(row).toMatchObject({ owner: 'Cilla', minutes: 'min1', hours: 'tid', attribution: null });
    await restore(await last());
  });

  test('a project stays in its department where another is called the same, and comes back to it', async () => {
    const other = { municipality: '0630', parent: 'yd', load_id: 0 };
    await db
      .insertInto('department')
      .values({ ...other, department: 'aa', name: 'Ydelse' })
      .execute();
    const codeOf = async () =>
      (await db.selectFrom('project').select('department').where('project', '=', 'P1').executeTakeFirst())
        ?.department;
    const saveProjectWith = async (part: object) => {
      const { content, revision } = await projectFactsAnswer(db, 'P1');
      await saveProject(db, 'P1', { revision, content: { ...content, ...part } }, EDITOR);
    };
    await saveProjectWith({ contact: 'Omstillingen' });
    expect(await codeOf()).toBe('yd');
    await saveProjectWith({ department: 'Administration' });
    await restore(await last());
    expect(await codeOf()).toBe('yd');
  });

  test('any edit that is gone back from leaves every row as it was; one that is refused changes none', async () => {
    const first = await rows();
    let saved = 0;
    await fc.assert(
      fc.asyncProperty(anyEdit, async (made) => {
        const before = await last();
        await make(made).catch((error) => {
          if (!(error instanceof GevinstError)) throw error;
        });
        const now = await last();
        if (now > before) saved++;
        const changes = await db
          .selectFrom('change')
          .selectAll()
          .where('change_id', '>', before)
          .orderBy('change_id', 'desc')
          .execute();
        // An edit of a card is gone back from there; what it did to others' cards goes with it.
        const own = changes.filter((c) => c.subject !== 'benefit' || c.subject_key === made.of);
        for (const { change_id } of own) await restore(change_id);
        expect(await rows()).toEqual(first);
      }),
      // A measurement that is saved as it was is no change.
      { numRuns: 60, examples: [[{ kind: 'measurement', of: 'ros', at: 0, entry: {} }]] },
    );
    expect(saved).toBeGreaterThan(10);
  });

  async function make(made: Edit): Promise<void> {
    if (made.kind === 'card') {
      const { measures } = await cardChoicesAnswer(db, 'P1');
      const taken = made.takes === null ? null : measures.find((m) => m.measure === made.takes);
      await save(made.of, (card) => {
        const moved = made.moved === undefined ? card : withBaseline(card, made.moved);
        const inputs = moved.inputs.map((i): CardInput => {
          if (taken) return { role: i.role, ...taken, revision: taken.revision };
          return { ...i, ...made.measure };
        });
        const next = { ...moved, ...made.said, inputs };
        if (!made.asIndicator) return next;
        return { ...next, method: 'indicator', inputs: inputs.map((i) => ({ ...i, role: 'indicator' })) };
      });
    } else if (made.kind === 'measurement') {
      const { measures } = await measuresAnswer(db, 'P1', TODAY);
      const found = measures.find((m) => m.measure === made.of)?.measurements[made.at];
      if (!found) return;
      const seen = { phase: found.phase, from: found.from, revision: found.revision };
      const place = { project: 'P1', measure: made.of };
      if (made.entry === null) await removeMeasurement(db, { ...place, seen }, EDITOR);
      else {
        const { phase, from, to, per, value, low, high, n, counted, basis, note } = found;
        const was = { phase, from, to, per, value, low, high, n, counted, basis, note };
        const entry = { ...was, ...made.entry };
        await saveMeasurement(db, { ...place, entry, replaces: seen, today: TODAY }, EDITOR);
      }
    } else if (made.kind === 'map') {
      const { nodes, links, revision } = await mapAnswer(db, 'P1', TODAY);
      const texts = nodes.filter((n) => n.text).map(({ node, kind }) => ({ node, kind }));
      const kept = links.filter((_, i) => i !== made.without).map(({ from, to }) => ({ from, to }));
      const more = made.goal === null ? [] : [{ node: made.goal, kind: 'goal' as const }];
      const arrows = made.goal === null ? [] : [{ from: made.of, to: made.goal }];
      const map = { revision, nodes: [...texts, ...more], links: [...kept, ...arrows] };
      await edit(db, (trx) => saveMap(trx, 'P1', map, EDITOR));
    } else {
      await edit(db, (trx) => renameGoal(trx, { from: made.from, to: made.to }, EDITOR));
    }
  }
});

type Change = Partial<NonNullable<CardInput['baseline']>>;
type Edit =
  | {
      kind: 'card';
      of: string;
      moved: Change | null | undefined;
      measure: Partial<CardInput>;
      takes: string | null;
      asIndicator: boolean;
      said: Partial<Card>;
    }
  | { kind: 'measurement'; of: string; at: number; entry: object | null }
  | { kind: 'map'; of: string; without: number; goal: string | null }
  | { kind: 'rename'; of: string; from: string; to: string };

const partly = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(model, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
const value = fc.constantFrom(437, 600, 38, 500, 60.5);
const firstDay = fc.constantFrom('2021-01-01', '2022-01-01', '2022-06-01', '2023-01-01', '2024-02-01');
const number = fc.constantFrom(7, 50, null);
const note = fc.constantFrom('Ny note', null);
const baseline = partly({
  value,
  from: firstDay,
  to: fc.constantFrom('2025-12-31', null),
  n: number,
  note,
  basis: fc.constantFrom('actual' as const, 'expected' as const),
});
const step = fc.record({
  due: fc.constantFrom('2024-12-31', '2025-12-31', '2026-06-30'),
  pessimistic: fc.constant(null),
  likely: fc.constantFrom(10, 25, 45),
  optimistic: fc.constant(null),
});
const said = partly({
  name: fc.constantFrom('Andet navn', 'Tredje navn'),
  attribution: fc.constantFrom(0.25, 1),
  targets: fc.uniqueArray(step, { selector: (s) => s.due, maxLength: 3 }),
  owner: fc.constantFrom('Cilla', null),
  risks: fc.constantFrom('Ferie', null),
  evidence: fc.constantFrom<string[]>([], ['https://vejle.dk']),
});
const benefitCode = fc.constantFrom('TI', 'PO', 'RO');

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: cardEdit() },
  { weight: 2, arbitrary: measurementEdit() },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('map' as const),
      of: benefitCode,
      without: fc.integer({ min: 0, max: 6 }),
      goal: fc.constantFrom('Nyt mål', 'Mere tid', null),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('rename' as const),
      of: fc.constant(''),
      from: fc.constantFrom('Mere tid', 'Glade borgere'),
      to: fc.constantFrom('Glade borgere', 'Mere  tid', 'Tid', 'glade borgere'),
    }),
  },
);

function cardEdit(): fc.Arbitrary<Edit> {
  return fc.record({
    kind: fc.constant('card' as const),
    of: benefitCode,
    moved: fc.option(fc.option(baseline, { nil: null }), { nil: undefined }),
    measure: partly({
      name: fc.constantFrom('Nyt navn', 'Timer'),
      how: fc.constantFrom('Ur', null),
      better: fc.constantFrom('higher' as const, 'lower' as const),
    }),
    takes: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom('tid', 'post') },
    ),
    asIndicator: fc.boolean(),
    said,
  });
}

function measurementEdit(): fc.Arbitrary<Edit> {
  const entry = partly({ value, from: firstDay, low: fc.constant(null), high: fc.constant(null), n: number });
  return fc.record({
    kind: fc.constant('measurement' as const),
    of: fc.constantFrom('tid', 'post', 'ros'),
    at: fc.integer({ min: 0, max: 2 }),
    entry: fc.option(entry, { nil: null }),
  });
}

/** A card whose only baseline says something else; null takes it out. */
function withBaseline(card: Card, change: Change | null): Card {
  const inputs = card.inputs.map((i) => ({
    ...i,
    baseline: change === null ? null : i.baseline && { ...i.baseline, ...change },
  }));
  return { ...card, inputs };
}
