import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPaths } from '../../etl/load.ts';
import { benefitsAnswer } from '../../server/answers/benefits.ts';
import { businessCaseAnswer } from '../../server/answers/businessCase.ts';
import { cardAnswer, cardChoicesAnswer, projectFactsAnswer } from '../../server/answers/card.ts';
import { changesAnswer } from '../../server/answers/changes.ts';
import { mapAnswer } from '../../server/answers/map.ts';
import { portfolioAnswer } from '../../server/answers/portfolio.ts';
import { projectAnswer } from '../../server/answers/project.ts';
import { bareCard, type Card } from '../../server/domain/card.ts';
import { estimateCard } from '../../server/domain/cardEstimate.ts';
import { archiveBenefit, createBenefit, saveBenefit, unarchiveBenefit } from '../../server/edits/benefit.ts';
import { createProject, saveProject } from '../../server/edits/project.ts';
import { restoreChange } from '../../server/edits/restore.ts';
import type { Db } from '../../server/warehouse/schema.ts';
import { engines } from '../support/databases.ts';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { tempFolder, writeBundle } from '../support/gevinst.ts';

const EDITOR = { by: 'Grete Åkjær', at: 1_800_000_000 };
const TODAY = '2026-11-21';
const HOURS: Card = {
  ...bareCard('Færre timer til løn på Ærø'),
  type: 'productivity',
  cashable: true,
  method: 'hours',
  inputs: [
    {
      role: 'hours',
      measure: null,
      name: 'Timer til løn',
      unit: 'timer',
      better: 'lower',
      how: 'Tidsregistrering',
      source: null,
      baseline: { value: 100, from: '2024-01-01', to: null, per: 'month', n: 12, note: 'Talt i løn' },
    },
  ],
  targets: [{ due: '2026-12-31', pessimistic: 90, likely: 75, optimistic: 50 }],
  attribution: 0.5,
  owner: 'Anne Holm',
  evidence: ['https://vejle.dk/sag'],
};

const FLOW = 'measure;project;name;unit;kind;better\nklager;P1;Klager;klager;flow;lower';
const LEFT = {
  ...{ measured_by: null, department: null, frequency: null, phase_in: null, assumptions: null },
  ...{ dependencies: null, risks: null, evidence: null, deviation: null },
  ...{ archived: '2026-01-01', closed: '2026-01-01' },
};

describe.each(engines)('$name', ({ open }) => {
  const folder = tempFolder();
  let warehouse: Awaited<ReturnType<typeof open>>;
  let db: Db;

  beforeAll(async () => {
    warehouse = await open();
    db = warehouse.db;
    await loadPaths(db, [writeBundle(folder.path, EXAMPLE)], { by: 'test' });
  });
  afterAll(async () => {
    await warehouse.close();
    folder.remove();
  });

  const make = async (card: Card = HOURS) =>
    (await createBenefit(db, 'P1', { card, newRate: null }, EDITOR)).benefit;
  const save = async (benefit: string, change: (card: Card) => Card, revision?: string, project = 'P1') => {
    const now = await cardAnswer(db, project, benefit);
    const given = { revision: revision ?? now.revision, card: change(now.card), newRate: null };
    await saveBenefit(db, project, benefit, given, EDITOR);
    return cardAnswer(db, project, benefit);
  };
  const history = async (key: string) => (await changesAnswer(db, 'P1', { subject: 'benefit', key })).changes;

  test('a card that is made says what was typed; its codes come from its title, and are used once', async () => {
    const first = await make();
    const second = await make();
    expect([first, second]).toEqual(['faerre-timer-til-loen-paa-aeroe', 'faerre-timer-til-loen-paa-aeroe-2']);
    const { card } = await cardAnswer(db, 'P1', first);
    const [input] = HOURS.inputs;
    const baseline = { ...input?.baseline, basis: 'actual' };
    expect(card).toEqual({ ...HOURS, inputs: [{ ...input, measure: `${first}-timer`, baseline }] });
  });

  test('the targets are kept in numeric order: of hours the optimistic is the lowest', async () => {
    const benefit = await make();
    const rows = await db
      .selectFrom('target')
      .select(['value', 'low', 'high'])
      .where('measure', '=', `${benefit}-timer`)
      .execute();
    expect(rows).toEqual([{ value: 75, low: 50, high: 90 }]);
  });

  test('once the target is reached, the year’s figures are what the card estimated: 150 hours, 60,000 kr', async () => {
    const benefit = await make();
    const { card } = await cardAnswer(db, 'P1', benefit);
    const { rates } = await cardChoicesAnswer(db, 'P1');
    const known = rates.map((r) => ({ ...r, hourlyOere: r.hourlyKr * 100 }));
    const [step] = estimateCard(card, known);
    expect(step?.likely).toEqual({ hours: 150, kroner: 60_000, reason: null });
    const measurements = `measure;phase;from;to;per;value;basis\n${benefit}-timer;after;2025-01-01;2025-12-31;month;75;actual`;
    await loadPaths(db, [writeBundle(`${folder.path}/after`, { measurements })], { by: 'test' });
    const { benefits } = await benefitsAnswer(db, 'P1', TODAY, '2025-12');
    expect(benefits.find((b) => b.benefit === benefit)).toMatchObject({ hours: 150, gains: 60_000 });
  });

  test('an edit that began from something older changes nothing', async () => {
    const benefit = await make();
    const { revision } = await cardAnswer(db, 'P1', benefit);
    await save(benefit, (card) => ({ ...card, owner: 'Bo Dahl' }));
    await expect(save(benefit, (card) => ({ ...card, owner: 'Cilla' }), revision)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    expect((await cardAnswer(db, 'P1', benefit)).card.owner).toBe('Bo Dahl');
  });

  test('a baseline that moves to another day is one baseline, not two', async () => {
    const benefit = await make();
    await save(benefit, (card) => ({
      ...card,
      inputs: card.inputs.map((i) => ({
        ...i,
        baseline: i.baseline && { ...i.baseline, from: '2023-06-01', value: 110 },
      })),
    }));
    const rows = await db
      .selectFrom('measurement')
      .select(['from_day', 'value'])
      .where('measure', '=', `${benefit}-timer`)
      .execute();
    expect(rows).toEqual([{ from_day: '2023-06-01', value: 110 }]);
  });

  test('a baseline is not moved to before an earlier one, which would be the last then, nor written over it', async () => {
    const benefit = await make();
    const earlier = `measure;phase;from;per;value\n${benefit}-timer;before;2022-01-01;month;130`;
    await loadPaths(db, [writeBundle(`${folder.path}/earlier`, { measurements: earlier })], { by: 'test' });
    const moved = (from: string) =>
      save(benefit, (card) => ({
        ...card,
        inputs: card.inputs.map((i) => ({ ...i, baseline: i.baseline && { ...i.baseline, from } })),
      }));
    for (const from of ['2021-01-01', '2022-01-01']) {
      await expect(moved(from)).rejects.toMatchObject({ code: 'bad-parameter' });
    }
    expect((await moved('2022-02-01')).card.inputs[0]?.baseline).toMatchObject({
      from: '2022-02-01',
      value: 100,
    });
  });

  test('a target that is left out is gone, and the history says from what to what', async () => {
    const benefit = await make();
    const saved = await save(benefit, (card) => ({
      ...card,
      owner: 'Bo Dahl',
      targets: [{ due: '2027-06-30', pessimistic: null, likely: 60, optimistic: null }],
    }));
    expect(saved.card.targets).toHaveLength(1);
    const [newest, oldest] = await history(benefit);
    expect(newest).toMatchObject({ by: 'Grete Åkjær', verb: 'changed', restorable: true });
    expect(newest?.fields).toContainEqual({ field: 'owner', from: 'Anne Holm', to: 'Bo Dahl' });
    expect(newest?.fields).toContainEqual({ field: 'targets.2026-12-31.likely', from: 75, to: null });
    expect(newest?.fields).toContainEqual({ field: 'targets.2027-06-30.likely', from: null, to: 60 });
    expect(oldest).toMatchObject({ verb: 'created', restorable: false });
  });

  test('a change that is restored brings the whole card back, as a new change', async () => {
    const benefit = await make();
    const before = await cardAnswer(db, 'P1', benefit);
    await save(benefit, (card) => ({ ...card, name: 'Andet', targets: [], risks: 'Ingen' }));
    const [change] = await history(benefit);
    await restoreChange(db, Number(change?.change), EDITOR);
    expect(await cardAnswer(db, 'P1', benefit)).toEqual(before);
    expect((await history(benefit))[0]).toMatchObject({ verb: 'restored' });
    const first = (await history(benefit)).at(-1);
    await expect(restoreChange(db, Number(first?.change), EDITOR)).rejects.toMatchObject({
      code: 'bad-parameter',
    });
  });

  test('what is set aside is in no figure, and comes back with the same figures', async () => {
    const whole = await businessCaseAnswer(db, 'P1', TODAY);
    const { revision } = await cardAnswer(db, 'P1', 'B1');
    await archiveBenefit(db, 'P1', 'B1', revision, EDITOR);
    const without = await businessCaseAnswer(db, 'P1', TODAY);
    expect(without.benefits.map((b) => b.benefit)).not.toContain('B1');
    expect(without.totals.gains).toBe((whole.totals.gains ?? 0) - 144_000);
    const aside = await cardAnswer(db, 'P1', 'B1');
    expect(aside.archived).toMatch(/^\d{4}-\d\d-\d\d$/);
    const { archived } = await cardChoicesAnswer(db, 'P1');
    expect(archived).toEqual([{ benefit: 'B1', name: 'Kortere sagsbehandling' }]);
    await unarchiveBenefit(db, 'P1', 'B1', aside.revision, EDITOR);
    expect(await businessCaseAnswer(db, 'P1', TODAY)).toEqual(whole);
  });

  test('a loaded card is edited where it is touched: its measure stays the load’s', async () => {
    await save('B2', (card) => ({ ...card, measuredBy: 'Kontoret' }), undefined, 'P2');
    const [untouched] = await db
      .selectFrom('benefit')
      .select('load_id')
      .where('benefit', '=', 'B2')
      .execute();
    expect(untouched?.load_id).toBeGreaterThan(0);
    await save('B1', (card) => ({ ...card, owner: 'Bo Dahl' }));
    const loads = async (table: 'benefit' | 'measure') =>
      (await db.selectFrom(table).select('load_id').where('project', '=', 'P1').execute()).map(
        (r) => r.load_id,
      );
    expect(await loads('benefit')).toContain(0);
    const [minutes] = await db
      .selectFrom('measure')
      .select('load_id')
      .where('measure', '=', 'min1')
      .execute();
    expect(minutes?.load_id).toBeGreaterThan(0);
    const { card } = await cardAnswer(db, 'P1', 'B1');
    expect(card.inputs.map((i) => [i.role, i.measure])).toEqual([
      ['volume', 'robot:R1'],
      ['minutes', 'min1'],
    ]);
    const { robots } = await cardChoicesAnswer(db, 'P1');
    expect(robots).toEqual([{ robot: 'R1', name: 'Helbredstillæg', itemsPerYear: 7_200 }]);
  });

  test('a card that is wrong is refused with the field; nothing of it is saved', async () => {
    const wrong = {
      ...HOURS,
      name: 'Forkert',
      targets: [{ ...HOURS.targets[0], due: '2026-12-31', likely: 120 }],
    };
    const card = wrong as Card;
    await expect(createBenefit(db, 'P1', { card, newRate: null }, EDITOR)).rejects.toMatchObject({
      code: 'bad-parameter',
      details: { parameter: 'targets.0.likely', expected: 'wrong-direction' },
    });
    expect(await db.selectFrom('benefit').selectAll().where('name', '=', 'Forkert').execute()).toEqual([]);
  });

  test('a level’s value is for no period; a flow that is an indicator has one', async () => {
    await loadPaths(db, [writeBundle(`${folder.path}/flow`, { measures: FLOW })], { by: 'test' });
    const baseline = { value: 8, from: '2024-01-01', to: null, per: 'year' as const, n: null, note: null };
    const [input] = HOURS.inputs;
    if (!input) throw new Error('no input');
    const indicator = { ...input, role: 'indicator' as const, baseline };
    const perOf = async (measure: string | null, per: 'year' | null) => {
      const inputs = [{ ...indicator, measure, baseline: { ...baseline, per } }];
      const benefit = await make({ ...HOURS, method: 'indicator', inputs, targets: [] });
      return (await cardAnswer(db, 'P1', benefit)).card.inputs[0]?.baseline?.per;
    };
    expect(await perOf(null, 'year')).toBe(null);
    expect(await perOf('klager', 'year')).toBe('year');
    await expect(perOf('klager', null)).rejects.toMatchObject({
      code: 'bad-parameter',
      details: { parameter: 'inputs.indicator.baseline.per' },
    });
  });

  test('a measure of another kind cannot stand in: minutes per item are no flow of hours', async () => {
    const inputs = HOURS.inputs.map((i) => ({ ...i, measure: 'min1' }));
    await expect(make({ ...HOURS, inputs })).rejects.toMatchObject({
      code: 'bad-parameter',
      details: { parameter: 'inputs.hours.name', expected: 'flow' },
    });
  });

  test('a file in which one does leaves that benefit’s figures unknown, and everything else as it is', async () => {
    const benefits =
      'benefit;project;name;type;method;hours;cashable\nB7;P2;Timer;productivity;hours;min1;no';
    await loadPaths(db, [writeBundle(`${folder.path}/kind`, { benefits })], { by: 'test' });
    const { benefits: found } = await benefitsAnswer(db, 'P2', TODAY);
    const own = found.find((b) => b.benefit === 'B7');
    expect(own).toMatchObject({ gains: null, reasons: { gains: 'wrong-measure', hours: 'wrong-measure' } });
    expect((await portfolioAnswer(db, {}, TODAY)).totals.gains).not.toBe(null);
  });

  test('an hourly rate that there is not is refused', async () => {
    await expect(make({ ...HOURS, rate: 'std' })).resolves.toBeTruthy();
    await expect(make({ ...HOURS, rate: 'findes-ikke' })).rejects.toMatchObject({
      code: 'bad-parameter',
      details: { parameter: 'rate' },
    });
  });

  test('a new card has nothing of one of the same code whose load was undone', async () => {
    const benefit = 'igen';
    await db
      .insertInto('benefit_card')
      .values({ ...LEFT, benefit })
      .execute();
    const code = await make({ ...HOURS, name: 'Igen' });
    expect(await cardAnswer(db, 'P1', code)).toMatchObject({ archived: null, closed: null });
  });

  test('a benefit that is called as its project, or as a text on a map, is a box of its own', async () => {
    const facts = { name: 'Digital post', municipality: '0825', department: null, field: null };
    const more = { technology: null, stage: null, started: null, live: null, ended: null, owner: null };
    const rest = { ownerEmail: null, contact: null, goal: null, summary: null };
    const { project } = await createProject(db, { ...facts, ...more, ...rest }, EDITOR);
    await loadPaths(db, [writeBundle(`${folder.path}/map`, { links: 'from;to\nB1;trivsel' })], {
      by: 'test',
    });
    const benefits = ['Digital post', 'Trivsel'].map((name) => ({ ...HOURS, name }));
    const codes: string[] = [];
    for (const card of benefits) {
      codes.push((await createBenefit(db, project, { card, newRate: null }, EDITOR)).benefit);
    }
    expect([project, ...codes]).toEqual(['digital-post', 'digital-post-2', 'trivsel-2']);
    const { nodes } = await mapAnswer(db, project, TODAY);
    expect(nodes.map((n) => [n.node, n.kind])).toEqual([
      ['digital-post', 'solution'],
      ['digital-post-2', 'benefit'],
      ['trivsel-2', 'benefit'],
    ]);
  });

  test('a measure of another project cannot be taken', async () => {
    const inputs = HOURS.inputs.map((i) => ({ ...i, measure: 'tilf' }));
    await expect(make({ ...HOURS, inputs })).rejects.toMatchObject({ code: 'bad-parameter' });
  });

  test('a project is made of its facts, with a department of its own, and is edited with a history', async () => {
    const facts = {
      name: 'Ny løn på Læsø',
      municipality: '0825',
      department: 'Løn og personale',
      field: null,
      technology: 'RPA',
      stage: 'development' as const,
      started: null,
      live: '2026-10-01',
      ended: null,
      owner: 'Anne Holm',
      ownerEmail: null,
      contact: null,
      goal: null,
      summary: null,
    };
    const { project } = await createProject(db, facts, EDITOR);
    expect(await projectAnswer(db, project)).toMatchObject({
      project: 'ny-loen-paa-laesoe',
      municipalityName: 'Læsø',
      departmentName: 'Løn og personale',
      live: '2026-10-01',
      benefits: 0,
    });
    const { revision, content } = await projectFactsAnswer(db, project);
    expect(content).toEqual(facts);
    const changed = { ...content, owner: 'Bo Dahl' };
    await saveProject(db, project, { revision, content: changed }, EDITOR);
    await expect(saveProject(db, project, { revision, content }, EDITOR)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    const { changes } = await changesAnswer(db, project, { subject: 'project' });
    expect(changes[0]?.fields).toEqual([{ field: 'owner', from: 'Anne Holm', to: 'Bo Dahl' }]);
    await restoreChange(db, Number(changes[0]?.change), EDITOR);
    expect((await projectFactsAnswer(db, project)).content.owner).toBe('Anne Holm');
  });
});

describe.each(engines)('$name, an empty warehouse', ({ open }) => {
  test('the first card brings the rate that hours are valued at, from the year of its baseline', async () => {
    const { db, close } = await open();
    const facts = { name: 'Løn', municipality: '0630', department: null, field: null, technology: null };
    const dates = { stage: null, started: null, live: null, ended: null };
    const people = { owner: null, ownerEmail: null, contact: null, goal: null, summary: null };
    const { project } = await createProject(db, { ...facts, ...dates, ...people }, EDITOR);
    const newRate = { hourlyKr: 387.5, hoursPerFte: 1418 };
    const { benefit } = await createBenefit(db, project, { card: HOURS, newRate }, EDITOR);
    expect((await cardAnswer(db, project, benefit)).card.rate).toBe('standard');
    expect((await cardChoicesAnswer(db, project)).rates).toEqual([
      { rate: 'standard', validFrom: '2024-01-01', ...newRate },
    ]);
    await expect(createBenefit(db, project, { card: HOURS, newRate }, EDITOR)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    await close();
  });
});
