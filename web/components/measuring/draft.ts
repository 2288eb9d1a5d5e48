import type { Measure, SeriesPoint } from '../../../server/contract/measures.ts';
import type { MeasurementEntry } from '../../../server/contract/measuring.ts';
import { type Fault, faults, type Measurable, percentOf } from '../../../server/domain/measurementRules.ts';
import { READINGS, reading, type TimeStudy, timeStudy } from '../../../server/domain/timeStudy.ts';
import { hoursPerUnit, isPercentage } from '../../../server/domain/units.ts';
import { danishNumber, fieldNumber } from '../edit/numbers.ts';

/** How a value is entered: as it is, as so many of so many, or as the readings of a stopwatch. */
export type Way = 'value' | 'counted' | 'readings';

/** A measurement as the form's fields hold it. */
export interface Draft {
  way: Way;
  phase: MeasurementEntry['phase'];
  from: string;
  to: string;
  per: string;
  value: string;
  low: string;
  high: string;
  n: string;
  counted: string;
  readings: string[];
  basis: MeasurementEntry['basis'];
  note: string;
}

type Problem = Fault | 'number' | 'required' | 'taken' | 'reading' | 'few-readings';
export type Problems = Partial<Record<keyof Draft, Problem>> & {
  /** Which readings are none, by their place. */
  wrongReadings?: readonly number[];
};

const FIRST_READINGS = 5;
/** Hand-made means are not kept finer than this. */
const FINEST = 10_000;

/** Whether the measure is a ratio of two quantities: in per cent, but no share of those asked. */
function isRatio(measure: Measure): boolean {
  return measure.benefits.some(({ role }) => role === 'ratio');
}

function measurable({ kind, unit, benefits }: Measure): Measurable {
  return { kind, unit, roles: benefits.map(({ role }) => role) };
}

/** In which ways a measure's value can be entered, the most telling first. */
export function waysOf(measure: Measure): Way[] {
  if (measure.kind === 'flow') return ['value'];
  if (isPercentage(measure.unit)) return isRatio(measure) ? ['value'] : ['counted', 'value'];
  return hoursOf(measure) === null ? ['value'] : ['value', 'readings'];
}

/** Hours in one unit of a measure of time; null where it measures no time. */
function hoursOf({ unit, benefits }: Measure): number | null {
  const asMinutes = hoursPerUnit(unit, 'minutes');
  const named = asMinutes === hoursPerUnit(unit, 'hours');
  return named || benefits.some(({ role }) => role === 'minutes') ? asMinutes : null;
}

/** The form as it begins: a measurement that is changed, or a new one after the last. */
export function draftOf(measure: Measure, point: SeriesPoint | null, today: string): Draft {
  const [first = 'value'] = waysOf(measure);
  const last = measure.measurements.at(-1);
  return {
    way: point && point.counted === null ? 'value' : first,
    phase: point?.phase ?? (measure.measurements.some((m) => m.phase === 'before') ? 'after' : 'before'),
    from: point?.from ?? today,
    to: point?.to ?? '',
    per: (point ?? last)?.per ?? (measure.kind === 'flow' ? 'month' : ''),
    value: fieldNumber(point?.value),
    low: fieldNumber(point?.low),
    high: fieldNumber(point?.high),
    n: fieldNumber(point?.n),
    counted: fieldNumber(point?.counted),
    readings: Array.from({ length: FIRST_READINGS }, () => ''),
    basis: point?.basis ?? 'actual',
    note: point?.note ?? '',
  };
}

/** The readings of a form, in the measure's own unit; null while there are too few or one is wrong. */
export function studyOf(draft: Draft, measure: Measure): TimeStudy | null {
  const given = draft.readings.filter((text) => text.trim() !== '').map(reading);
  const minutes = given.filter((one) => one !== null);
  if (minutes.length < READINGS.min || minutes.length < given.length) return null;
  const hours = hoursOf(measure) ?? 1 / 60;
  const inUnit = (value: number) => Math.round((value / 60 / hours) * FINEST) / FINEST;
  const { mean, low, high, n } = timeStudy(minutes);
  return { mean: inUnit(mean), low: inUnit(low), high: inUnit(high), n };
}

/** So many of so many as a form has them; null while they make no share. */
export function countedOf(draft: Draft): { counted: number; n: number } | null {
  const counted = danishNumber(draft.counted);
  const n = danishNumber(draft.n);
  return typeof counted === 'number' && typeof n === 'number' && n >= 1 && counted >= 0 && counted <= n
    ? { counted, n }
    : null;
}

/**
 * A form as the measurement that it says, or what is wrong with it by field. `readingsNote` says in words what the time
 * study's readings were.
 */
export function entryOf(
  draft: Draft,
  { measure, point, today }: { measure: Measure; point: SeriesPoint | null; today: string },
  readingsNote: (readings: string) => string,
): { entry: MeasurementEntry | null; problems: Problems } {
  const values = valuesOf(draft, measure);
  const problems: Problems = { ...values.problems };
  if (draft.from === '') problems.from = 'required';
  const note =
    draft.way === 'readings'
      ? [draft.note.trim(), readingsNote(given(draft).join(', '))].filter(Boolean).join('\n')
      : draft.note.trim();
  const entry: MeasurementEntry = {
    phase: draft.phase,
    from: draft.from,
    to: draft.to === '' ? null : draft.to,
    per: measure.kind === 'flow' && draft.per !== '' ? (draft.per as MeasurementEntry['per']) : null,
    ...values.entered,
    basis: draft.basis,
    note: note === '' ? null : note,
  };
  const wrong: Problems = {
    ...(draft.from === '' ? {} : faults(entry, measurable(measure), today, point)),
    ...problems,
  };
  if (wrong.from === undefined && taken(entry, measure, point)) wrong.from = 'taken';
  return { entry: Object.keys(wrong).length === 0 ? entry : null, problems: wrong };
}

type Values = Pick<MeasurementEntry, 'value' | 'low' | 'high' | 'n' | 'counted'>;

function valuesOf(draft: Draft, measure: Measure): { entered: Values; problems: Problems } {
  const none = { value: 0, low: null, high: null, n: null, counted: null };
  if (draft.way === 'readings') {
    const study = studyOf(draft, measure);
    if (!study) return { entered: none, problems: readingProblems(draft) };
    const { mean, ...rest } = study;
    return { entered: { ...none, value: mean, ...rest }, problems: {} };
  }
  const problems: Problems = {};
  const number = (field: 'value' | 'low' | 'high' | 'n' | 'counted', required: boolean) => {
    const found = danishNumber(draft[field]);
    if (found === undefined) problems[field] = 'number';
    if (found === null && required) problems[field] = 'required';
    return found ?? null;
  };
  if (draft.way === 'counted') {
    const counted = number('counted', true);
    const n = number('n', true);
    const value = counted !== null && n ? percentOf(counted, n) : 0;
    return { entered: { ...none, value, n, counted }, problems };
  }
  const value = number('value', true) ?? 0;
  const entered = {
    ...none,
    value,
    low: number('low', false),
    high: number('high', false),
    n: number('n', false),
  };
  // What the field is wrong in hides what the rules would say of the zero in its place.
  return { entered: problems.value ? { ...entered, low: null, high: null } : entered, problems };
}

function readingProblems(draft: Draft): Problems {
  const wrongReadings = draft.readings.flatMap((text, i) =>
    text.trim() !== '' && reading(text) === null ? [i] : [],
  );
  return wrongReadings.length > 0 ? { readings: 'reading', wrongReadings } : { readings: 'few-readings' };
}

function given(draft: Draft): string[] {
  return draft.readings.map((text) => text.trim()).filter(Boolean);
}

function taken(entry: MeasurementEntry, measure: Measure, point: SeriesPoint | null): boolean {
  return measure.measurements.some(
    (m) =>
      m.phase === entry.phase &&
      m.from === entry.from &&
      !(point?.phase === m.phase && point.from === m.from),
  );
}
