import type { Refusal } from './loads.ts';

/** Which of the texts a refusal has, and what is named in it: the words alone, without the prose around them. */
export function refusalText({ code, expected }: Pick<Refusal, 'code' | 'expected'>) {
  const isQueue = code === 'unknown-reference' && expected.startsWith('a queue ');
  return { key: isQueue ? 'unknown-queue' : code, expected: expected.replace(/^one of /, '') };
}

/** What was expected where a row was refused, in Danish by the refusal's code: the pages and the CSV file say the same. */
export const refusalTexts = {
  missing: 'Feltet skal udfyldes.',
  'not-a-number': 'Et tal. I en fil med semikolon skrives det 1.234,5, i en fil med komma 1,234.5.',
  'not-whole': 'Et helt tal.',
  'out-of-range': 'En værdi inden for det tilladte ({{expected}}).',
  'not-a-day':
    'En dag (31-03-2026 eller 2026-03-31), måned (2026-03), uge (2026-W03) eller kvartal (2026K1).',
  'not-an-instant': 'Et tidspunkt, fx 2026-03-31 08:15 eller 2026-03-31T08:15:00+02:00.',
  'in-the-future': 'Et tidspunkt, der ikke ligger i fremtiden.',
  'unknown-code': 'Et af de kendte ord: {{expected}}.',
  'too-long': 'En kortere tekst ({{expected}}).',
  'personal-number': 'En tekst uden CPR-nummer.',
  'unknown-reference': 'Et navn eller en kode, der er indlæst i forvejen.',
  'unknown-queue': 'En kø, som en robot har: skriv køen ved en robot, eller opret robotter for køerne.',
  'unknown-municipality': 'En af de 98 kommuner, ved navn eller kode.',
  'ambiguous-queue': 'En kø, som kun én robot har ({{expected}}).',
  'ends-before-start': 'En slutdag på eller efter startdagen ({{expected}}).',
  'not-between': 'Lav skal være højst værdien, og høj mindst værdien ({{expected}}).',
  'missing-input': 'Metoden kræver dette felt ({{expected}}).',
  'parent-cycle': 'En afdeling, der ikke selv hører under denne.',
  'conflicting-row': 'Rækken siger noget andet end en tidligere række i filen ({{expected}}).',
  'too-few-cells': 'Lige så mange felter som i overskriften ({{expected}}).',
  'too-many-cells': 'Lige så mange felter som i overskriften ({{expected}}).',
  'bad-quote': 'Et anførselstegn, der afsluttes i samme felt.',
  'nul-byte': 'Tekst uden NUL-tegn.',
  'bad-json': 'En hel JSON-post, fx {"id": 1}.',
  'excel-error': 'En værdi. Cellen viser en fejl fra Excel.',
};
