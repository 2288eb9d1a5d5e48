import { Temporal } from 'temporal-polyfill';
import { GevinstError } from '../../server/errors.ts';

/** A stretch of time with one offset: from its first epoch second to the next stretch's. */
interface Stretch {
  from: number;
  until: number;
  offset: number;
}

const WEEK = 7 * 86_400;
/** Until about the year 2100. */
const MOST_WEEKS = 6_800;
const DANISH = 'Europe/Copenhagen';

/**
 * A time zone for millions of conversions: its changes of offset are looked up once a year of data, and a conversion
 * that falls where the one before did costs two comparisons, and in a week that has been met little more. All times are in seconds; local ones count as if UTC.
 */
export class Zone {
  readonly name: string;
  readonly #years = new Map<number, Stretch[]>();
  /** The stretch of each week from 1970 that has been asked about and is within one. */
  readonly #weeks = new Array<Stretch | undefined>(MOST_WEEKS).fill(undefined);
  #last: Stretch = { from: 0, until: 0, offset: 0 };
  #isUsed = false;

  constructor(name: string) {
    this.name = name;
  }

  /** Whether it is the zone that files are in when nothing is said. */
  get isDanish(): boolean {
    return this.name === DANISH;
  }

  /** Whether a local time has been asked of it: where none is, it does not matter which zone it is. */
  get isUsed(): boolean {
    return this.#isUsed;
  }

  /** Says that a local time has been asked of it elsewhere. */
  noteUse(): void {
    this.#isUsed = true;
  }

  /** The same zone, of which nothing has been asked. */
  unused(): Zone {
    return new Zone(this.name);
  }

  /** Seconds to add to an instant for its local time. */
  offset(instant: number): number {
    const last = this.#last;
    if (instant >= last.from && instant < last.until) return last.offset;
    const whole = this.#weeks[Math.floor(instant / WEEK)];
    return whole ? whole.offset : this.#stretch(instant).offset;
  }

  /**
   * The instant of a local time. A time that comes twice is the first, or the second when the first is before
   * `notBefore`; a time that is skipped counts with the offset before the change.
   */
  instant(local: number, notBefore = Number.NEGATIVE_INFINITY): number {
    this.#isUsed = true;
    const last = this.#last;
    const DAY = 86_400;
    const near = local - last.offset;
    // Farther than a day from any change there is one offset only.
    if (near >= last.from + DAY && near < last.until - DAY) return near;
    const before = this.offset(local - DAY);
    const after = this.offset(local + DAY);
    const first = local - before;
    if (before === after) return first;
    const second = local - after;
    const firstHolds = this.offset(first) === before;
    const secondHolds = this.offset(second) === after;
    if (firstHolds && secondHolds) return first < notBefore ? second : first;
    return secondHolds ? second : first;
  }

  #stretch(instant: number): Stretch {
    const year = new Date(instant * 1000).getUTCFullYear();
    let stretches = this.#years.get(year);
    if (!stretches) {
      stretches = stretchesOf(this.name, year);
      this.#years.set(year, stretches);
    }
    for (const stretch of stretches) {
      if (instant < stretch.until) {
        this.#last = stretch;
        const week = Math.floor(instant / WEEK);
        const isWhole = stretch.from <= week * WEEK && stretch.until >= (week + 1) * WEEK;
        if (isWhole && week in this.#weeks) this.#weeks[week] = stretch;
        return stretch;
      }
    }
    throw new RangeError(`No offset is known for ${instant}.`);
  }
}

/** The stretches that together cover a year, each to its own end. */
function stretchesOf(name: string, year: number): Stretch[] {
  const start = Date.UTC(year, 0, 1) / 1000;
  const end = Date.UTC(year + 1, 0, 1) / 1000;
  const stretches: Stretch[] = [];
  let from = start;
  while (from < end) {
    const here = Temporal.Instant.fromEpochMilliseconds(from * 1000).toZonedDateTimeISO(name);
    const next = here.getTimeZoneTransition('next');
    const until = next ? next.epochMilliseconds / 1000 : Number.POSITIVE_INFINITY;
    stretches.push({ from, until, offset: here.offsetNanoseconds / 1e9 });
    from = until;
  }
  return stretches;
}

/** Danish time: what an instant without an offset is in, and what the day of a run is counted in. */
export const COPENHAGEN = new Zone(DANISH);

/** The zone of an IANA name. @throws GevinstError `bad-parameter` */
export function zoneNamed(name: string): Zone {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
  } catch {
    throw new GevinstError(
      'bad-parameter',
      `There is no time zone ${name}. Expected a name such as Europe/Copenhagen or UTC.`,
    );
  }
  return new Zone(name);
}
