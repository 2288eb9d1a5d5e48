import type { Reason } from './codes.ts';

/** The part of a benefit's figures that a goal's sum is made of; gains in kroner. */
export interface Carrier {
  gains: number | null;
  reasons: Record<string, Reason>;
}

/**
 * What carries a goal: how many benefits, how many of them are in money, and the sum of the gains that are known.
 * Without a known one the sum is unknown, never zero. A benefit that carries two goals is in the sum of both.
 */
export function goalSum(carriers: readonly Carrier[]) {
  const monetary = carriers.filter((c) => c.gains !== null || c.reasons.gains !== 'not-monetary');
  const known = monetary.flatMap((c) => c.gains ?? []);
  const why: Reason | undefined =
    carriers.length === 0
      ? 'no-benefits'
      : monetary.length === 0
        ? 'not-monetary'
        : (monetary.find((c) => c.gains === null)?.reasons.gains ?? 'no-observations');
  const oere = known.reduce((sum, gains) => sum + Math.round(gains * 100), 0);
  return {
    benefits: carriers.length,
    monetary: monetary.length,
    known: known.length,
    gains: known.length === 0 ? null : oere / 100,
    reasons: (known.length === 0 ? { gains: why } : {}) as Record<string, Reason>,
  };
}
