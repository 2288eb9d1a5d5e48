/** From `low` to `high`, both included. */
export interface Interval {
  low: number;
  high: number;
}

/** How many of `n` were so. `counted` need not be whole: a share of `n` that was published as a rounded percentage. */
export interface Counted {
  counted: number;
  n: number;
}

/** The standard normal's 97.5 % point: two-sided 95 %. */
export const Z = 1.959963984540054;

/**
 * Wilson's score interval of a share, 95 %: (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²)) ÷ (1 + z²/n), as fractions.
 * 19 of 50 is 0.259–0.518. It stays within 0–1 and holds for few answers, and for none or all of them.
 */
export function wilson({ counted, n }: Counted): Interval {
  const p = counted / n;
  const zz = Z * Z;
  const middle = p + zz / (2 * n);
  const reach = Z * Math.sqrt((p * (1 - p)) / n + zz / (4 * n * n));
  const scale = 1 + zz / n;
  // At the ends the bound is the share itself; the square root would miss it by a rounding.
  return {
    low: counted <= 0 ? 0 : (middle - reach) / scale,
    high: counted >= n ? 1 : (middle + reach) / scale,
  };
}

/**
 * Newcombe's interval of the difference of two shares, after − before, 95 %, from the two Wilson intervals (his method
 * 10): d − √((p₂ − l₂)² + (u₁ − p₁)²) to d + √((u₂ − p₂)² + (p₁ − l₁)²), as fractions.
 */
export function differenceInterval(before: Counted, after: Counted): Interval {
  const first = before.counted / before.n;
  const second = after.counted / after.n;
  const a = wilson(before);
  const b = wilson(after);
  const difference = second - first;
  return {
    low: difference - Math.hypot(second - b.low, a.high - first),
    high: difference + Math.hypot(b.high - second, first - a.low),
  };
}
