import type { Line } from './measure.ts';

const HEADER = ['', 'Gevinst', 'peer', 'ratio', 'goal'];

/** The lines as one table of text. */
export function tableOf(lines: readonly Line[]): string {
  const rows = [
    HEADER,
    ...lines.map(({ what, gevinst, peer, ratio, goal }) => [
      what,
      gevinst,
      peer ?? '',
      ratio === undefined ? '' : `${ratio < 0.1 ? ratio.toFixed(3) : ratio.toFixed(2)}×`,
      goal ?? '',
    ]),
  ];
  const widths = HEADER.map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  const text = rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [text[0], widths.map((width) => '-'.repeat(width)).join('  '), ...text.slice(1)].join('\n');
}

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

export const perSecond = (n: number, of: string) => `${number.format(n)} ${of}/s`;
export const ms = (n: number) => `${n < 10 ? n.toFixed(1) : n.toFixed(0)} ms`;
export const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
