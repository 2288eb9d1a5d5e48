import { type BadFile, lines, measurements, projects, runs, type Section } from './badFile.ts';
import { CPR, CPR_BARE } from './harmless.ts';

const at = (transaction: string, robot = 'R1', status = 'success', reason = '') =>
  `${robot};${transaction};;2024-05-01T08:00:00;${status};1;${reason}`;
const departments = (...rows: string[]) => lines('department;name;municipality;parent', ...rows);
const benefits = (...rows: string[]) =>
  lines('benefit;project;name;type;method;volume;minutes;attribution', ...rows);

/** What rows say that cannot be so, beside what the warehouse knows. */
export const CONTENT: Section<BadFile> = {
  heading: 'What rows say',
  cases: [
    {
      title: 'A robot that is not known',
      gets: 'Its runs are refused, each with its line; the others are kept.',
      file: 'runs.csv',
      content: () => runs(at('N-1'), at('N-2', 'R9'), at('N-3', 'r1')),
      comes: { kept: 1, refused: ['3 robot unknown-reference', '4 robot unknown-reference'] },
      bothEngines: true,
    },
    {
      title: 'A project, a measure, a benefit that is not known',
      gets: 'The row is refused.',
      file: 'robots.csv',
      content: () => lines('robot;project;name', 'R2;P9;To'),
      comes: { kept: 0, refused: ['2 project unknown-reference'] },
    },
    {
      title: 'A status that is not known',
      gets: 'The row is refused; the message lists those there are.',
      file: 'runs.csv',
      content: () => runs(at('N-1', 'R1', 'completed?'), at('N-2', 'R1', '')),
      comes: { kept: 0, refused: ['2 status unknown-code', '3 status missing'] },
    },
    {
      title: 'A municipality code that no municipality has',
      gets: 'The row is refused.',
      file: 'projects.csv',
      content: () => lines('project;name;municipality', 'P2;Et;9999', 'P3;To;0751'),
      comes: { kept: 1, refused: ['2 municipality unknown-municipality'] },
    },
    {
      title: 'A code of more than 100 characters, a transaction of more than 1,000',
      gets: 'The row is refused.',
      file: 'runs.csv',
      content: () => runs(at('x'.repeat(1001)), at('x'.repeat(1000))),
      comes: { kept: 1, refused: ['2 transaction too-long'] },
    },
    {
      title: 'A text of more than 10,000 characters',
      gets: 'The row is refused; the message shows its first 200 characters.',
      file: 'projects.csv',
      content: () => projects(`P2;${'langt '.repeat(1700)}`, `${'P'.repeat(101)};Et`),
      comes: { kept: 0, refused: ['2 name too-long', '3 project too-long'] },
    },
    {
      title: 'A personal number as a code, or in one',
      gets: 'The row is refused; the number is masked in the message.',
      file: 'projects.csv',
      content: () => projects(`${CPR};Et`, `S-${CPR_BARE};To`, `${CPR.replace('-', ' ')};Tre`),
      comes: {
        kept: 0,
        refused: ['2 project personal-number', '3 project personal-number', '4 project personal-number'],
      },
    },
    {
      title: 'Personal numbers in names and reasons',
      gets: 'The row is kept with the numbers masked.',
      file: 'projects.csv',
      content: () => projects(`P2;Sag ${CPR} og ${CPR_BARE}`),
      comes: { kept: 1, stored: ['project', 'name', ['Helbredstillæg', 'Sag XXXXXX-XXXX og XXXXXX-XXXX']] },
      bothEngines: true,
    },
    {
      title: 'Personal numbers where a robot, a time, a status or a number should be',
      gets: 'The rows are refused; the numbers are masked in the message.',
      file: 'runs.csv',
      content: () =>
        runs(
          at('N-1', CPR),
          `R1;N-2;${CPR};2024-05-01T08:00:00;success;1;`,
          `R1;N-3;;${CPR};success;1;`,
          at('N-4', 'R1', CPR),
          `R1;N-5;;2024-05-01T08:00:00;success;${CPR};`,
          `R1;N-6;;2024-05-01T08:00:00;success;${CPR_BARE};`,
        ),
      comes: {
        kept: 0,
        refused: [
          '2 robot unknown-reference',
          '3 started not-an-instant',
          '4 ended not-an-instant',
          '5 status unknown-code',
          '6 items personal-number',
          '7 items personal-number',
        ],
      },
    },
    {
      title: 'Transactions that Excel has shortened, 1,77244E+15, or shows an error for',
      gets: 'The rows are refused: those of several transactions look alike.',
      file: 'runs-x.csv',
      content: () =>
        runs(
          'R1;1,77244E+15;;2024-03-01 08:00:00;success;1;',
          'R1;2E+15;;2024-03-01 08:00:00;success;1;',
          'R1;#I/T;;2024-03-01 08:00:00;success;1;',
          'R1;1,5;;2024-03-01 08:00:00;success;1;',
          'R1;2E15;;2024-03-01 08:00:00;success;1;',
        ),
      comes: {
        kept: 2,
        refused: ['2 transaction excel-error', '3 transaction excel-error', '4 transaction excel-error'],
      },
    },
    {
      title: 'A personal number as transaction',
      gets: 'The run is kept; of the transaction only a keyed hash is.',
      file: 'runs.csv',
      content: () => runs(at(CPR), at(CPR_BARE)),
      comes: { kept: 2 },
    },
    {
      title: 'A low figure above the value, a high one below',
      gets: 'The row is refused.',
      file: 'targets.csv',
      content: () => lines('measure;due;value;low;high', 'min;2025-01;5;6;', 'min;2025-02;5;;4'),
      comes: { kept: 0, refused: ['2 low not-between', '3 high not-between'] },
    },
    {
      title: 'A flow measured without its period',
      gets: 'The row is refused.',
      file: 'measurements.csv',
      content: () => lines('measure;phase;from;value', 'sager;after;2024-05-01;7'),
      comes: { kept: 0, refused: ['2 per missing-input'] },
    },
    {
      title: 'A benefit without what its method counts with',
      gets: 'The row is refused.',
      file: 'benefits.csv',
      content: () =>
        benefits('B2;P1;Et;productivity;per_item;robot:R1;;', 'B3;P1;To;productivity;per_item;robot:R9;min;'),
      comes: { kept: 0, refused: ['2 minutes missing-input', '3 volume unknown-reference'] },
    },
    {
      title: 'A department that is above itself',
      gets: 'The rows of the ring are refused, and what hangs from them.',
      file: 'departments.csv',
      content: () => departments('a;A;Vejle;b', 'b;B;Vejle;a', 'c;C;Vejle;a', 'd;D;Vejle;d', 'e;E;Vejle;adm'),
      comes: {
        kept: 1,
        refused: [
          '2 parent parent-cycle',
          '3 parent parent-cycle',
          '4 parent unknown-reference',
          '5 parent parent-cycle',
        ],
      },
      bothEngines: true,
    },
    {
      title: 'Ten thousand departments, each part of the next',
      gets: 'Kept: the depth does not matter.',
      file: 'departments.csv',
      content: () =>
        departments(
          ...Array.from({ length: 10_000 }, (_, i) => `d${i};D;Vejle;${i < 9999 ? `d${i + 1}` : ''}`),
        ),
      comes: { kept: 10_000 },
    },
    {
      title: 'More than 10,000 refused rows',
      gets: 'All are counted; the first 10,000 are shown.',
      file: 'measurements.csv',
      content: () => measurements(...Array.from({ length: 10_001 }, () => '2024-01-01;;x')),
      comes: {
        kept: 0,
        refused: Array.from({ length: 10_000 }, (_, i) => `${i + 2} value not-a-number`),
        refusedInAll: 10_001,
      },
    },
  ],
};
