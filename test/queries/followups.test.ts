import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPaths } from '../../etl/load.ts';
import { followupsAnswer, myBenefitsAnswer, ownersAnswer } from '../../server/answers/followups.ts';
import { mapAnswer } from '../../server/answers/map.ts';
import { portfolioAnswer } from '../../server/answers/portfolio.ts';
import { realisationAnswer } from '../../server/answers/realisation.ts';
import { closeBenefit, reopenBenefit } from '../../server/edits/benefitEnding.ts';
import { edit } from '../../server/edits/edit.ts';
import { removeFollowup, restoreFollowup, saveFollowup } from '../../server/edits/followup.ts';
import { scheduleFollowups } from '../../server/edits/followupSchedule.ts';
import type { Db } from '../../server/warehouse/schema.ts';
import { engines } from '../support/databases.ts';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { tempFolder, writeBundle } from '../support/gevinst.ts';

const TODAY = '2024-08-15';
const EDITOR = { by: 'Grete Åkjær', at: 1_723_700_000 };
const OPEN = { done: null, status: null, note: null, value: null } as const;
const MORE = `
  benefit;project;name;type;method;minutes;indicator;cashable;owner;owner_email
  B3;P1;Færre fejl;quality;indicator;;min1;;anne  HOLM;anne@vejle.dk
  B4;P1;Ingen tager den;quality;indicator;;min1;;;`;

describe.each(engines)('$name', ({ open }) => {
  const folder = tempFolder();
  let warehouse: Awaited<ReturnType<typeof open>>;
  let db: Db;

  beforeAll(async () => {
    warehouse = await open();
    db = warehouse.db;
    await loadPaths(db, [writeBundle(folder.path, EXAMPLE)], { by: 'test' });
    await loadPaths(db, [writeBundle(`${folder.path}/more`, { benefits: MORE })], { by: 'test' });
  });
  afterAll(async () => {
    await warehouse.close();
    folder.remove();
  });

  const followed = async (project: string, benefit: string) => {
    const { benefits } = await followupsAnswer(db, project, TODAY);
    const found = benefits.find((b) => b.benefit === benefit);
    if (!found) throw new Error(`${benefit} is not followed`);
    return found;
  };
  const seen = async (project: string, benefit: string) => ({
    project,
    benefit,
    revision: (await followed(project, benefit)).revision,
  });
  const save = async (project: string, benefit: string, given: Partial<Parameters<typeof saveFollowup>[2]>) =>
    saveFollowup(
      db,
      await seen(project, benefit),
      { ...OPEN, due: '2024-07-01', was: null, asMeasurement: false, ...given },
      TODAY,
      EDITOR,
    );
  const changes = async () => {
    const rows = await db.selectFrom('change').selectAll().orderBy('change_id').execute();
    return rows.map((r) => `${r.subject} ${r.subject_key} ${r.verb}`);
  };

  test('what was loaded: B1 in progress, B2 overdue and half the way from 60 to 80, short of the target of June', async () => {
    expect(await followed('P1', 'B1')).toMatchObject({
      state: 'in_progress',
      cause: 'followed-up',
      since: '2024-04-03',
      urgency: 'none',
      level: true,
      before: 10,
      after: 4,
      reached: null,
      reasons: { target: 'no-target', reached: 'no-target' },
    });
    expect(await followed('P2', 'B2')).toMatchObject({
      state: 'in_progress',
      cause: 'observed',
      since: '2024-05-01',
      urgency: 'overdue',
      behind: true,
      next: '2024-07-01',
      reached: 0.5,
    });
  });

  test('an owner is one however the name is written, and what no one owns comes last', async () => {
    const { owners } = await ownersAnswer(db, TODAY);
    expect(owners.map((o) => [o.owner, o.benefits, o.overdue])).toEqual([
      ['Anne Holm', 2, 0],
      ['Bo Dahl', 1, 1],
      [null, 1, 0],
    ]);
    const mine = await myBenefitsAnswer(db, 'ANNE HOLM', TODAY);
    expect(mine.benefits.map((b) => b.benefit)).toEqual(['B1', 'B3']);
    expect((await myBenefitsAnswer(db, null, TODAY)).benefits.map((b) => b.benefit)).toEqual(['B4']);
    expect((await myBenefitsAnswer(db, 'Ingen Sådan', TODAY)).benefits).toEqual([]);
  });

  test('the realisation report is preliminary until a year has passed since go-live, and its sums are the project’s', async () => {
    expect(await realisationAnswer(db, 'P1', '2024-12-31')).toMatchObject({
      due: '2025-01-01',
      preliminary: true,
    });
    const report = await realisationAnswer(db, 'P1', '2025-01-01');
    expect(report).toMatchObject({
      preliminary: false,
      until: '2024-06',
      totals: { gains: 144_000, costs: 112_000 },
    });
    expect(report.benefits.map((b) => [b.benefit, b.gains, b.hours])).toEqual([
      ['B1', 144_000, 360],
      ['B3', null, null],
      ['B4', null, null],
    ]);
    expect(report.benefits[1]?.reasons).toMatchObject({ gains: 'not-monetary', hours: 'no-hours' });
    expect(await realisationAnswer(db, 'P2', TODAY)).toMatchObject({ due: null, preliminary: true });
  });

  test('a target due 30 June can be met that day; from 1 July it is behind on the map, the follow-up page and the overview', async () => {
    const behind = async (day: string) => {
      const map = await mapAnswer(db, 'P2', day);
      const { benefits } = await followupsAnswer(db, 'P2', day);
      const { behindTarget } = await portfolioAnswer(db, {}, day);
      return [
        map.nodes.find((n) => n.node === 'B2')?.benefit?.status.status === 'behind',
        benefits.find((b) => b.benefit === 'B2')?.behind,
        behindTarget.some((b) => b.benefit === 'B2'),
      ];
    };
    expect(await behind('2024-06-30')).toEqual([false, false, false]);
    expect(await behind('2024-07-01')).toEqual([true, true, true]);
    const ahead = await portfolioAnswer(db, { until: '2024-12' }, '2024-06-30');
    expect(ahead.behindTarget).toEqual([]);
  });

  test('the schedule gives three to each benefit, leaves those that are there, and adds nothing the second time', async () => {
    const given = { benefits: ['B1', 'B3'], live: '2024-01-01', months: [3, 6, 12] };
    expect(await scheduleFollowups(db, 'P1', given, EDITOR)).toEqual({ added: 5 });
    expect((await followed('P1', 'B1')).followups.map((f) => f.due)).toEqual([
      '2024-04-01',
      '2024-07-01',
      '2025-01-01',
    ]);
    expect(await scheduleFollowups(db, 'P1', given, EDITOR)).toEqual({ added: 0 });
    const wrong = scheduleFollowups(db, 'P1', { ...given, live: '2024-02-30' }, EDITOR);
    await expect(wrong).rejects.toMatchObject({ code: 'bad-parameter' });
    const other = scheduleFollowups(db, 'P1', { ...given, benefits: ['B2'] }, EDITOR);
    await expect(other).rejects.toMatchObject({ code: 'not-found' });
  });

  test('how it went is kept with who changed what, and the value as a measurement when asked', async () => {
    const done = { done: '2024-08-14', status: 'partly', note: ' Færre end ventet ', value: 5 } as const;
    const behind = save('P1', 'B1', { ...done, was: '2024-07-01', deviation: ' ' });
    await expect(behind).rejects.toMatchObject({
      code: 'bad-parameter',
      details: { parameter: 'deviation' },
    });
    await save('P1', 'B1', {
      ...done,
      was: '2024-07-01',
      deviation: 'To hold mangler',
      asMeasurement: true,
      n: 12,
    });
    expect(await followed('P1', 'B1')).toMatchObject({
      state: 'partly',
      outcome: 'partly',
      deviation: 'To hold mangler',
      next: '2025-01-01',
    });
    const rows = await db.selectFrom('measurement').selectAll().where('phase', '=', 'after').execute();
    expect(rows).toContainEqual(
      expect.objectContaining({
        measure: 'min1',
        from_day: '2024-08-14',
        value: 5,
        n: 12,
        note: 'Færre end ventet',
      }),
    );
    expect((await changes()).slice(-3)).toEqual([
      'followup ["B1","2024-07-01"] changed',
      'followup ["B1"] changed',
      'measurement ["min1","after","2024-08-14"] created',
    ]);
  });

  test('two who edit the same benefit never overwrite each other', async () => {
    const first = await seen('P1', 'B3');
    await save('P1', 'B3', { was: '2024-07-01', due: '2024-09-01' });
    const second = removeFollowup(db, first, '2024-04-01', EDITOR);
    await expect(second).rejects.toMatchObject({ code: 'changed-meanwhile' });
  });

  test('a follow-up is moved, but not on top of another; one that is done is not removed', async () => {
    expect((await followed('P1', 'B3')).followups.map((f) => f.due)).toEqual([
      '2024-04-01',
      '2024-09-01',
      '2025-01-01',
    ]);
    const onTop = save('P1', 'B3', { was: '2024-09-01', due: '2025-01-01' });
    await expect(onTop).rejects.toMatchObject({ code: 'already-exists' });
    await removeFollowup(db, await seen('P1', 'B3'), '2024-04-01', EDITOR);
    const done = removeFollowup(db, await seen('P1', 'B1'), '2024-07-01', EDITOR);
    await expect(done).rejects.toMatchObject({ code: 'bad-parameter' });
    const gone = save('P1', 'B3', { was: '2024-04-01' });
    await expect(gone).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a benefit is closed once it is concluded on; then nothing of it is due, until it is reopened', async () => {
    const early = closeBenefit(db, await seen('P2', 'B2'), TODAY, EDITOR);
    await expect(early).rejects.toMatchObject({ code: 'bad-parameter' });
    await save('P2', 'B2', {
      was: '2024-07-01',
      done: TODAY,
      status: 'not_realised',
      note: 'Nej',
      deviation: 'Appen kom ikke',
    });
    await save('P2', 'B2', { due: '2024-08-20' });
    const lists = async () => {
      const { behindTarget, followupsDue } = await portfolioAnswer(db, {}, TODAY);
      return [behindTarget, followupsDue].map((list) => list.some((b) => b.benefit === 'B2'));
    };
    expect(await lists()).toEqual([true, true]);
    await closeBenefit(db, await seen('P2', 'B2'), TODAY, EDITOR);
    expect(await followed('P2', 'B2')).toMatchObject({
      state: 'closed',
      outcome: 'not_realised',
      urgency: 'none',
      behind: false,
      next: null,
    });
    expect(await lists()).toEqual([false, false]);
    await expect(save('P2', 'B2', { due: '2024-10-01' })).rejects.toMatchObject({ code: 'bad-parameter' });
    await reopenBenefit(db, await seen('P2', 'B2'), EDITOR);
    expect(await followed('P2', 'B2')).toMatchObject({ state: 'not_realised', urgency: 'due', behind: true });
  });

  test('a change is restored: what was removed is back, what was moved is where it was, what was said is unsaid', async () => {
    const restore = (key: string[], content: object | null, left = true) =>
      edit(db, (trx) =>
        restoreFollowup(trx, { project: 'P1', key: JSON.stringify(key), content, left }, EDITOR),
      );
    await restore(['B3', '2024-04-01'], { ...OPEN, due: '2024-04-01' }, false);
    await restore(['B3', '2024-09-01'], { ...OPEN, due: '2024-07-01' });
    await restore(['B3', '2025-01-01'], null);
    expect((await followed('P1', 'B3')).followups.map((f) => f.due)).toEqual(['2024-04-01', '2024-07-01']);
    await restore(['B1'], { deviation: null });
    expect((await followed('P1', 'B1')).deviation).toBeNull();
    expect((await changes()).slice(-1)).toEqual(['followup ["B1"] restored']);
  });

  test('the go-live that follow-ups are counted from becomes the project’s when asked, once, and is in its history', async () => {
    const given = { benefits: ['B2'], live: '2024-07-15', months: [12] };
    const live = async () => (await followupsAnswer(db, 'P2', TODAY)).live;
    const before = (await changes()).length;
    expect(await scheduleFollowups(db, 'P2', given, EDITOR)).toEqual({ added: 1 });
    expect(await live()).toBeNull();
    const more = { ...given, months: [24], saveLive: true };
    expect(await scheduleFollowups(db, 'P2', more, EDITOR)).toEqual({ added: 1 });
    expect(await live()).toBe('2024-07-15');
    expect((await changes()).slice(before)).toEqual([
      'followup ["B2","2025-07-15"] created',
      'project P2 changed',
      'followup ["B2","2026-07-15"] created',
    ]);
    const other = scheduleFollowups(db, 'P2', { ...more, live: '2024-07-01', months: [36] }, EDITOR);
    await expect(other).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(await live()).toBe('2024-07-15');
    expect(await changes()).toHaveLength(before + 3);
  });
});
