import type { Refusal } from './loads.ts';

/** What was expected, with the record that it was expected in, where the line does not tell: several start on it. */
export function inRecord(expected: string, record: number | undefined): string {
  return record === undefined ? expected : `${expected} (record ${record})`;
}

const IN_RECORD = / \(record (\d+)\)$/;

/**
 * What was expected where the code alone does not say it: by the English prose, which is stored. Of several that match the
 * first counts; what it captures is named in the text.
 */
const VARIANTS: readonly (readonly [code: string, expected: RegExp, key: string])[] = [
  ['unknown-reference', /^a queue /, 'unknown-queue'],
  ['unknown-reference', /; there is “(.+)”$/, 'near-code'],
  ['unknown-reference', /^a known measure, or /, 'unknown-volume'],
  ['unknown-reference', /^a known department/, 'unknown-department'],
  ['unknown-reference', /^a known project/, 'unknown-project'],
  ['unknown-reference', /^a known robot/, 'unknown-robot'],
  ['unknown-reference', /^a known measure/, 'unknown-measure'],
  ['unknown-reference', /^a known benefit/, 'unknown-benefit'],
  ['unknown-reference', /^one measure of that name/, 'ambiguous-measure'],
  ['not-a-number', /decimal comma/, 'number-comma'],
  ['not-a-number', /decimal point/, 'number-point'],
  ['not-a-number', /one thing only/, 'number-any'],
  ['not-a-number', /a time or a duration/, 'number-clock'],
  ['not-a-number', /not a percentage/, 'number-kroner'],
  ['personal-number', /^a number/, 'personal-amount'],
  ['out-of-range', /^a percentage from 0 to 100/, 'range-percent'],
  ['out-of-range', /^a whole number from 0 to /, 'range-count'],
  ['out-of-range', /at most 15 digits/, 'range-digits'],
  ['out-of-range', /^an amount under /, 'range-amount'],
  ['out-of-range', /at least 0$/, 'range-positive'],
  ['out-of-range', /^a day from (\d+) to \d+$/, 'range-day'],
  ['unknown-code', /^yes or no/, 'yes-no'],
  ['unknown-code', /^one of (.+)$/, 'unknown-code'],
  ['too-long', /(\d+) characters/, 'too-long'],
  ['ends-before-start', /^a day from (\S+) on$/, 'ends-before-start'],
  ['not-between', /^at most/, 'not-above'],
  ['conflicting-row', /; line (\d+) says/, 'conflicting-row'],
  ['conflicting-row', /; record (\d+) says/, 'conflicting-record'],
  ['too-few-cells', /(\d+) cells/, 'too-few-cells'],
  ['too-many-cells', /(\d+) cells/, 'too-many-cells'],
  ['missing-input', /^the last day of the period/, 'missing-to'],
  ['missing-input', /because the measure is a flow$/, 'missing-per'],
  ['excel-error', /has shortened it/, 'excel-shortened'],
];

/**
 * Which of the texts a refusal has, and what is named in it: the words alone, without the prose around them. `record` is
 * which of the file's records it is, where several start on the line; else null.
 */
export function refusalText({ code, expected }: Pick<Refusal, 'code' | 'expected'>) {
  const record = IN_RECORD.exec(expected)?.[1];
  const bare = expected.replace(IN_RECORD, '');
  for (const [of, pattern, key] of VARIANTS) {
    const found = of === code ? pattern.exec(bare) : null;
    if (found)
      return { key, expected: found[1] ?? bare, record: record === undefined ? null : Number(record) };
  }
  return { key: code, expected: bare, record: record === undefined ? null : Number(record) };
}

/** What was expected, in Danish: what the pages, the downloads and the files beside a watched folder's say. */
export function danishReason(refusal: Pick<Refusal, 'code' | 'expected'>): string {
  const { key, expected, record } = refusalText(refusal);
  const text = (refusalTexts as Record<string, string>)[key] ?? '{{expected}}';
  const where = record === null ? '' : `Post ${record}: `;
  return where + text.replaceAll('{{expected}}', () => expected);
}

/** What was expected where a row was refused, in Danish: the pages and the CSV file say the same. */
export const refusalTexts = {
  missing: 'Feltet skal udfyldes.',
  'not-a-number': 'Et tal.',
  'number-comma': 'Et tal med decimalkomma, fx 1.234,5.',
  'number-point': 'Et tal med decimalpunktum, fx 1234.5.',
  'number-any': 'Et tal, der kun kan læses på én måde, fx 1234 eller 1234,50.',
  'number-clock': 'Et tal. Skriv 12 minutter og 30 sekunder som 12,5.',
  'number-kroner': 'Et beløb i kroner, ikke en procent.',
  'not-whole': 'Et helt tal.',
  'out-of-range': 'En anden værdi: {{expected}}.',
  'range-percent': 'En procent fra 0 til 100.',
  'range-count': 'Et helt tal fra 0 til 2.000.000.000.',
  'range-digits': 'Et tal med højst 15 cifre.',
  'range-amount': 'Et beløb under 1.000.000.000.000 kr.',
  'range-positive': 'Et tal, der ikke er under 0.',
  'range-day': 'En dag i {{expected}} eller senere, og før 2101.',
  'not-a-day':
    'En dag (31-03-2026 eller 2026-03-31), måned (2026-03), uge (2026-W03) eller kvartal (2026K1).',
  'not-an-instant': 'Et tidspunkt, fx 2026-03-31 08:15 eller 2026-03-31T08:15:00+02:00.',
  'in-the-future': 'Et tidspunkt, der ikke ligger i fremtiden.',
  'unknown-code': 'Et af de kendte ord: {{expected}}.',
  'yes-no': 'Ja eller nej.',
  'too-long': 'Højst {{expected}} tegn.',
  'personal-number': 'En kode eller et navn uden CPR-nummer.',
  'personal-amount': 'Et tal. Det her ligner et CPR-nummer: skriv et beløb som 1.812.132.601.',
  'unknown-reference': 'Et navn eller en kode, der er indlæst i forvejen.',
  'unknown-department': 'En afdeling, der er indlæst i forvejen (dens kode).',
  'unknown-project': 'Et projekt, der findes i forvejen (dets kode).',
  'unknown-robot': 'En robot, der er indlæst i forvejen (dens kode).',
  'unknown-measure': 'En måleindikator, der findes i forvejen (dens kode eller navn).',
  'unknown-benefit': 'En gevinst, der findes i forvejen (dens kode).',
  'unknown-volume': 'En måleindikator, der findes i forvejen, eller robot: og en robots kode.',
  'ambiguous-measure': 'Måleindikatorens kode: flere indikatorer har dette navn.',
  'near-code': 'En kode, der findes i forvejen. Der er en, der ligner: {{expected}}.',
  'unknown-queue': 'En kø, som en robot har: skriv køen ved en robot, eller opret robotter for køerne.',
  'unknown-municipality': 'En af de 98 kommuner, ved navn eller kode.',
  'ambiguous-queue': 'En kø, som kun én robot har.',
  'ends-before-start': 'En slutdag på eller efter startdagen {{expected}}.',
  'not-between': 'Høj skal være mindst værdien.',
  'not-above': 'Lav skal være højst værdien.',
  'missing-input': 'Metoden kræver dette felt.',
  'missing-to': 'Slutdagen, fordi værdien er for en hel periode.',
  'missing-per': 'Dag, uge, måned, år eller periode, fordi indikatoren lægges sammen over tid.',
  'parent-cycle': 'En afdeling, der ikke selv hører under denne.',
  'conflicting-row': 'Det samme som på linje {{expected}}, der er om det samme og siger noget andet.',
  'conflicting-record': 'Det samme som i post {{expected}}, der er om det samme og siger noget andet.',
  'too-few-cells': '{{expected}} felter som i overskriften. Rækken har færre.',
  'too-many-cells': '{{expected}} felter som i overskriften. Rækken har flere.',
  'bad-quote': 'Et anførselstegn, der afsluttes i samme felt.',
  'nul-byte': 'Tekst uden NUL-tegn.',
  'bad-json': 'En hel JSON-post, fx {"id": 1}.',
  'excel-error': 'En værdi. Cellen viser en fejl fra Excel.',
  'excel-shortened': 'Kildens nummer med alle cifre. Excel har forkortet det.',
};
