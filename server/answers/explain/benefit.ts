import type { Explanation } from '../../contract/explanations.ts';
import type { BenefitInputs } from '../../domain/benefit.ts';
import { monthNumber } from '../../domain/calendar.ts';
import type { Role } from '../../domain/codes.ts';
import { explainBenefit, partsOf } from '../../domain/explain/benefit.ts';
import type { BenefitFigure } from '../../domain/explain/figures.ts';
import { explainJudged, type JudgedFigure, judgedRows } from '../../domain/explain/judged.ts';
import { benefitValue } from '../../domain/explain/project.ts';
import { judgedRole } from '../../domain/judged.ts';
import { monthOrNull } from '../../domain/project.ts';
import { basisOf } from '../../domain/report.ts';
import { GevinstError } from '../../errors.ts';
import type { MeasureData } from '../../queries/toInputs.ts';
import type { Db } from '../../warehouse/schema.ts';
import { explainedEstimate } from './estimate.ts';
import { NOTHING } from './nothing.ts';
import type { Found } from './project.ts';
import {
  type Files,
  filesOf,
  measurementsOf,
  ratesFrom,
  runsOf,
  targetsOf,
  usedIn,
  withCosts,
} from './sources.ts';

/**
 * How one figure of a benefit was worked out, with every row that it rests on; `withLoads` also with the loads that its
 * robot’s runs came with, which takes a look at every run.
 * @throws GevinstError `not-found`
 */
export async function explainedBenefit(
  db: Db,
  found: Found,
  benefit: string,
  figure: BenefitFigure,
  withLoads: boolean,
): Promise<Explanation> {
  const { data, result, span } = found;
  const inputs = data.inputs.benefits.find((b) => b.benefit.benefit === benefit);
  const record = data.records.get(benefit);
  if (!inputs || !record) {
    throw new GevinstError('not-found', `There is no benefit “${benefit}” in “${data.record.project}”.`, {
      benefit,
    });
  }
  const head = {
    ...NOTHING,
    figure,
    project: data.record.project,
    projectName: data.record.name,
    benefit,
    benefitName: record.name,
    method: inputs.benefit.method,
    from: monthOrNull(found.from),
    until: monthOrNull(found.until),
  };
  if (figure === 'expectedHours' || figure === 'expectedGains') {
    return { ...head, ...(await explainedEstimate(db, data, record, figure)) };
  }
  if (figure !== 'hours' && figure !== 'gains') {
    const files = await filesOf(db, data);
    const { formula, sections: _none, ...rest } = explainJudged(inputs, found.day, figure);
    const rows = measurementsOf(
      data,
      record,
      monthNumber(found.day),
      files,
      judgedBy(inputs, found.day, figure),
    );
    return {
      ...head,
      ...rest,
      formula: [...formula],
      basis: rows.some((row) => row.used && row.basis === 'expected') ? 'expected' : 'actual',
      measurements: rows.filter((row) => row.role === judgedRole(inputs)),
      targets:
        figure === 'target' || figure === 'reached'
          ? targetsOf(data.measures.get(record[judgedRole(inputs)] ?? ''), files)
          : [],
    };
  }
  const parts = partsOf(result.project, inputs, span);
  const { runs, loads } = await runsOf(db, data, benefit, parts, span, withLoads);
  const files = await filesOf(db, data, loads);
  const value = benefitValue(result, span, inputs, figure);
  const { formula, sections, ...rest } = explainBenefit(inputs, parts, figure, value);
  return {
    ...head,
    ...rest,
    formula: [...formula],
    sections: withCosts(sections, data, files),
    basis: basisOf({ expected: value.expected, complete: parts.gaps.length === 0 }),
    measurements: measurementsOf(data, record, span.until, files, usedIn(parts)),
    runs: runs && {
      ...runs,
      loads: runs.loads.map((l) => ({ ...l, file: files.get(l.load) ?? null })),
    },
    rates: ratesOf(found, benefit, parts.parts, files),
  };
}

/** The rates that were in force in a benefit's parts. */
function ratesOf(
  { data }: Found,
  benefit: string,
  parts: readonly { rate: { validFrom: string } | undefined }[],
  files: Files,
): Explanation['rates'] {
  const used = new Set(parts.map((part) => part.rate?.validFrom));
  return ratesFrom(
    (data.rates.get(benefit) ?? []).filter((rate) => used.has(rate.validFrom)),
    files,
  );
}

/** The measurements that a benefit is judged by, of those of its measure. */
function judgedBy(inputs: BenefitInputs, day: string, figure: JudgedFigure) {
  const rows = judgedRows(inputs, day);
  const role = judgedRole(inputs);
  const phases = {
    before: [rows.before, rows.saved ?? rows.after],
    after: [rows.after, rows.saved],
    difference: rows.saved ? [rows.saved] : [rows.before, rows.after],
    changePercent: [rows.before, rows.after],
    reached: [rows.before, rows.after],
    target: [],
  }[figure];
  return (of: Role, row: MeasureData['measurements'][number]) => ({
    used: of === role && phases.some((r) => r?.phase === row.phase && r.from === row.from_day),
    counted: null,
  });
}
