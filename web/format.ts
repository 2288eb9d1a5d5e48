/** Danish and English numbers and dates. Figures keep Danish number format in both: they are read beside Danish papers. */
const LOCALE = 'da-DK';
export const UNKNOWN_MARK = '–';

const number = (digits: number) =>
  new Intl.NumberFormat(LOCALE, { minimumFractionDigits: digits, maximumFractionDigits: digits });
const whole = number(0);
const one = number(1);
const two = number(2);
/** A unit of more letters than this may stand on a line of its own. */
const LONG_UNIT = 6;
const upTo6 = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 6 });
const upTo9 = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 9 });
const upTo2 = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 });

/** A true minus sign, and none before a figure that is rounded to nothing. */
const minus = (text: string) => (/[1-9]/.test(text) ? text.replace('-', '−') : text.replace('-', ''));
/** A figure and its unit stay on one line. */
const unbroken = (text: string) => text.replaceAll(' ', '\u00a0');

export interface MoneyUnit {
  label: 'kr.' | 't.kr.' | 'mio. kr.';
  divisor: number;
  digits: number;
}

/** The unit in which the largest of some amounts reads best, also once it is rounded. */
export function moneyUnit(largest: number): MoneyUnit {
  const size = Math.abs(largest);
  if (size >= 999_500) {
    return { label: 'mio. kr.', divisor: 1_000_000, digits: size >= 9_995_000 ? 1 : 2 };
  }
  if (size >= 9_999.5) return { label: 't.kr.', divisor: 1_000, digits: 0 };
  return { label: 'kr.', divisor: 1, digits: 0 };
}

export function amount(kroner: number, unit: MoneyUnit): string {
  return minus(number(unit.digits).format(kroner / unit.divisor));
}

/** 1.303.600 → `1,30 mio. kr.` */
export function money(kroner: number): string {
  const unit = moneyUnit(kroner);
  return unbroken(`${amount(kroner, unit)} ${unit.label}`);
}

/** To the krone: 1.303.610 kr. */
export function kroner(value: number): string {
  return unbroken(`${minus(whole.format(value))} kr.`);
}

export function krPerHour(value: number): string {
  return unbroken(`${two.format(value)} kr.`);
}

export function hours(value: number): string {
  return minus(Math.abs(value) < 100 ? one.format(value) : whole.format(value));
}

export function decimal(value: number): string {
  return minus(upTo2.format(value));
}

/** With up to six decimals, to calculate on: `481,208333` */
export function exactly(value: number, unit = ''): string {
  const text = `${minus(upTo6.format(value))} ${unit}`.trim();
  return unit.length > LONG_UNIT ? text : unbroken(text);
}

/** What money is multiplied by, with nine decimals, so that millions come out to the øre: `0,997137369` */
export function factor(value: number): string {
  return minus(upTo9.format(value));
}

/** To the øre, where there are any: `192.480 kr.`, `0,50 kr.` */
export function exactKroner(value: number): string {
  const isWhole = Math.abs(value - Math.round(value)) < 0.005;
  return unbroken(`${minus((isWhole ? whole : two).format(value))} kr.`);
}

export function count(value: number): string {
  return minus(whole.format(value));
}

export function oneDecimal(value: number): string {
  return minus(one.format(value));
}

/** A fraction in per cent: 0.8148 → `81,5 %` */
export function share(value: number): string {
  return unbroken(`${minus(one.format(value * 100))} %`);
}

/** A figure that already is in per cent, with its sign: `+18,5 %` */
export function signedPercent(value: number): string {
  return unbroken(`${value > 0 ? '+' : ''}${minus(one.format(value))} %`);
}

export function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${decimal(value)}`;
}

type Language = string;

/** `2021-08` → `aug. 2021`, `Aug 2021` */
export function month(value: string, language: Language): string {
  return dateText(`${value.slice(0, 7)}-01`, language, { month: 'short', year: 'numeric' });
}

/** `2021-08-03` → `3. aug. 2021`, `3 Aug 2021` */
export function day(value: string, language: Language): string {
  return dateText(value, language, { day: 'numeric', month: 'short', year: 'numeric' });
}

function dateText(value: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  const locale = language === 'en' ? 'en-GB' : LOCALE;
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(value));
}

/** An instant in Danish local time: `3. aug. 2021 14.05` */
export function instant(value: string, language: Language): string {
  const locale = language === 'en' ? 'en-GB' : LOCALE;
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Copenhagen',
  }).format(new Date(value));
}

/** A measured value with its unit; percentages without a space too many. */
export function measured(value: number, unit: string | null): string {
  if (unit === null || unit === '') return decimal(value);
  if (/^(kr\.?|dkk)$/i.test(unit)) return kroner(value);
  return `${decimal(value)} ${unit}`;
}
