/** A figure with its uncertainty; low ≤ value ≤ high. Where nothing is said of it all three are the same. */
export interface Range {
  low: number;
  value: number;
  high: number;
}

export const ZERO: Range = { low: 0, value: 0, high: 0 };

export function exactly(value: number): Range {
  return { low: value, value, high: value };
}

export function add(a: Range, b: Range): Range {
  return { low: a.low + b.low, value: a.value + b.value, high: a.high + b.high };
}

/** Adds `part` to `sum` itself. */
export function accumulate(sum: Range, part: Range): void {
  sum.low += part.low;
  sum.value += part.value;
  sum.high += part.high;
}

/** a − b: lowest when a is low and b is high. */
export function subtract(a: Range, b: Range): Range {
  return { low: a.low - b.high, value: a.value - b.value, high: a.high - b.low };
}

/** a × b at the ends of both, whatever their signs. */
export function multiply(a: Range, b: Range): Range {
  const ll = a.low * b.low;
  const lh = a.low * b.high;
  const hl = a.high * b.low;
  const hh = a.high * b.high;
  return { low: Math.min(ll, lh, hl, hh), value: a.value * b.value, high: Math.max(ll, lh, hl, hh) };
}

export function scale(a: Range, factor: number): Range {
  const low = a.low * factor;
  const high = a.high * factor;
  return { low: Math.min(low, high), value: a.value * factor, high: Math.max(low, high) };
}

/**
 * Turns a running exact sum into whole units without drift: each part is the rounded sum so far less what
 * was handed out before, so the parts always add up to the rounded total (a year of 100,000 kr. is twelve
 * months that sum to 100,000.00 kr.).
 */
export class WholeParts {
  private exact = ZERO;
  private given = ZERO;

  next(part: Range): Range {
    this.exact = add(this.exact, part);
    const whole = {
      low: roundHalfUp(this.exact.low),
      value: roundHalfUp(this.exact.value),
      high: roundHalfUp(this.exact.high),
    };
    const out = {
      low: whole.low - this.given.low,
      value: whole.value - this.given.value,
      high: whole.high - this.given.high,
    };
    this.given = whole;
    return out;
  }
}

/**
 * The nearest whole number, a half going up. A sum of parts such as twelfths is off its half by some rounding in binary,
 * which must not decide an øre.
 */
function roundHalfUp(sum: number): number {
  return Math.round(sum + 1e-6 + Math.abs(sum) * 1e-14);
}
