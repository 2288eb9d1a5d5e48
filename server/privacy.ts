const NUMBER = /(?<!\d)(\d\d)(\d\d)(\d\d)[-‐‑–\u00a0 ]?\d{4}(?!\d)/g;
const MASK = 'XXXXXX-XXXX';
const LONGEST_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * The text with every CPR number masked: `DDMMYY-NNNN`, `DDMMYYNNNN` or `DDMMYY NNNN`, on its own (not part of a
 * longer run of digits). The date decides, not the check digit: numbers issued since 2007 need not pass it.
 */
export function maskCpr(text: string): string {
  return text.replace(NUMBER, (found, day: string, month: string, year: string) =>
    isDate(Number(day), Number(month), Number(year)) ? MASK : found,
  );
}

/** Whether the text holds a CPR number. */
export function holdsCpr(text: string): boolean {
  return maskCpr(text) !== text;
}

/** The year has two digits, so 29 February counts whenever one of its centuries had it. */
function isDate(day: number, month: number, year: number): boolean {
  if (day < 1 || day > (LONGEST_MONTH[month - 1] ?? 0)) return false;
  return !(month === 2 && day === 29 && year % 4 !== 0);
}
