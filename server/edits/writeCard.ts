import { type Baseline, type Card, type CardInput, kindOf, orderedEnds, targetRole } from '../domain/card.ts';
import { ROLES, type Role } from '../domain/codes.ts';
import { GevinstError } from '../errors.ts';
import { targets } from '../queries/targets.ts';
import { ROBOT_PREFIX } from '../queries/toInputs.ts';
import type { Schema, Trx } from '../warehouse/schema.ts';
import { newCode } from './newCode.ts';
import { putChanged } from './putChanged.ts';
import { removeRow } from './rows.ts';
import { writeBaseline } from './writeBaseline.ts';

type Codes = Partial<Record<Role, string>>;

/** Writes all that a card says: the benefit, its measures with their baselines, and the targets. */
export async function writeCard(trx: Trx, project: string, benefit: string, card: Card): Promise<void> {
  const codes: Codes = {};
  for (const input of card.inputs) codes[input.role] = await writeInput(trx, project, benefit, input);
  const row = benefitRow(project, benefit, card, codes);
  const whole = card.attribution === 1 && (await isUnattributed(trx, benefit));
  await putChanged(trx, 'benefit', ['benefit'], whole ? { ...row, attribution: null } : row);
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
  if (judged) await writeTargets(trx, codes[role] ?? '', judged, card);
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

/** Whether a benefit that is there does not say which share is the project’s: all of it then, and that is no change. */
async function isUnattributed(trx: Trx, benefit: string): Promise<boolean> {
  const row = await trx
    .selectFrom('benefit')
    .select('attribution')
    .where('benefit', '=', benefit)
    .executeTakeFirst();
  return row?.attribution === null;
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
async function writeInput(trx: Trx, project: string, benefit: string, input: CardInput): Promise<string> {
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
  await writeBaseline(trx, code, input.baseline && ofKind(kind, input.baseline, input.role));
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

async function requireRobot(trx: Trx, robot: string): Promise<void> {
  const found = await trx.selectFrom('robot').select('robot').where('robot', '=', robot).executeTakeFirst();
  if (!found) throw new GevinstError('bad-parameter', `There is no robot “${robot}”.`, { parameter: robot });
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

/** Makes a measure's targets those of the card. */
async function writeTargets(trx: Trx, measure: string, judged: CardInput, card: Card): Promise<void> {
  const wanted = new Set(card.targets.map((t) => t.due));
  for (const { due } of await targets(trx, [measure])) {
    if (!wanted.has(due)) await removeRow(trx, 'target', ['measure', 'due'], { measure, due });
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
