import {
  type Baseline,
  type Card,
  type CardInput,
  INPUTS_OF,
  kindOf,
  orderedEnds,
  targetRole,
} from '../domain/card.ts';
import { ROLES, type Role } from '../domain/codes.ts';
import { GevinstError } from '../errors.ts';
import { rates } from '../queries/rates.ts';
import { targets } from '../queries/targets.ts';
import { ROBOT_PREFIX } from '../queries/toInputs.ts';
import type { Schema, Trx } from '../warehouse/schema.ts';
import { newCode } from './newCode.ts';
import { putChanged } from './putChanged.ts';
import { removeRow } from './rows.ts';
import { writeBaseline } from './writeBaseline.ts';

type Codes = Partial<Record<Role, string>>;

/**
 * Writes all that a card says: the benefit, its measures with their baselines, and the targets. What it does not speak of
 * stays, and of a measure whose content the editor has not seen nothing is taken out.
 * @param before the card as the editor saw it; null for a new one
 */
export async function writeCard(
  trx: Trx,
  project: string,
  benefit: string,
  card: Card,
  before: Card | null,
): Promise<void> {
  const codes: Codes = {};
  for (const input of card.inputs) {
    const isSeen = input.revision !== undefined || had(before?.inputs, input.measure);
    codes[input.role] = await writeInput(trx, project, benefit, input, isSeen);
  }
  const there = await trx.selectFrom('benefit').selectAll().where('benefit', '=', benefit).executeTakeFirst();
  await putChanged(trx, 'benefit', ['benefit'], {
    ...benefitRow(project, benefit, card, codes),
    ...(there && unasked(there, card)),
  });
  await putChanged(trx, 'benefit_card', ['benefit'], {
    benefit,
    measured_by: card.measuredBy,
    department: card.department,
    frequency: card.frequency,
    phase_in: card.phaseIn,
    assumptions: card.assumptions,
    dependencies: card.dependencies,
    risks: card.risks,
    evidence: card.evidence.length === 0 ? null : card.evidence.join('\n'),
    deviation: card.deviation,
  });
  const role = targetRole(card);
  const judged = card.inputs.find((i) => i.role === role);
  if (!judged) return;
  const judgedBefore = before?.inputs.filter((i) => i.role === targetRole(before));
  const isSeen = judged.revision !== undefined || had(judgedBefore, judged.measure);
  await writeTargets(trx, codes[role] ?? '', judged, card, isSeen);
}

function had(inputs: readonly CardInput[] | undefined, measure: string | null): boolean {
  return inputs?.some((i) => i.measure === measure) ?? false;
}

/** What a benefit that is there says and its card never shows; that all of the gain is the project’s is how that is read. */
function unasked(there: Schema['benefit'], card: Card): Partial<Schema['benefit']> {
  const shown: readonly Role[] = [...INPUTS_OF[card.method], 'indicator'];
  const hidden = there.method === card.method ? ROLES.filter((role) => !shown.includes(role)) : [];
  return {
    ...Object.fromEntries(hidden.map((role) => [role, there[role]])),
    ...(card.attribution === 1 && there.attribution === null && { attribution: null }),
  };
}

function benefitRow(project: string, benefit: string, card: Card, codes: Codes) {
  return {
    benefit,
    project,
    name: card.name,
    type: card.type,
    method: card.method,
    ...Object.fromEntries(ROLES.map((role) => [role, codes[role] ?? null])),
    rate: card.rate,
    from_day: card.from,
    to_day: card.to,
    cashable: card.cashable === null ? null : Number(card.cashable),
    attribution: card.attribution,
    owner: card.owner,
    owner_email: card.ownerEmail,
    confidence: card.confidence,
    change: card.change,
  };
}

const SUFFIX: Record<Role, string> = {
  volume: 'antal',
  minutes: 'minutter',
  hours: 'timer',
  ratio: 'forhold',
  fte: 'aarsvaerk',
  amount: 'beloeb',
  indicator: 'indikator',
};

/** Writes one input, and gives its code. */
async function writeInput(
  trx: Trx,
  project: string,
  benefit: string,
  input: CardInput,
  isSeen: boolean,
): Promise<string> {
  if (input.measure?.startsWith(ROBOT_PREFIX)) {
    await requireRobot(trx, input.measure.slice(ROBOT_PREFIX.length));
    return input.measure;
  }
  const there = input.measure === null ? null : await requireMeasure(trx, project, benefit, input.measure);
  if (there && input.role !== 'indicator' && there.kind !== kindOf(input.role)) {
    throw new GevinstError('bad-parameter', `The measure “${there.measure}” is of another kind.`, {
      parameter: `inputs.${input.role}.name`,
      expected: kindOf(input.role),
    });
  }
  const code = there?.measure ?? (await newCode(trx, 'measure', `${benefit}-${SUFFIX[input.role]}`));
  const kind = there?.kind ?? kindOf(input.role);
  await putChanged(trx, 'measure', ['measure'], {
    measure: code,
    project: there?.project ?? project,
    name: input.name,
    unit: input.unit,
    kind,
    better: input.better,
    source: input.source,
    how: input.how,
  });
  const wanted = input.baseline && ofKind(kind, input.baseline, input.role);
  if (wanted || isSeen) await writeBaseline(trx, code, wanted);
  return code;
}

/** A level's value is for no period, a flow's for one. @throws GevinstError `bad-parameter` */
function ofKind(kind: 'flow' | 'level', baseline: Baseline, role: Role): Baseline {
  if (kind === 'level') return { ...baseline, per: null };
  if (baseline.per !== null) return baseline;
  const parameter = `inputs.${role}.baseline.per`;
  throw new GevinstError('bad-parameter', `“${parameter}” is wrong: required.`, {
    parameter,
    expected: 'required',
  });
}

/** @throws GevinstError `bad-parameter` if there is no such robot */
export async function requireRobot(trx: Trx, robot: string): Promise<void> {
  const found = await trx.selectFrom('robot').select('robot').where('robot', '=', robot).executeTakeFirst();
  if (!found) throw new GevinstError('bad-parameter', `There is no robot “${robot}”.`, { parameter: robot });
}

/** @throws GevinstError `bad-parameter` if there is no such rate; none is right */
export async function requireRate(trx: Trx, rate: string | null): Promise<void> {
  if (rate === null || (await rates(trx)).some((r) => r.rate === rate)) return;
  throw new GevinstError('bad-parameter', `There is no hourly rate “${rate}”.`, { parameter: 'rate' });
}

/** A measure of the project, or one that the benefit uses already. */
async function requireMeasure(
  trx: Trx,
  project: string,
  benefit: string,
  code: string,
): Promise<Schema['measure']> {
  const found = await trx.selectFrom('measure').selectAll().where('measure', '=', code).executeTakeFirst();
  if (found?.project === project) return found;
  const own = await trx.selectFrom('benefit').selectAll().where('benefit', '=', benefit).executeTakeFirst();
  if (found && own && ROLES.some((role) => own[role] === code)) return found;
  throw new GevinstError('bad-parameter', `The project has no measure “${code}”.`, { parameter: code });
}

/** Makes a measure's targets those of the card; others stay where they were not seen. */
async function writeTargets(
  trx: Trx,
  measure: string,
  judged: CardInput,
  card: Card,
  isSeen: boolean,
): Promise<void> {
  const wanted = new Set(card.targets.map((t) => t.due));
  for (const { due } of await targets(trx, [measure])) {
    if (isSeen && !wanted.has(due)) await removeRow(trx, 'target', ['measure', 'due'], { measure, due });
  }
  for (const target of card.targets) {
    await putChanged(trx, 'target', ['measure', 'due'], {
      measure,
      due: target.due,
      value: target.likely,
      ...orderedEnds(target, judged.better),
    });
  }
}
