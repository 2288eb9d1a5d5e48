/** Digits also as East Asian programs write them, full width. */
const D = '[0-9０-９]';
/** White space within a line, and signs that are not seen. */
const GAP = '(?:[^\\S\\r\\n]|[\\u00ad\\u200b\\u2060]){0,2}';
const SIGN = '(?:[-‐‑‒–—−_]|%2D|%20|&nbsp;)?';
const NUMBER = new RegExp(`(?<!${D})(${D}{2})(${D}{2})(${D}{2})${GAP}${SIGN}${GAP}${D}{4}(?!${D})`, 'gi');
const MASK = 'XXXXXX-XXXX';
const LONGEST_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

let masked = 0;

/**
 * The text with every CPR number masked: `DDMMYY-NNNN`, `DDMMYYNNNN` or `DDMMYY NNNN`, also with other dashes and spaces, on its own (not part of a
 * longer run of digits). The date decides, not the check digit: numbers issued since 2007 need not pass it.
 */
export function maskCpr(text: string): string {
  return maskEach(text, () => masked++);
}

/** The same, for who counts the rows that had a number himself. */
export function maskUncounted(text: string): string {
  return maskEach(text, () => {});
}

function maskEach(text: string, onMasked: () => void): string {
  return text.replace(NUMBER, (found, day: string, month: string, year: string) => {
    if (!isDate(digits(day), digits(month), digits(year))) return found;
    onMasked();
    return MASK;
  });
}

function digits(text: string): number {
  return Number(text.normalize('NFKC'));
}

/** How many numbers this process has masked until now: what a load masked is the difference. */
export function maskedSoFar(): number {
  return masked;
}

/** Whether the text holds a CPR number. */
export function holdsCpr(text: string): boolean {
  return maskUncounted(text) !== text;
}

/** The year has two digits, so 29 February counts whenever one of its centuries had it. */
function isDate(day: number, month: number, year: number): boolean {
  if (day < 1 || day > (LONGEST_MONTH[month - 1] ?? 0)) return false;
  return !(month === 2 && day === 29 && year % 4 !== 0);
}
