import { type Baseline, type Card, targetRole } from '../domain/card.ts';
import { GevinstError } from '../errors.ts';
import { type CardRecord, cardRecord } from '../queries/card.ts';
import { type MeasureRows, measureRows } from '../queries/measureRows.ts';
import { ROBOT_PREFIX } from '../queries/toInputs.ts';
import type { Db, Schema } from '../warehouse/schema.ts';

/** Measures that cards write: those of their inputs, and those of them whose targets are theirs. */
export interface Written {
  measures: readonly string[];
  judged: readonly string[];
}

/** What the tables say of a card; `targets` is null for a measure whose targets are not the card's. */
export interface CardRows {
  benefit: Omit<Schema['benefit'], 'load_id'>;
  more: Omit<Schema['benefit_card'], 'closed' | 'archived'>;
  measures: (Omit<MeasureRows, 'targets'> & { targets: MeasureRows['targets'] | null })[];
}

/** All that a card writes: what its revision is of, and what its history keeps to go back to. */
export interface CardState extends Card {
  archived: string | null;
  rows: CardRows;
}

/** The measures that a card writes as it is. */
export function writtenBy(card: Pick<Card, 'method' | 'inputs'>): Written {
  const role = targetRole(card);
  const own = card.inputs.flatMap(({ measure, role: as }) =>
    measure === null || measure.startsWith(ROBOT_PREFIX) ? [] : [{ measure, judged: as === role }],
  );
  return {
    measures: own.map((i) => i.measure),
    judged: own.filter((i) => i.judged).map((i) => i.measure),
  };
}

/** What each of some cards writes, each measure once. */
export function together(...written: readonly Written[]): Written {
  const each = (part: (w: Written) => readonly string[]) => [...new Set(written.flatMap(part))].sort();
  return { measures: each((w) => w.measures), judged: each((w) => w.judged) };
}

/** A benefit's card. @throws GevinstError `not-found` */
export async function requireCard(db: Db, project: string, benefit: string): Promise<CardRecord> {
  const found = await cardRecord(db, project, benefit);
  if (found) return found;
  throw new GevinstError('not-found', `The project “${project}” has no benefit “${benefit}”.`, { benefit });
}

/**
 * The state of a benefit's card, with the rows of its own measures and of those that a change of it writes `also`.
 * @throws GevinstError `not-found`
 */
export async function cardState(
  db: Db,
  project: string,
  benefit: string,
  also: Written = { measures: [], judged: [] },
): Promise<CardState> {
  const { card, archived } = await requireCard(db, project, benefit);
  const { measures, judged } = together(writtenBy(card), also);
  const found = await measureRows(db, measures);
  const { load_id: _, ...row } = await db
    .selectFrom('benefit')
    .selectAll()
    .where('benefit', '=', benefit)
    .executeTakeFirstOrThrow();
  const rows: CardRows = {
    benefit: row,
    more: await more(db, benefit),
    measures: found.map((m) => ({ ...m, targets: judged.includes(m.measure.measure) ? m.targets : null })),
  };
  const inputs = card.inputs.map((input) => ({
    ...input,
    baseline: input.baseline && ranged(input.baseline, found, input.measure),
  }));
  return { ...card, inputs, archived, rows };
}

/** A baseline with what else is known of its value, which no card asks for but its history tells. */
function ranged(baseline: Baseline, rows: readonly MeasureRows[], measure: string | null) {
  const last = rows.find((m) => m.measure.measure === measure)?.baselines.at(-1);
  return { ...baseline, low: last?.low ?? null, high: last?.high ?? null, counted: last?.counted ?? null };
}

async function more(db: Db, benefit: string): Promise<CardRows['more']> {
  const row = await db
    .selectFrom('benefit_card')
    .selectAll()
    .where('benefit', '=', benefit)
    .executeTakeFirst();
  return {
    benefit,
    measured_by: row?.measured_by ?? null,
    department: row?.department ?? null,
    frequency: row?.frequency ?? null,
    phase_in: row?.phase_in ?? null,
    assumptions: row?.assumptions ?? null,
    dependencies: row?.dependencies ?? null,
    risks: row?.risks ?? null,
    evidence: row?.evidence ?? null,
    deviation: row?.deviation ?? null,
  };
}
