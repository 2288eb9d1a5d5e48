import type { ExplainedProps } from '../explain/Explained.tsx';

/** When the plan, or what came of it up to a month, broke even. */
export function planEven(
  line: 'planned' | 'actual',
  label: string,
  version: number,
  until: string | undefined,
): ExplainedProps {
  return line === 'planned'
    ? { figure: 'plannedBreakEven', label, choice: { version: String(version) } }
    : { figure: 'breakEven', label, until, choice: { sum: 'known' } };
}
