import type { Benefit, CalculationInput } from '../../server/contract/benefits.ts';
import { type Comparison, compare, comparedAs } from '../../server/domain/beforeAfter.ts';

/** A benefit's measure before and after as compared by the rule of docs/measuring.md; null where one is missing. */
export function comparisonOf(benefit: Benefit): (Comparison & { n: [number | null, number | null] }) | null {
  const { measure, unit, better } = benefit;
  const own = benefit.inputs.filter((input) => input.measure === measure);
  const before = latest(own, 'before');
  const after = latest(own, 'after');
  if (!before || !after || unit === null || better === null) return null;
  const kind = after.per === null ? 'level' : 'flow';
  const measured = comparedAs(
    { kind, unit, better },
    own.map(({ role }) => role),
  );
  return { ...compare(measured, before, after), n: [before.n, after.n] };
}

function latest(inputs: readonly CalculationInput[], phase: string): CalculationInput | undefined {
  return inputs
    .filter((input) => input.phase === phase)
    .reduce<CalculationInput | undefined>((a, b) => (a && a.from > b.from ? a : b), undefined);
}
