import type { Zone } from '../../time/zone.ts';
import { parseInstant } from '../canonical/parse/instant.ts';

type Field = 'year' | 'month' | 'day' | 'hour' | 'half' | 'minute' | 'second';

/** The longest of each letter comes first. */
const TOKENS: readonly (readonly [token: string, pattern: string, field: Field | null])[] = [
  ['yyyy', '\\d{4}', 'year'],
  ['yy', '\\d\\d', 'year'],
  ['MM', '\\d\\d', 'month'],
  ['M', '\\d{1,2}', 'month'],
  ['dd', '\\d\\d', 'day'],
  ['d', '\\d{1,2}', 'day'],
  ['HH', '\\d\\d', 'hour'],
  ['H', '\\d{1,2}', 'hour'],
  ['hh', '\\d\\d', 'hour'],
  ['h', '\\d{1,2}', 'hour'],
  ['mm', '\\d\\d', 'minute'],
  ['ss', '\\d\\d', 'second'],
  ['SSS', '\\d{1,9}', null],
  ['a', '[AaPp]\\.?[Mm]\\.?', 'half'],
];
const TOKEN = new RegExp(TOKENS.map(([token]) => token).join('|'), 'g');
const TIME =
  '(?<hour>\\d{1,2})[:.](?<minute>\\d\\d)(?:[:.](?<second>\\d\\d)(?:[.,]\\d+)?)?(?: ?(?<half>[AaPp]\\.?[Mm]\\.?))?';
const OFFSET = '(?<offset> ?(?:Z|[+-]\\d\\d:?(?:\\d\\d)?))?';
const ISO_DAY = /^\d{4}-\d\d-\d\d(?=$|[ T])/;

/** How a file writes its days and times, such as `dd-MM-yyyy HH:mm` or `M/d/yyyy h:mm:ss a`. */
export class DateFormat {
  readonly #whole: RegExp;
  readonly #day: RegExp;

  private constructor(
    readonly format: string,
    day: string,
    time: string,
  ) {
    this.#day = new RegExp(`^${day}(?=$|[ T])`);
    this.#whole = new RegExp(`^${day}[ T]+${time}${OFFSET}$`);
  }

  /**
   * The format of a text; null unless it names a year, a month and a day, each once, and then perhaps a time. An hour of
   * twelve needs its AM or PM.
   */
  static of(format: string): DateFormat | null {
    const [day = '', ...rest] = format.trim().split(/[ T]+/);
    const time = rest.join(' ');
    const inDay = fieldsOf(day);
    const inTime = fieldsOf(time);
    const known = /^(?:[-./]|[yMd])+$/.test(day) && /^[Hhmsa S:.,]*$/.test(time);
    const whole = ['year', 'month', 'day'].every((field) => inDay.filter((f) => f === field).length === 1);
    const clear = !time.includes('h') || inTime.includes('half');
    const timed = time === '' || (inTime.includes('hour') && inTime.includes('minute') && clear);
    if (!known || !whole || inDay.length !== 3 || !timed || new Set(inTime).size < inTime.length) return null;
    return new DateFormat(format.trim(), patternOf(day), time === '' ? TIME : patternOf(time));
  }

  /** What a cell that does not fit should have been. */
  get expected(): string {
    return `a day or time written as ${this.format}`;
  }

  /** The day as `YYYY-MM-DD`, whatever time follows; null when the text is not of the format. ISO days are also read. */
  day(text: string): string | null {
    const iso = ISO_DAY.exec(text);
    if (iso) return iso[0];
    const found = this.#day.exec(text)?.groups;
    return found ? isoDay(found) : null;
  }

  /** Epoch seconds of a time; NaN when the text is not of the format. ISO times are also read. */
  instant(text: string, notBefore: number, zone: Zone): number {
    if (ISO_DAY.test(text)) return parseInstant(text, notBefore, zone);
    const found = this.#whole.exec(text)?.groups;
    const time = found && clock(found);
    return found && time
      ? parseInstant(`${isoDay(found)} ${time}${found.offset ?? ''}`, notBefore, zone)
      : Number.NaN;
  }
}

function fieldsOf(part: string): Field[] {
  const tokens = part.match(TOKEN) ?? [];
  return tokens.flatMap((token) => TOKENS.find(([t]) => t === token)?.[2] ?? []);
}

function patternOf(part: string): string {
  let pattern = '';
  let at = 0;
  for (const { 0: token, index } of part.matchAll(TOKEN)) {
    pattern += literal(part.slice(at, index));
    const [, digits, field] = TOKENS.find(([t]) => t === token) ?? [];
    pattern += field ? `(?<${field}>${digits})` : digits;
    at = index + token.length;
  }
  return pattern + literal(part.slice(at));
}

function literal(text: string): string {
  return text.replace(/[.]/g, '\\.');
}

function isoDay({ year = '', month = '', day = '' }: Record<string, string>): string {
  return `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The time of the day on 24 hours; null for an hour that there is not. */
function clock({ hour = '', minute = '', second = '00', half }: Record<string, string>): string | null {
  const told = Number(hour);
  if (half !== undefined && (told < 1 || told > 12)) return null;
  const afternoon = half?.toLowerCase().startsWith('p') === true;
  const hours = half === undefined ? told : (told % 12) + (afternoon ? 12 : 0);
  return `${String(hours).padStart(2, '0')}:${minute}:${second}`;
}
