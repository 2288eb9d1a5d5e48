import {
  type Baseline,
  type BenefitKind,
  type Card,
  type CardInput,
  type CardTarget,
  type Frequency,
  INPUTS_OF,
  targetRole,
} from '../domain/card.ts';
import type { Role } from '../domain/codes.ts';
import type { Db, Schema } from '../warehouse/schema.ts';
import { type MeasurementRecord, measurements } from './measurements.ts';
import { type TargetRecord, targets } from './targets.ts';
import { ROBOT_PREFIX } from './toInputs.ts';

/** A benefit's card with the rows that it is made of. */
export interface CardRecord {
  project: string;
  card: Card;
  archived: string | null;
  closed: string | null;
}

/** A benefit's card; undefined if the project has no such benefit. One that is set aside has one too. */
export async function cardRecord(db: Db, project: string, benefit: string): Promise<CardRecord | undefined> {
  const row = await db
    .selectFrom('benefit')
    .selectAll()
    .where('project', '=', project)
    .where('benefit', '=', benefit)
    .executeTakeFirst();
  if (!row) return undefined;
  const more = await db
    .selectFrom('benefit_card')
    .selectAll()
    .where('benefit', '=', benefit)
    .executeTakeFirst();
  const inputs = await cardInputs(db, row);
  const judged = inputs.find((i) => i.role === targetRole({ method: row.method, inputs }));
  const card: Card = {
    name: row.name,
    change: row.change,
    type: row.type as BenefitKind,
    cashable: row.cashable === null ? null : row.cashable === 1,
    method: row.method,
    inputs,
    targets: judged ? await cardTargets(db, judged) : [],
    rate: row.rate,
    from: row.from_day,
    to: row.to_day,
    attribution: row.attribution ?? 1,
    owner: row.owner,
    ownerEmail: row.owner_email,
    measuredBy: more?.measured_by ?? null,
    department: more?.department ?? null,
    frequency: (more?.frequency ?? null) as Frequency | null,
    confidence: row.confidence,
    phaseIn: more?.phase_in ?? null,
    assumptions: more?.assumptions ?? null,
    dependencies: more?.dependencies ?? null,
    risks: more?.risks ?? null,
    evidence: more?.evidence?.split('\n').filter((line) => line !== '') ?? [],
    deviation: more?.deviation ?? null,
  };
  return { project: row.project, card, archived: more?.archived ?? null, closed: more?.closed ?? null };
}

async function cardInputs(db: Db, row: Schema['benefit']): Promise<CardInput[]> {
  const roles: Role[] = [...INPUTS_OF[row.method]];
  if (row.indicator !== null && row.method !== 'indicator') roles.push('indicator');
  const inputs: CardInput[] = [];
  for (const role of roles) {
    const code = row[role];
    if (code === null) continue;
    const input = code.startsWith(ROBOT_PREFIX) ? await robotInput(db, code) : await measureInput(db, code);
    if (input) inputs.push({ role, ...input });
  }
  return inputs;
}

async function robotInput(db: Db, code: string): Promise<Omit<CardInput, 'role'>> {
  const robot = await db
    .selectFrom('robot')
    .select('name')
    .where('robot', '=', code.slice(ROBOT_PREFIX.length))
    .executeTakeFirst();
  const name = robot?.name ?? code.slice(ROBOT_PREFIX.length);
  return { measure: code, name, unit: '', better: 'higher', how: null, source: null, baseline: null };
}

async function measureInput(db: Db, code: string): Promise<Omit<CardInput, 'role'> | undefined> {
  const row = await db.selectFrom('measure').selectAll().where('measure', '=', code).executeTakeFirst();
  if (!row) return undefined;
  const { name, unit, better, how, source } = row;
  return { measure: code, name, unit, better, how, source, baseline: await baseline(db, code) };
}

async function baseline(db: Db, measure: string): Promise<Baseline | null> {
  const before = (await measurements(db, [measure])).filter((m) => m.phase === 'before').at(-1);
  return before ? asBaseline(before) : null;
}

/** The last baseline of a measure, which its figures are compared with today, as a card says it. */
export function asBaseline(before: Omit<MeasurementRecord, 'load_id'>): Baseline {
  const { value, from_day, to_day, per, n, note, basis } = before;
  return { value, from: from_day, to: to_day, per, n, note, basis };
}

async function cardTargets(db: Db, { measure, better }: CardInput): Promise<Card['targets']> {
  return (await targets(db, [measure ?? ''])).map((target) => asCardTarget(target, better));
}

/** A target as a card says it. */
export function asCardTarget(
  { due, value, low, high }: Omit<TargetRecord, 'load_id'>,
  better: CardInput['better'],
): CardTarget {
  const [pessimistic, optimistic] = better === 'higher' ? [low, high] : [high, low];
  return { due, pessimistic, likely: value, optimistic };
}
