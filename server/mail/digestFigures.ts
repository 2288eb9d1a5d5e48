import type { Portfolio } from '../contract/portfolio.ts';
import { reasonTexts } from '../contract/reasonTexts.ts';
import type { Reason } from '../domain/codes.ts';
import type { Block } from './blocks.ts';
import { hours, kroner, share } from './format.ts';
import { texts } from './texts.ts';

const said = texts.digest;
const FIGURES = [
  ['gains', kroner],
  ['costs', kroner],
  ['net', kroner],
  ['roi', share],
  ['hours', hours],
] as const;

/** The portfolio's figures of a month, and in all until its end; an unknown one is said to be, and why. */
export function figuresBlocks(inMonth: Portfolio, toDate: Portfolio, month: string): Block[] {
  const costed = toDate.projects.some((p) => p.costsRegistered);
  const rows = FIGURES.map(([name, format]) => {
    const all = toDate.totals[name];
    const of = ({ totals, reasons }: Portfolio) =>
      name === 'costs' && totals.costs === 0
        ? said.noCosts
        : name === 'net' && !costed
          ? shown(null, format, reasons.net ?? 'no-costs')
          : shown(totals[name], format, reasonOf(reasons[name], all));
    // Gains of one month over its costs alone would look like a fortune once the project is paid for.
    return { label: said.figure[name], values: [name === 'roi' ? said.onlyInAll : of(inMonth), of(toDate)] };
  });
  const notes = [
    ...(inMonth.incompleteProjects > 0 && inMonth.totals.gains !== null
      ? [said.incomplete(inMonth.incompleteProjects)]
      : []),
    ...(toDate.months.some((m) => m.month <= month && m.basis === 'expected') ? [said.expected] : []),
  ];
  return [
    { kind: 'figures', columns: [said.inMonth(month), said.toDate(month)], rows },
    ...notes.map((text): Block => ({ kind: 'paragraph', text })),
  ];
}

/** Reasons that are themselves the answer: what saves no time has no unknown hours. */
const ANSWERS: ReadonlySet<Reason> = new Set(['not-reached', 'never-negative', 'not-monetary', 'no-hours']);

/** Of projects whose gains are known in all, a month cannot be one that is not reckoned in kroner: it has no data. */
function reasonOf(reason: Reason | undefined, inAll: number | null): Reason | undefined {
  return inAll !== null && reason && ANSWERS.has(reason) ? 'no-data' : reason;
}

function shown(value: number | null, format: (value: number) => string, reason: Reason | undefined): string {
  if (value !== null) return format(value);
  const why = reason ? reasonTexts[reason] : null;
  return reason && why && ANSWERS.has(reason) ? why : said.unknown(why);
}
