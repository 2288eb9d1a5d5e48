import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { overwritten, workbook, zip } from './makeArchive.ts';
import { PersonalNumbers } from './personalNumbers.ts';

const RUNS = 7_500;
const OTHERS = 230;
/** Every run ends then: moments that differ would be numbers of ten digits too. */
const ENDED = '2024-01-02T08:00:00';

/** A bundle of ten thousand and some rows: in every one a cell or more has a personal number. */
export interface PersonalBundle {
  folder: string;
  /** The files' names. */
  files: string[];
  numbers: PersonalNumbers;
  /** How many rows its CSV files have. */
  rows: number;
}

/**
 * Writes the bundle: the tables that fixtures/ok/minimal has too, so that their good rows are kept, with personal
 * numbers in names, notes and reasons, where codes, days and numbers should be, in headers, in the names of files, entries
 * and sheets, and files that are damaged, so that they are told of.
 */
export async function writePersonalBundle(parent: string): Promise<PersonalBundle> {
  const numbers = new PersonalNumbers();
  const cpr = () => numbers.next();
  const folder = join(parent, `Sag ${cpr()}`);
  mkdirSync(folder);
  let rows = 0;
  const write = (table: string, header: string, good: string, written: number) => {
    const columns = header.split(';').map((column) => column.replace('*', ''));
    const free = header.split(';').map((column) => column.endsWith('*'));
    const cells = good.split(';');
    const lines = Array.from({ length: written }, (_, i) => {
      // A row with numbers in its texts alone is kept; then one column after another has one where it cannot stand.
      const wrong = i % (columns.length + 1);
      return cells.map((cell, at) =>
        at === wrong ? cpr() : free[at] ? `Om ${cpr()}, ${i}` : cell.replace('#', `${i}`),
      );
    });
    rows += lines.length;
    const text = [[...columns, `CPR ${cpr()}`], ...lines.map((line) => [...line, 'x'])];
    writeFileSync(
      join(folder, `${table} ${cpr()}.csv`),
      `${text.map((line) => line.join(';')).join('\n')}\n`,
    );
  };

  write('departments', 'department;name*;municipality;parent', 'D#;;Vejle;adm', OTHERS);
  write('rates', 'rate;valid_from;hourly_kr;hours_per_fte;source*', 'R#;2024-01-01;300;1480;', OTHERS);
  write(
    'projects',
    'project;name*;municipality;department;field*;technology*;stage;started;owner*;owner_email*;contact*;goal*;summary*',
    'Q#;;Vejle;adm;;;operation;2024-01-01;;;;;',
    2 * OTHERS,
  );
  write('robots', 'robot;project;name*;platform*;queue*;live', 'B#;P1;;;;2024-01-01', OTHERS);
  write('measures', 'measure;project;name*;unit*;kind;better;source*;how*', 'M#;P1;;;level;lower;;', OTHERS);
  write('measurements', 'measure;phase;from;value;n;note*', 'min;after;2024-01-01;5;1;', OTHERS);
  write(
    'benefits',
    'benefit;project;name*;type;method;volume;minutes;rate;attribution;owner*;owner_email*;confidence*;change*',
    'G#;P1;;productivity;per_item;robot:R1;min;;50;;;;',
    OTHERS,
  );
  write('targets', 'measure;due;value;low;high', 'min;2025-01;5;4;6', OTHERS);
  write(
    'costs',
    'project;from;to;per;amount_kr;category;basis;internal;payer*;note*',
    'P1;2024-01;2024-12;month;100;other;actual;yes;;',
    OTHERS,
  );
  write('risks', 'project;risk*;probability;consequence_kr', 'P1;;5;1000', OTHERS);
  write('links', 'from*;to*', ';', OTHERS);
  write('followups', 'benefit;due;done;status;note*', 'B1;2025-01;;behind;', OTHERS);
  write(
    'runs',
    'robot;transaction;started;ended;status;items;reason*',
    `R1;T#;;${ENDED};business_exception;1;`,
    RUNS,
  );
  writeFileSync(join(folder, `${cpr()}.mov`), 'x');
  writeFileSync(join(folder, 'costs.csv'), `project;${cpr()}\nP1;${cpr()}\n`);
  writeFileSync(join(folder, 'risks.csv'), `${cpr()};"${cpr()}\n`);
  const links = () => [
    ['from', 'to', `CPR ${cpr()}`],
    [`Om ${cpr()}`, cpr(), 'x'],
    ['', cpr(), 'x'],
  ];
  const csv = () =>
    `${links()
      .map((cells) => cells.join(';'))
      .join('\n')}\n`;
  const bad = overwritten(await zip({ [`links ${cpr()}.csv`]: csv() }), 14, 16, [1, 2, 3, 4]);
  const packed: Record<string, string | Buffer> = {
    [`${cpr()}.zip`]: await zip({
      [`${cpr()}/links ${cpr()}.csv`]: csv(),
      [`${cpr()}.csv`]: `${cpr()}\n${cpr()}\n`,
    }),
    [`${cpr()}.xlsx`]: await workbook({
      links: links(),
      [cpr()]: [
        ['a', cpr()],
        [cpr(), 'b'],
      ],
    }),
    [`links ${cpr()}.jsonl`]: [
      JSON.stringify({ from: `Om ${cpr()}`, to: 'her', [cpr()]: { [cpr()]: cpr() } }),
      `{"from": "${cpr()}`,
      JSON.stringify({ from: cpr(), to: 'der' }),
    ].join('\n'),
    [`damaged ${cpr()}.zip`]: bad,
  };
  for (const [name, content] of Object.entries(packed)) writeFileSync(join(folder, name), content);
  return { folder, files: readdirSync(folder), numbers, rows };
}
