import type { Portfolio } from '../../server/contract/portfolio.ts';
import type { BusinessCase, Totals, YearFigures } from '../../server/contract/report.ts';
import type { ProjectWork } from '../../server/contract/robotWork.ts';

const whole = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat('da-DK', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const cents = new Intl.NumberFormat('da-DK', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

type Reasons = Record<string, string>;

/** A project's business case as text: figures, years, benefits. */
export function projectTable(report: BusinessCase): string {
  const title = `${report.project} until ${report.until ?? 'unknown'}${report.complete ? '' : ' (not complete)'}`;
  const benefits = table(
    ['benefit', 'method', 'cashable', 'before', 'after', 'change', 'hours', 'gains kr.', 'points'],
    report.benefits.map((b) => [
      b.benefit,
      b.method,
      b.cashable === null ? 'unknown' : b.cashable ? 'yes' : 'no',
      plain(b.before),
      plain(b.after),
      b.changePercent === null ? '–' : `${tenth.format(b.changePercent)} %`,
      b.hours === null ? '–' : tenth.format(b.hours),
      b.gains === null ? '–' : whole.format(b.gains),
      whole.format(b.dataPoints),
    ]),
    3,
  );
  return [
    title,
    '',
    figures(report.totals, report.reasons),
    '',
    years(report.years, isCosted(report.totals)),
    '',
    benefits,
    '',
  ].join('\n');
}

/** What a project's robots did; '' where there is nothing of it. @param counted whether a benefit counts it */
export function robotLine({ runs, succeeded, share, hours }: ProjectWork['work'], counted: boolean): string {
  if (runs === 0) return '';
  const of = share === null ? '' : ` (${tenth.format(share * 100)} %)`;
  const ran = hours === null ? '' : `, the robots ran ${tenth.format(hours)} hours`;
  const lacks = counted
    ? ''
    : '\nHours freed need a benefit that counts them: how many minutes did a case take before?';
  return `\nTransactions: ${whole.format(runs)}, succeeded ${whole.format(succeeded)}${of}${ran}${lacks}\n`;
}

/** The portfolio as text: figures, years, projects. */
export function portfolioTable(answer: Portfolio): string {
  const title = `Portfolio until ${answer.until ?? 'unknown'}, projects: ${answer.projects.length}`;
  const projects = table(
    ['project', 'costs kr.', 'gains kr.', 'net kr.', 'ROI', 'hours', 'break-even'],
    answer.projects.map((p) => [
      p.project,
      money(isCosted(p.totals) ? p.totals.costs : null),
      money(p.totals.gains),
      money(isCosted(p.totals) ? p.totals.net : null),
      p.totals.roi === null ? '–' : `${tenth.format(p.totals.roi * 100)} %`,
      p.totals.hours === null ? '–' : whole.format(p.totals.hours),
      isCosted(p.totals) ? (p.totals.breakEven ?? p.reasons.breakEven ?? '–') : '–',
    ]),
    1,
  );
  const { cashable, freed, unspecified } = answer.split;
  const split = `Gains: ${money(cashable)} kr. taken out of budgets, ${money(freed)} kr. freed capacity, ${money(unspecified)} kr. not said`;
  return [
    title,
    '',
    figures(answer.totals, answer.reasons),
    split,
    '',
    years(answer.years, isCosted(answer.totals)),
    '',
    projects,
    '',
  ].join('\n');
}

function isCosted({ costs }: Totals): boolean {
  return costs !== 0;
}

/** Without registered costs neither they nor what rests on them are known. */
const ON_COSTS = ['costs', 'net', 'breakEven', 'paybackMonths', 'npv'] as const;

function figures(all: Totals, why: Reasons): string {
  const lacking = isCosted(all) ? [] : ON_COSTS;
  const totals = { ...all, ...Object.fromEntries(lacking.map((name) => [name, null])) } as Totals;
  const reasons = { ...why, ...Object.fromEntries(lacking.map((name) => [name, 'no-costs'])) };
  const shown = (name: string, value: number | string | null, text: (value: number) => string) =>
    value === null ? `unknown (${reasons[name]})` : typeof value === 'string' ? value : text(value);
  const range = (low: number | null, high: number | null) =>
    low === null || high === null || low === high ? '' : `  (${whole.format(low)} to ${whole.format(high)})`;
  const kr = (value: number) => `${whole.format(value)} kr.`;
  return table(
    [],
    [
      ['Costs', shown('costs', totals.costs, kr), ''],
      ['Gains', shown('gains', totals.gains, kr), range(totals.low.gains, totals.high.gains)],
      [
        'Net gain',
        shown('net', totals.net, kr),
        lacking.length > 0 ? '' : range(totals.low.net, totals.high.net),
      ],
      ['ROI', shown('roi', totals.roi, (v) => `${tenth.format(v * 100)} %`), ''],
      ['Break-even', shown('breakEven', totals.breakEven, String), ''],
      ['Payback', shown('paybackMonths', totals.paybackMonths, (v) => `${v} months`), ''],
      ['Hours freed', shown('hours', totals.hours, (v) => tenth.format(v)), ''],
      ['FTE', shown('fte', totals.fte, (v) => tenth.format(v)), ''],
      ['Cost per freed hour', shown('costPerHour', totals.costPerHour, (v) => `${cents.format(v)} kr.`), ''],
      ['Net present value', shown('npv', totals.npv, kr), ''],
    ],
    1,
  );
}

function years(rows: readonly YearFigures[], costed: boolean): string {
  return table(
    ['year', 'costs kr.', 'gains kr.', 'net kr.', 'hours', 'basis'],
    rows.map((y) => [
      String(y.year),
      money(costed ? y.costs : null),
      money(y.gains),
      money(costed ? y.net : null),
      tenth.format(y.hours),
      y.basis,
    ]),
    1,
  );
}

function money(kroner: number | null): string {
  return kroner === null ? '–' : whole.format(kroner);
}

function plain(value: number | null): string {
  return value === null ? '–' : value.toLocaleString('da-DK', { maximumFractionDigits: 2 });
}

/** Columns as wide as their widest cell; the first `left` to the left, the others to the right. */
function table(head: string[], rows: string[][], left: number): string {
  const lines = head.length > 0 ? [head, ...rows] : rows;
  const widths = (lines[0] ?? []).map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, i) => (i < left ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
