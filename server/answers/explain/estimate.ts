import type { Explanation } from '../../contract/explanations.ts';
import { monthNumber } from '../../domain/calendar.ts';
import { targetRole } from '../../domain/card.ts';
import { explainEstimate } from '../../domain/cardEstimate.ts';
import { countedKey } from '../../domain/explain/benefitParts.ts';
import type { BenefitRecord } from '../../queries/benefits.ts';
import type { ProjectData } from '../../queries/toInputs.ts';
import type { Db } from '../../warehouse/schema.ts';
import { cardAnswer, cardChoicesAnswer } from '../card.ts';
import { filesOf, measurementsOf, ratesFrom, runsOf, targetsOf, withCosts } from './sources.ts';

type Estimated = Pick<
  Explanation,
  | 'value'
  | 'unit'
  | 'own'
  | 'reason'
  | 'formula'
  | 'sections'
  | 'rounded'
  | 'basis'
  | 'measurements'
  | 'runs'
  | 'rates'
  | 'targets'
  | 'from'
  | 'until'
>;

/** What a benefit is expected to give in a year in which the last target of its card is reached. */
export async function explainedEstimate(
  db: Db,
  data: ProjectData,
  record: BenefitRecord,
  figure: 'expectedHours' | 'expectedGains',
): Promise<Estimated> {
  const { card } = await cardAnswer(db, data.record.project, record.benefit);
  const { robots } = await cardChoicesAnswer(db, data.record.project);
  const last = card.targets.at(-1);
  const inHours = figure === 'expectedHours';
  const whole = { from: null, until: null, basis: 'expected' } as const;
  if (card.method === 'indicator' || !last) {
    const reason = card.method !== 'indicator' ? 'no-target' : inHours ? 'no-hours' : 'not-monetary';
    const nothing = { value: null, own: null, formula: [], sections: [], rounded: null };
    const rows = { measurements: [], runs: null, rates: [], targets: [] };
    return { ...whole, ...nothing, ...rows, unit: inHours ? 'hours' : 'kr', reason };
  }
  const volume = card.inputs.find((i) => i.role === 'volume')?.measure;
  const items = robots.find((r) => `robot:${r.robot}` === volume)?.itemsPerYear ?? null;
  const rates = data.rates.get(record.benefit) ?? [];
  const explained = explainEstimate(card, rates, items, last, inHours ? 'hours' : 'gains');
  const { formula, sections, ...rest } = explained;
  const { runs, loads } = await handled(db, data, record.benefit);
  const files = await filesOf(db, data, loads);
  const baselines = new Map(card.inputs.map((i) => [i.role, i.baseline?.from]));
  const measurements = measurementsOf(data, record, LAST, files, (role, row) => ({
    used: row.phase === 'before' && row.from_day === baselines.get(role),
    counted: null,
  }));
  const days = explained.sections.flatMap((s) => s.steps.flatMap((line) => line.from ?? []));
  const improved = card.inputs.find((i) => i.role === targetRole(card))?.measure;
  return {
    ...rest,
    ...whole,
    formula: [...formula],
    sections: withCosts(sections, data, files),
    runs: runs && { ...runs, loads: runs.loads.map((l) => ({ ...l, file: files.get(l.load) ?? null })) },
    measurements: measurements.filter((row) => row.used),
    rates: ratesFrom(
      rates.filter((r, i) => isIn(r.validFrom, rates[i + 1]?.validFrom, days)),
      files,
    ),
    targets: targetsOf(data.measures.get(improved ?? ''), files).filter((t) => t.due === last.due),
  };
}

/** What the benefit's robot handled in its last twelve months, which its items a year are counted up from. */
async function handled(db: Db, data: ProjectData, benefit: string) {
  const months = data.robots.get(benefit)?.months ?? new Map();
  const last = Math.max(0, ...[...months.keys()].map(monthNumber));
  const counted = new Map(
    [...months].map(([m, { items }]) => [countedKey('volume', 'runs', `${m}-01`), items]),
  );
  const span = { from: last - 11, until: last };
  return runsOf(db, data, benefit, { parts: [], gaps: [], counted }, span, true);
}

/** A card's baseline may be of any day. */
const LAST = monthNumber('9999-12');

/** Whether any of the days that lines begin on has this rate in force. */
function isIn(from: string, next: string | undefined, days: readonly string[]): boolean {
  return days.some((day) => day >= from && (next === undefined || day < next));
}
