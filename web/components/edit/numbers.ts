const DANISH = /^[+−-]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/;

/**
 * A number as it is written in Danish: `1.234,5`, `0,5`, `-3`.
 * @returns null for an empty field, undefined for what is no number (`1,234.5` and `1.5` are not: a point is for thousands)
 */
export function danishNumber(text: string): number | null | undefined {
  const tidy = text.replaceAll(/[\s\u00a0]/g, '');
  if (tidy === '') return null;
  if (!DANISH.test(tidy)) return undefined;
  return Number(tidy.replaceAll('.', '').replace(',', '.').replace('−', '-'));
}

/** A number as a field shows it, with every digit that it has and no thousands points: 1234.5 → `1234,5` */
export function fieldNumber(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value).replace('.', ',');
}
