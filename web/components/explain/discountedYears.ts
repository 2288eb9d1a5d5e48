import type { ExplainedSection } from '../../../server/contract/explanations.ts';

interface DiscountedYear {
  year: number;
  /** Its first month's first day. */
  from: string;
  months: number;
  /** In kroner, before it is discounted. */
  net: number;
  /** What its first and last month are multiplied by. */
  factors: [number, number];
  /** In kroner, discounted. */
  value: number;
}

/** The months that a net present value is the sum of, a year a line. */
export function discountedYears(sections: readonly ExplainedSection[]): DiscountedYear[] {
  return sections.flatMap(({ name, year, steps, total }) => {
    const from = steps[0]?.from;
    if (name !== 'discounted' || year === null || total === null || !from) return [];
    const factors = steps.map((step) => termOf(step.formula, 'discount'));
    const net = steps.reduce((sum, step) => sum + termOf(step.formula, 'netOfMonth'), 0);
    return [
      {
        year,
        from,
        months: steps.length,
        net: Math.round(net * 100) / 100,
        factors: [factors[0] ?? 1, factors.at(-1) ?? 1],
        value: total,
      },
    ];
  });
}

function termOf(formula: ExplainedSection['steps'][number]['formula'], name: string): number {
  for (const part of formula) if ('term' in part && part.term === name) return part.value;
  return 0;
}
