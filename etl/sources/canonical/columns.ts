import type { Municipality } from '../../../server/domain/municipalities.ts';
import { holdsCpr, maskCpr } from '../../../server/privacy.ts';
import { Fault } from '../../refusal.ts';
import type { Column, Reference } from './column.ts';
import { fold } from './fold.ts';
import { municipalityOf } from './municipalities.ts';
import { parseDay } from './parse/day.ts';
import { INSTANT_EXPECTED, parseInstant } from './parse/instant.ts';
import { parseCount, parseKroner, parseNumber, parsePercent } from './parse/number.ts';

const LONGEST_CODE = 100;
const LONGEST_TEXT = 10_000;

type Danish = readonly string[];

/**
 * A code that names a row. Zeros in front are kept; a personal number cannot be one. `å` is the same whether it was
 * written as one sign or, as on a Mac, as an a with a ring: it is kept as the one sign.
 */
export function code(danish: Danish, holds: string): Column<string> {
  return {
    danish,
    holds,
    required: true,
    parse(cell) {
      if (cell.length > LONGEST_CODE) return new Fault('too-long', `at most ${LONGEST_CODE} characters`);
      if (holdsCpr(cell)) return new Fault('personal-number', 'a code without a personal (CPR) number');
      return cell.normalize('NFC');
    },
  };
}

/** The code of a row of another table, which must be known. */
export function reference(danish: Danish, refers: Reference, holds = `a known ${refers}`): Column<string> {
  return { ...code(danish, holds), refers };
}

/** Free text; personal numbers in it are masked. `most` is less where the text is part of a key. */
export function text(danish: Danish, holds = 'text', most = LONGEST_TEXT): Column<string> {
  return {
    danish,
    holds,
    required: true,
    parse: (cell) =>
      cell.length > most
        ? new Fault('too-long', `at most ${most} characters`)
        : maskCpr(cell.normalize('NFC')),
  };
}

/** One of a closed set of codes, or one of their Danish names. */
export function choice<T extends string>(danish: Danish, codes: Readonly<Record<T, Danish>>): Column<T> {
  const names = Object.keys(codes) as T[];
  const known = new Map(names.flatMap((name) => [name, ...codes[name]].map((n) => [fold(n), name] as const)));
  const holds = `one of ${names.join(', ')}`;
  return {
    danish,
    holds,
    required: true,
    codes,
    parse: (cell) => known.get(fold(cell)) ?? new Fault('unknown-code', holds),
  };
}

const YES = new Set(['yes', 'ja', 'y', 'j', 'true', 'sand', '1']);
const NO = new Set(['no', 'nej', 'n', 'false', 'falsk', '0']);

export function yesNo(danish: Danish): Column<0 | 1> {
  return {
    danish,
    holds: 'yes or no (ja, nej)',
    required: true,
    parse(cell) {
      const word = fold(cell);
      return YES.has(word) ? 1 : NO.has(word) ? 0 : new Fault('unknown-code', 'yes or no (ja, nej)');
    },
  };
}

export function number(danish: Danish, holds = 'a number', least = Number.NEGATIVE_INFINITY): Column<number> {
  return {
    danish,
    holds,
    required: true,
    parse(cell, decimal) {
      const value = parseNumber(cell, decimal);
      return value instanceof Fault || value >= least ? value : new Fault('out-of-range', holds);
    },
  };
}

export function count(danish: Danish, holds = 'a whole number'): Column<number> {
  return { danish, holds, required: true, parse: parseCount };
}

/** An amount in kroner, kept as øre. */
export function kroner(danish: Danish, least = Number.NEGATIVE_INFINITY): Column<number> {
  const holds = least === 0 ? 'an amount in kroner, at least 0' : 'an amount in kroner';
  return {
    danish,
    holds,
    required: true,
    parse(cell, decimal) {
      const oere = parseKroner(cell, decimal);
      return oere instanceof Fault || oere >= least ? oere : new Fault('out-of-range', holds);
    },
  };
}

/** A percentage from 0 to 100, kept as a fraction. */
export function percent(danish: Danish): Column<number> {
  return {
    danish,
    holds: 'a percentage from 0 to 100',
    required: true,
    parse: parsePercent,
    doubt: (cell, value) =>
      value > 0 && value < 0.01 && !cell.includes('%')
        ? `read as ${cell} percent: write 50 for 50 %, and ${cell} % with its sign where it is meant so`
        : null,
  };
}

/** The first day of what the cell names. */
export function firstDay(danish: Danish): Column<string> {
  const holds = 'a day, or a month, week or quarter (its first day)';
  return { danish, holds, required: true, parse: (cell) => parseDay(cell, false) };
}

/** The last day of what the cell names. */
export function lastDay(danish: Danish): Column<string> {
  const holds = 'a day, or a month, week or quarter (its last day)';
  return { danish, holds, required: true, parse: (cell) => parseDay(cell, true) };
}

export function municipality(danish: Danish): Column<Municipality> {
  return {
    danish,
    holds: 'a municipality’s name or code (Aarhus, 0751 or 751)',
    required: true,
    parse: municipalityOf,
  };
}

/** A moment, as epoch seconds. */
export function instant(danish: Danish): Column<number> {
  return {
    danish,
    holds: INSTANT_EXPECTED,
    required: true,
    parse(cell) {
      const seconds = parseInstant(cell);
      return Number.isNaN(seconds) ? new Fault('not-an-instant', INSTANT_EXPECTED) : seconds;
    },
  };
}
