import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { proposeFor } from '../../../etl/sources/mapping/propose/proposeFor.ts';
import { tempFolder } from '../../support/gevinst.ts';

const folder = tempFolder();
afterAll(() => folder.remove());
let files = 0;

function proposed(
  text: string,
  { name = `file${files++}.csv`, table = undefined as string | undefined } = {},
) {
  const path = join(folder.path, name);
  writeFileSync(path, text);
  return proposeFor(path, { table });
}

/** The lines of a proposal between its title and its comments on what is not read. */
const body = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .join('\n');

const DANISH = `Sagsnr.;Dato;Starttid;Sluttid;Resultat;Kønavn;Antal poster;Bemærkning;Sagsbehandler
4711-1;31-03-2026;08:15;08:16;Færdig;Boligstøtte;1;;abc
4711-2;31-03-2026;08:17;08:19;Fejlet;Boligstøtte;2;Timeout for 010180-1234;abc
4711-3;01-04-2026;08:17;08:19;Parkeret;Boligstøtte;1;;abc
4711-4;01-04-2026;08:17;08:19;I gang;Pension;1;;abc
`;

describe('a proposal is a mapping that reads the file it was made for', () => {
  test('Danish headers, day and time apart, words of its own', async () => {
    const { text, preview, told } = await proposed(DANISH);
    expect(body(text)).toBe(`table: runs
statuses:
  Færdig: success
  Fejlet: system_exception
  Parkeret: skip # ? not known: its rows are left out until you say what it means
  I gang: skip
columns:
  robot: { column: Kønavn }
  transaction: { column: "Sagsnr." }
  started: { columns: [Dato, Starttid] }
  ended: { columns: [Dato, Sluttid] }
  status: { column: Resultat }
  items: { column: Antal poster }
  reason: { column: Bemærkning }`);
    expect(text).toContain('# Not read: Sagsbehandler\n');
    expect(preview).toMatchObject({ rows: 2, read: 2, first: null });
    expect(told).toEqual([
      '2 rows were left out by the mapping’s statuses',
      'statuses, “Parkeret”: not known: its rows are left out until you say what it means',
    ]);
  });

  test('English headers and American dates', async () => {
    const { text, preview, told } = await proposed(
      `Case ID,Start Time,End Time,Outcome,Process Name
A1,3/31/2026 8:15:09 AM,3/31/2026 1:16:00 PM,Completed,Housing
A2,4/1/2026 8:15:09 AM,4/1/2026 1:16:00 PM,Rejected,Housing
`,
    );
    expect(body(text)).toBe(`table: runs
dates: M/d/yyyy
statuses:
  Completed: success
  Rejected: business_exception
columns:
  robot: { column: Process Name }
  transaction: { column: Case ID }
  started: { column: Start Time }
  ended: { column: End Time }
  status: { column: Outcome }`);
    expect(preview).toMatchObject({ rows: 2, read: 2 });
    expect(preview.table).toContain('2026-03-31 13:16');
    expect(told).toEqual([]);
  });

  test('a ledger: what it does not say is proposed, and said to be a guess', async () => {
    const { text, preview, told } = await proposed(
      `Posteringsdato,Projekt,Posteringstekst,Beløb i DKK,Bilag
31.03.2026,P1,Licens,"1.234,50",1
30.04.2026,P1,Licens,"-34,50",2
`,
    );
    expect(body(text)).toBe(`table: costs
decimal: ","
columns:
  project: { column: Projekt }
  from: { column: Posteringsdato }
  per: { value: once } # ? no column says it
  amount_kr: { column: Beløb i DKK }
  category: { value: other } # ? no column says it
  basis: { value: actual } # ? no column says it
  note: { column: Posteringstekst }`);
    expect(preview).toMatchObject({ rows: 2, read: 2 });
    expect(told).toContain('columns.per: no column says it');
  });

  test('a project list in English, with codes of its own', async () => {
    const { text, preview } = await proposed(
      `Project ID;Title;Municipality;State;Start date;Owner
17;Housing;Vejle;Operation;2026-01-01;Anne
18;Pensions;Odense;On hold;2026-02-01;Bo
`,
    );
    expect(body(text)).toBe(`table: projects
codes:
  stage:
    On hold: submitted # ? not known: one of submitted, screening, prioritised, sign_in, analysis, development, hypercare, sign_off, operation, retired
columns:
  project: { column: Project ID }
  name: { column: Title }
  municipality: { column: Municipality }
  stage: { column: State }
  started: { column: Start date }
  owner: { column: Owner }`);
    expect(preview).toMatchObject({ rows: 2, read: 2 });
  });

  test('records of a JSON file, with fields inside others', async () => {
    const records = [1, 2, 3].map((id) => ({
      case: { id: `k-${id}`, queue: 'Housing' },
      started_at: `2026-03-31T08:0${id}:00Z`,
      finished_at: `2026-03-31T08:1${id}:00Z`,
      state: id === 3 ? 'failed' : 'done',
      error: id === 3 ? 'Timeout' : null,
      robot_version: '1.2.34',
    }));
    const { text, preview } = await proposed(JSON.stringify({ items: records }), { name: 'cases.json' });
    expect(body(text)).toBe(`table: runs
statuses:
  done: success
  failed: system_exception
columns:
  robot: { column: "case.queue" }
  transaction: { column: "case.id" }
  started: { column: started_at }
  ended: { column: finished_at }
  status: { column: state }
  reason: { column: error }`);
    expect(preview).toMatchObject({ rows: 3, read: 3 });
  });

  test('a sheet of a workbook, with days, times and numbers of its own', async () => {
    const path = join(folder.path, 'log.xlsx');
    const day = (value: string) => ({ value: new Date(value), type: Date, format: 'dd-mm-yyyy' });
    const time = (hours: number) => ({ value: hours / 24, type: Number, format: 'hh:mm' });
    await writeXlsxFile([
      {
        sheet: 'Om',
        data: [
          ['Udtræk fra', 'Af'],
          ['Fagsystemet', 'Bo'],
        ],
      },
      {
        sheet: 'Log 2026',
        data: [
          ['Sag', 'Dato', 'Start', 'Slut', 'Kø', 'Status', 'Antal'],
          [4711, day('2026-03-31'), time(8.25), time(8.5), 'Bolig', 'ok', 1234],
          [4712, day('2026-04-01'), time(8.25), time(8.75), 'Bolig', 'ok', 1],
        ],
      },
    ]).toFile(path);
    const { text, preview, told } = await proposeFor(path, { sheet: 'Log 2026' });
    expect(body(text)).toBe(`table: runs
sheet: Log 2026
columns:
  robot: { column: Kø }
  transaction: { column: Sag }
  started: { columns: [Dato, Start] }
  ended: { columns: [Dato, Slut] }
  status: { column: Status }
  items: { column: Antal }`);
    expect(preview).toMatchObject({ rows: 2, read: 2 });
    expect(preview.table).toContain('2026-03-31 08:15  2026-03-31 08:30  success   1234');
    expect(told).toEqual(['the file also has Om: --sheet names another']);
    await expect(proposeFor(path, { sheet: 'Log' })).rejects.toThrow(
      /^log\.xlsx: It has no “Log”\. It has Om, Log 2026\.$/,
    );
  });

  test('columns with no name that is known, by what they hold', async () => {
    const { text, preview, told } = await proposed(
      `Kolonne1;Kolonne2;Kolonne3
aa-1;2026-03-31 08:00:00;OK
aa-2;2026-03-31 09:00:00;Fejl
aa-3;2026-03-31 10:00:00;OK
`,
      { name: 'Boligstøtte.csv', table: 'kørsler' },
    );
    expect(body(text)).toBe(`table: runs
statuses:
  Fejl: system_exception
columns:
  robot: { value: Boligstøtte } # ? no column says it; write the robot’s code, or its queue’s name, here
  transaction: { column: Kolonne1 } # ? no column is called so; “Kolonne1” is another in every row
  ended: { column: Kolonne2 } # ? no column is called so; “Kolonne2” holds moments
  status: { column: Kolonne3 } # ? no column is called so; “Kolonne3” looks like it`);
    expect(preview).toMatchObject({ rows: 3, read: 3 });
    expect(told).toHaveLength(4);
  });

  test('days without a time of day stand at noon', async () => {
    const { text, preview } = await proposed(
      'Kø;Sag;Afsluttet;Status\nA;1;31-03-2026;ok\nA;2;01-04-2026;ok\n',
    );
    expect(text).toContain(
      '  ended: { column: Afsluttet, time: "12:00" } # ? “Afsluttet” has no time of day; noon stands for it\n',
    );
    expect(preview.table).toContain('2026-03-31 12:00');
  });

  test('runs that nothing numbers are told apart by what else they say', async () => {
    const { text } = await proposed(
      'Proces;Slut;Status;Person\nA;2026-03-31 08:00;ok;x\nB;2026-03-31 08:00;ok;x\nA;2026-03-31 09:00;ok;y\nA;2026-03-31 09:00;ok;y\n',
    );
    expect(text).toContain('  transaction: { columns: [Slut, Person] } # ? no column numbers the rows');
  });

  test('measured values, in a file that writes numbers the American way', async () => {
    const { text, preview } = await proposed(
      'Indikator;Fase;Måned;Resultat;Svar\nM1;før;2026-01;12.5;40\nM1;efter;2026-02;4.25;1,200\n',
    );
    expect(body(text)).toBe(`table: measurements
decimal: "."
columns:
  measure: { column: Indikator }
  phase: { column: Fase }
  from: { column: Måned }
  value: { column: Resultat }
  n: { column: Svar }`);
    expect(preview.read).toBe(1);
    expect(preview.first).toMatchObject({ line: 3, column: 'Svar', value: '1,200' });
  });
});

test('of two columns that may be the transaction, it is the one that is another in each row', async () => {
  const { text } = await proposed(
    'Id,Reference,Kø,Slut,Status\n1,sag 7,A,2026-03-02 08:00,ok\n2,sag 7,A,2026-03-02 08:05,ok\n',
  );
  expect(text).toContain('transaction: { column: Id }');
});

test('a Danish clock, 08.16, is a time of day, also with one that is none among six', async () => {
  const rows = ['08.10;08.16', '08.20;08.26', '09.10;09.16', '23.10;23.16', '08.10;25.16', '08.10;08.18'];
  const lines = rows.map((clocks, i) => `A;${i};13.02.2026;${clocks};Ok`);
  const { text, preview } = await proposed(`Kø;Sag;Dato;Starttid;Sluttid;Status\n${lines.join('\n')}\n`);
  expect(text).toContain('started: { columns: [Dato, Starttid] }');
  expect(text).toContain('ended: { columns: [Dato, Sluttid] }');
  expect(preview.table).toContain('2026-02-13 08:10  2026-02-13 08:16  success');
  expect(preview).toMatchObject({ rows: 6, read: 5 });
  const inOne = await proposed('Kø;Sag;Slut;Status\nA;1;13-02-2026 08.15;Ok\nA;2;13-02-2026 09.15;Ok\n');
  expect(inOne.text).toContain('ended: { column: Slut }\n');
});

describe('the order of day and month', () => {
  const log = (...days: string[]) =>
    proposed(`Kø;Sag;Slut;Status\n${days.map((day, i) => `A;${i};${day};ok`).join('\n')}\n`);

  test('is told by a day above 12', async () => {
    expect((await log('03/31/2026 08:00', '04/01/2026 08:00')).text).toContain('\ndates: M/d/yyyy\n');
    expect((await log('31/03/2026 08:00', '01/04/2026 08:00')).text).not.toContain('dates');
    expect((await log('31/3/2026 8:00', '1/4/2026 8:00')).text).toContain('\ndates: d/M/yyyy\n');
    expect((await log('31.03.26 08:00', '01.04.26 08:00')).text).toContain('\ndates: "d.M.yy"\n');
  });

  test('is told by AM and PM, also when no day is above 12', async () => {
    const { text, preview } = await log('03/02/2026 08:00:00 AM', '03/02/2026 12:00:00 PM');
    expect(text).toContain('\ndates: M/d/yyyy\n');
    expect(preview.table).toContain('2026-03-02 08:00');
  });

  test('is the Danish one where nothing tells, and said to be a guess', async () => {
    const { text, told, preview } = await log('03/04/2026 08:00', '04/05/2026 08:00');
    expect(text).toContain(
      '\n# ? dates: nothing tells whether 03/04 is 3 April or 4 March; it is read the Danish way',
    );
    expect(told[0]).toMatch(/^dates: nothing tells/);
    expect(preview.table).toContain('2026-04-03 08:00');
  });

  test('that differs from row to row is told', async () => {
    const { told } = await log('31/03/2026 08:00', '03/31/2026 08:00');
    expect(told[0]).toMatch(/^dates: some days are written day first, some month first/);
  });
});

describe('what is shown', () => {
  test('no personal number, and of a transaction’s id its first two characters at most', async () => {
    const { text, preview, told } = await proposed(
      DANISH.replaceAll('Parkeret', 'Parkeret 010180-1234').replaceAll('4711-1', '010180-1234'),
    );
    const all = `${text}${preview.table}${told.join('\n')}`;
    expect(all).not.toMatch(/010180|4711/);
    expect(preview.table).toContain('XX…');
    expect(preview.table).toContain('Timeout for XXXXXX-XXXX');
  });

  test('five rows at most', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `A;${i};2026-03-31 08:00;ok`).join('\n');
    const { preview } = await proposed(`Kø;Sag;Slut;Status\n${rows}\n`);
    expect(preview.table.split('\n')).toHaveLength(6);
    expect(preview.rows).toBe(40);
  });

  test('that a file needs no mapping', async () => {
    const canonical = await proposed('robot;transaction;ended;status\nR1;a;2026-03-31 08:00;success\n');
    expect(canonical.text).toContain('# Its columns are those of the table runs: it needs no mapping.');
    const platform = await proposed(
      'id,status,startedAt,stoppedAt,workflowId,mode\n1,success,2026-03-31 08:00,2026-03-31 08:01,w,x\n',
    );
    expect(platform.text).toContain(
      '# It is n8n: executions, which needs no mapping: --source n8n reads it.',
    );
  });
});

describe('a file for which no mapping can be proposed', () => {
  test('has columns like those of no table', async () => {
    await expect(proposed('Højde;Bredde\n1;2\n')).rejects.toMatchObject({
      code: 'unknown-table',
      message: expect.stringMatching(
        /Its columns are like those of no table: Højde, Bredde\. Say which .* --table/,
      ),
    });
  });

  test('lacks what its table needs', async () => {
    await expect(proposed('Kø;Sag;Status\nA;1;ok\n', { table: 'runs' })).rejects.toMatchObject({
      code: 'missing-column',
      message: expect.stringMatching(
        /can be ended \(.*\), which the table runs needs\. It has: Kø, Sag, Status\./,
      ),
    });
  });

  test('has no rows', async () => {
    await expect(proposed('Kø;Sag;Status\n')).rejects.toMatchObject({
      code: 'unreadable-file',
      message: expect.stringMatching(/^file\d+\.csv: It has a header and no rows/),
    });
  });

  test('is said to be a table that there is not', async () => {
    await expect(proposed(DANISH, { table: 'run' })).rejects.toMatchObject({
      code: 'unknown-table',
      message: expect.stringMatching(/^There is no table run\. .* Did you mean runs\?$/),
    });
  });
});
