import { ROLES } from '../domain/codes.ts';
import { GevinstError } from '../errors.ts';
import { type MeasureRows, measureRows } from '../queries/measureRows.ts';
import { ROBOT_PREFIX } from '../queries/toInputs.ts';
import type { Trx } from '../warehouse/schema.ts';
import type { CardRows, CardState } from './cardState.ts';
import { putChanged } from './putChanged.ts';
import { removeRow } from './rows.ts';
import { requireRate, requireRobot } from './writeCard.ts';

const BASELINE = ['measure', 'phase', 'from_day'] as const;
const TARGET = ['measure', 'due'] as const;

/**
 * Makes the rows of a card those that it once had.
 * @throws GevinstError `bad-parameter` where a rate, a robot or a measure of it is gone, or a measure is of another kind now
 */
export async function putBackCard(trx: Trx, { archived, rows }: CardState, now: CardState): Promise<void> {
  const { benefit, more, measures } = rows;
  if (benefit.rate !== now.rate) await requireRate(trx, benefit.rate);
  await requireInputs(trx, benefit);
  const there = await measureRows(
    trx,
    measures.map((m) => m.measure.measure),
  );
  await putChanged(trx, 'benefit', ['benefit'], benefit);
  await putChanged(trx, 'benefit_card', ['benefit'], { ...more, archived });
  for (const then of measures) {
    const { measure, kind } = then.measure;
    const current = there.find((m) => m.measure.measure === measure);
    if (current?.measure.kind !== kind) throw gone('measure', measure);
    await putChanged(trx, 'measure', ['measure'], then.measure);
    await putBaselines(trx, then.baselines, current.baselines);
    if (then.targets) await putTargets(trx, then.targets, current.targets);
  }
}

/** Those that were, and of the others the ones that would be the last now. */
async function putBaselines(
  trx: Trx,
  wanted: MeasureRows['baselines'],
  current: MeasureRows['baselines'],
): Promise<void> {
  const days = new Set(wanted.map((m) => m.from_day));
  const last = wanted.at(-1)?.from_day ?? '';
  for (const row of current) {
    const comesLast = row.from_day > last || row === current.at(-1);
    if (!days.has(row.from_day) && comesLast) await removeRow(trx, 'measurement', BASELINE, row);
  }
  for (const row of wanted) await putChanged(trx, 'measurement', BASELINE, row);
}

async function putTargets(
  trx: Trx,
  wanted: MeasureRows['targets'],
  current: MeasureRows['targets'],
): Promise<void> {
  const days = new Set(wanted.map((t) => t.due));
  for (const row of current) if (!days.has(row.due)) await removeRow(trx, 'target', TARGET, row);
  for (const row of wanted) await putChanged(trx, 'target', TARGET, row);
}

async function requireInputs(trx: Trx, benefit: CardRows['benefit']): Promise<void> {
  const codes = ROLES.flatMap((role) => benefit[role] ?? []);
  const isRobot = (code: string) => code.startsWith(ROBOT_PREFIX);
  for (const code of codes.filter(isRobot)) await requireRobot(trx, code.slice(ROBOT_PREFIX.length));
}

function gone(what: string, code: string): GevinstError {
  return new GevinstError('bad-parameter', `The ${what} “${code}” is gone, or of another kind now.`, {
    parameter: code,
  });
}
