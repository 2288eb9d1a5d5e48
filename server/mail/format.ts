import type { Per } from '../domain/codes.ts';

const whole = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat('da-DK', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const upTo2 = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 2 });
const longDay = new Intl.DateTimeFormat('da-DK', { dateStyle: 'long', timeZone: 'UTC' });
const longMonth = new Intl.DateTimeFormat('da-DK', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A true minus sign, and none before a figure that is rounded to nothing. */
const minus = (text: string) => (/[1-9]/.test(text) ? text.replace('-', '−') : text.replace('-', ''));

/** To the krone: `1.303.610 kr.` */
export function kroner(value: number): string {
  return `${minus(whole.format(value))} kr.`;
}

/** `60,0`, and from a hundred on whole ones: `1.250` */
export function hours(value: number): string {
  return minus(Math.abs(value) < 100 ? tenth.format(value) : whole.format(value));
}

/** A fraction in per cent: 0.286 → `28,6 %` */
export function share(value: number): string {
  return `${minus(tenth.format(value * 100))} %`;
}

const PER: Record<Per, string> = {
  day: 'om dagen',
  week: 'om ugen',
  month: 'om måneden',
  year: 'om året',
  period: 'i perioden',
};

/** A measured value with its unit, which may be none, and what a flow's is for: `120 timer om måneden` */
export function measured(value: number, unit: string, per: Per | null): string {
  return [minus(upTo2.format(value)), unit, per && PER[per]].filter(Boolean).join(' ');
}

/** `2026-08-03` → `3. august 2026` */
export function day(value: string): string {
  return longDay.format(new Date(value));
}

/** `2026-08` → `august 2026` */
export function month(value: string): string {
  return longMonth.format(new Date(`${value}-01`));
}
