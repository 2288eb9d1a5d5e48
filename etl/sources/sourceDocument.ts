import type { Mapping, RunSource } from './source.ts';
import { isNumber, type Outcome } from './states.ts';

const BEGIN = '<!-- What follows is written by `npm run docs`. -->';
const END = '<!-- What was written by `npm run docs` ends here. -->';

const FIELDS: readonly (keyof Mapping)[] = [
  'queue',
  'transaction',
  'started',
  'ended',
  'status',
  'items',
  'reason',
];

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  success: '`success`',
  business_exception: '`business_exception`',
  system_exception: '`system_exception`',
  abandoned: '`abandoned`',
  'not-final': 'not counted: it has not ended',
  retried: 'not counted: it was tried again, which is an item of its own',
  deleted: 'not counted: it was deleted',
  'child-run': 'not counted: it is a part of another run',
  'other-event': 'not counted: no work was done',
  'no-end': 'not counted: it has no end',
};

/** The page of a source with its tables of columns and states as the source's definition has them. */
export function withMapping(page: string, source: RunSource): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`The page of ${source.name} has no place for its tables.`);
  return `${page.slice(0, begin)}${BEGIN}\n\n${tables(source)}\n${page.slice(end)}`;
}

function tables({ mapping, states }: RunSource): string {
  // An object's keys that are numbers come first.
  const names = Object.keys(states).sort((a, b) => Number(isNumber(a)) - Number(isNumber(b)));
  const outcomes = [
    ...new Set(names.map((state) => states[state]).filter((outcome) => outcome !== undefined)),
  ];
  const written = (outcome: Outcome) =>
    names
      .filter((state) => states[state] === outcome)
      .map((state) => `\`${state}\``)
      .join(', ');
  return [
    '| of a run | from the export |',
    '|---|---|',
    ...FIELDS.map((field) => `| \`${field}\` | ${mapping[field]} |`),
    '',
    '| state | counted as |',
    '|---|---|',
    ...outcomes.map((outcome) => `| ${written(outcome)} | ${OUTCOMES[outcome]} |`),
    '',
  ].join('\n');
}
