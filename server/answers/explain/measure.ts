import type { Explanation, ProjectChoice } from '../../contract/explanations.ts';
import type { Observation } from '../../domain/beforeAfter.ts';
import { dayNumber } from '../../domain/calendar.ts';
import type { MeasureFigure } from '../../domain/explain/figures.ts';
import { explainMeasure } from '../../domain/explain/measured.ts';
import { targetAt } from '../../domain/judged.ts';
import { GevinstError } from '../../errors.ts';
import type { ProjectData } from '../../queries/toInputs.ts';
import type { Db } from '../../warehouse/schema.ts';
import { comparedOf, latest, observation } from '../measures.ts';
import { NOTHING } from './nothing.ts';
import { explainedRow, filesOf, targetsOf, withCosts } from './sources.ts';

/**
 * How a measurement of a measure (by its phase and first day), the difference of the latest two, or a target (the next, or
 * that due on a day) was worked out.
 * @throws GevinstError `not-found`; `bad-parameter` where it is not said which
 */
export async function explainedMeasure(
  db: Db,
  data: ProjectData,
  figure: MeasureFigure,
  { measure: code, phase, day, range }: ProjectChoice,
  today: string,
): Promise<Explanation> {
  const { project, name } = data.record;
  const measure = data.measures.get(needed('measure', code));
  if (!measure) {
    throw new GevinstError('not-found', `“${project}” has no measure “${code}”.`, { measure: code ?? '' });
  }
  const rows = measure.measurements.map(observation);
  const [before, after, previous] = latest(rows, today);
  const single = figure === 'measured' || figure === 'intervalLow' || figure === 'intervalHigh';
  const row = single
    ? rows.find((r) => r.phase === needed('phase', phase) && r.from === needed('day', day))
    : after;
  const earlier = single ? undefined : figure === 'trend' ? previous : before;
  const refers = (of: Observation, at: MeasureFigure) => ({
    project,
    benefit: null,
    figure: at,
    of: { measure: measure.record.measure, phase: of.phase, day: of.from },
  });
  const found =
    day === undefined
      ? targetAt(measure.targets, dayNumber(today))
      : measure.targets.find((t) => t.due === day);
  const target = found && { due: found.due, value: found[range ?? 'value'] };
  const compared = comparedOf(data, measure);
  const { formula, sections, ...rest } = explainMeasure({ compared, row, earlier, target, refers }, figure);
  const files = await filesOf(db, data);
  const used = [row, earlier].flatMap((r) => (r ? [`${r.phase} ${r.from}`] : []));
  const shown = measure.measurements.map((m) =>
    explainedRow(measure, null, m, { used: used.includes(`${m.phase} ${m.from_day}`), counted: null }, files),
  );
  return {
    ...NOTHING,
    ...rest,
    figure,
    project,
    projectName: name,
    about: measure.record.name,
    from: null,
    until: null,
    formula: [...formula],
    sections: withCosts(sections, null, new Map()),
    basis: shown.some((r) => r.used && r.basis === 'expected') ? 'expected' : 'actual',
    targets:
      figure === 'measureTarget'
        ? targetsOf(measure, files).filter((t) => day === undefined || t.due === day)
        : [],
    measurements: single ? shown.filter((r) => r.used) : shown,
  };
}

function needed<T>(parameter: string, value: T | undefined): T {
  if (value !== undefined) return value;
  throw new GevinstError(
    'bad-parameter',
    `Say which measurement it is: the parameter “${parameter}” is lacking.`,
    {
      parameter,
    },
  );
}
