import type { CardAnswer, CardChoices, ProjectFacts } from '../contract/card.ts';
import { monthNumber } from '../domain/calendar.ts';
import { kroner } from '../domain/report.ts';
import { cardState } from '../edits/cardState.ts';
import { revisionOf } from '../edits/revision.ts';
import { measureRevision } from '../edits/sharedMeasures.ts';
import { GevinstError } from '../errors.ts';
import { archivedBenefits } from '../queries/benefitEntries.ts';
import { asBaseline, asCardTarget, cardRecord } from '../queries/card.ts';
import { measureRows } from '../queries/measureRows.ts';
import { measures } from '../queries/measures.ts';
import { measureUsers } from '../queries/measureUsers.ts';
import { departmentsOf, owners, projectFacts } from '../queries/projectFacts.ts';
import { rates } from '../queries/rates.ts';
import { robotMonths } from '../queries/robotMonths.ts';
import { robots } from '../queries/robots.ts';
import type { Db } from '../warehouse/schema.ts';

/** A benefit's card. @throws GevinstError `not-found` */
export async function cardAnswer(db: Db, project: string, benefit: string): Promise<CardAnswer> {
  const found = await cardRecord(db, project, benefit);
  if (!found) {
    throw new GevinstError('not-found', `The project “${project}” has no benefit “${benefit}”.`, { benefit });
  }
  const { card, archived, closed } = found;
  const revision = revisionOf(await cardState(db, project, benefit));
  return { project, benefit, revision, archived, closed, card };
}

/** A project's facts for editing. @throws GevinstError `not-found` */
export async function projectFactsAnswer(db: Db, project: string): Promise<ProjectFacts> {
  const found = await factsOf(db, project);
  const content = { ...found, stage: found.stage as ProjectFacts['content']['stage'] };
  return { project, revision: revisionOf(found), content };
}

async function factsOf(db: Db, project: string) {
  const found = await projectFacts(db, project);
  if (found) return found;
  throw new GevinstError('not-found', `There is no project “${project}”.`, { project });
}

/** What a card's form can choose from, whichever day it is. @throws GevinstError `not-found` */
export async function cardChoicesAnswer(db: Db, project: string): Promise<Omit<CardChoices, 'today'>> {
  const { municipality } = await factsOf(db, project);
  const departments = await departmentsOf(db, municipality);
  return {
    rates: (await rates(db)).map((r) => ({
      rate: r.rate,
      validFrom: r.valid_from,
      hourlyKr: kroner(r.hourly_oere),
      hoursPerFte: r.hours_per_fte,
    })),
    measures: await measureChoices(db, project),
    robots: await robotChoices(db, project),
    departments: departments.map((d) => d.name),
    owners: (await owners(db)).sort((a, b) => (a.owner < b.owner ? -1 : 1)),
    archived: await archivedBenefits(db, project),
  };
}

async function measureChoices(db: Db, project: string): Promise<CardChoices['measures']> {
  const codes = (await measures(db, project)).map((m) => m.measure);
  const users = await measureUsers(db, codes);
  const rows = new Map((await measureRows(db, codes)).map((row) => [row.measure.measure, row]));
  return codes.flatMap((code) => {
    const row = rows.get(code);
    if (!row) return [];
    const { measure, name, unit, kind, better, how, source } = row.measure;
    const last = row.baselines.at(-1);
    return {
      ...{ measure, name, unit, kind, better, how, source },
      baseline: last ? asBaseline(last) : null,
      targets: row.targets.map((target) => asCardTarget(target, better)),
      revision: measureRevision(row),
      usedBy: (users.get(code) ?? []).flatMap(({ benefit, name: called, archived }) =>
        archived === null ? { benefit, name: called } : [],
      ),
    };
  });
}

const MONTHS_A_YEAR = 12;

async function robotChoices(db: Db, project: string): Promise<CardChoices['robots']> {
  const rows = await robots(db, project);
  const months = await robotMonths(
    db,
    rows.map((r) => r.robot_id),
  );
  return rows.map(({ robot, robot_id, name }) => ({
    robot,
    name,
    itemsPerYear: itemsPerYear(months.filter((m) => m.robot_id === robot_id)),
  }));
}

/** What a robot handled in its last twelve months; of fewer, as many a year. */
function itemsPerYear(months: readonly { month: string; items: number }[]): number | null {
  const numbers = months.map((m) => monthNumber(m.month));
  const last = Math.max(...numbers);
  const span = Math.min(MONTHS_A_YEAR, last - Math.min(...numbers) + 1);
  const recent = months.filter((m) => monthNumber(m.month) > last - MONTHS_A_YEAR);
  const items = recent.reduce((sum, m) => sum + Number(m.items), 0);
  return months.length === 0 ? null : Math.round((items / span) * MONTHS_A_YEAR);
}
