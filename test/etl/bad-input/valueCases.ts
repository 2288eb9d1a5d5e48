import { type BadFile, lines, measurements, runs, type Section } from './badFile.ts';

const REFUSED = 'The row is refused.';
const NO_NUMBER = 'not-a-number';

/** A file whose rows each have one of the cells as value, and all are refused. */
function numbers(title: string, code: string, ...cells: string[]): BadFile {
  return {
    title,
    gets: REFUSED,
    file: 'measurements.csv',
    content: () => measurements(...cells.map((cell, i) => `2024-0${i + 1}-01;;${cell}`)),
    comes: { kept: 0, refused: cells.map((_, i) => `${i + 2} value ${code}`) },
  };
}

function days(title: string, gets: string, code: string, ...cells: string[]): BadFile {
  return {
    title,
    gets,
    file: 'measurements.csv',
    content: () => measurements(...cells.map((cell) => `${cell};;5`)),
    comes: { kept: 0, refused: cells.map((_, i) => `${i + 2} from ${code}`) },
  };
}

function moments(title: string, gets: string, code: string, ...cells: string[]): BadFile {
  return {
    title,
    gets,
    file: 'runs.csv',
    content: () => runs(...cells.map((cell, i) => `R1;N-${i};;${cell};success;1;`)),
    comes: { kept: 0, refused: cells.map((_, i) => `${i + 2} ended ${code}`) },
  };
}

export const NUMBERS: Section<BadFile> = {
  heading: 'Numbers',
  cases: [
    numbers(
      'Excel’s error values: #N/A, #REF!, #DIV/0!',
      'excel-error',
      '#N/A',
      '#REF!',
      '#DIV/0!',
      '#VÆRDI!',
    ),
    numbers('NaN, Infinity, null', NO_NUMBER, 'NaN', 'Infinity', '-Infinity', 'null'),
    numbers('Powers of ten and hexadecimals: 1e999, 1e3, 0x10', NO_NUMBER, '1e999', '1e3', '0x10'),
    numbers('Full-width and Arabic digits', NO_NUMBER, '１２', '١٢'),
    numbers('Words beside the number, other than kr. and %', NO_NUMBER, '12 sager', 'ca. 12', '12?'),
    numbers('A formula: =1+1', NO_NUMBER, '=1+1', '+1+1'),
    numbers('A decimal point in a file with semicolons: 12.5', NO_NUMBER, '12.5', '1.23', '0.123'),
    numbers('Groups that are not of three digits: 1.23,4', NO_NUMBER, '1.23,4', '12.34.567', '1 23'),
    numbers('Two decimal commas, or a comma and nothing', NO_NUMBER, '1,2,3', '12,', ','),
    {
      title: '1,234 in a file with commas: a thousand or a fraction',
      gets: 'The row is refused, not guessed.',
      file: 'measurements.csv',
      content: () =>
        lines('measure,phase,from,value', 'min,after,2024-01-01,"1,234"', 'min,after,2024-02-01,"12,5"'),
      comes: { kept: 0, refused: ['2 value not-a-number', '3 value not-a-number'] },
    },
    {
      title: '1.234 in a file with semicolons',
      gets: 'A thousand two hundred and thirty-four, as Danish is written.',
      file: 'measurements.csv',
      content: () => measurements('2024-01-01;;1.234'),
      comes: { kept: 1, stored: ['measurement', 'value', [10.5, 1234, 1234]] },
      bothEngines: true,
    },
    {
      title: 'A number of more than 15 digits',
      gets: 'The row is refused: its last digits would be lost.',
      file: 'measurements.csv',
      content: () => measurements('2024-01-01;;1234567890123456'),
      comes: { kept: 0, refused: ['2 value out-of-range'] },
    },
    {
      title: 'Fewer than no items, half an item, three billion items',
      gets: 'The rows are refused.',
      file: 'runs.csv',
      content: () =>
        runs(
          ...['-1', '1,5', '3000000000'].map(
            (items, i) => `R1;N-${i};;2024-05-01T08:00:00;success;${items};`,
          ),
        ),
      comes: { kept: 0, refused: ['2 items out-of-range', '3 items not-whole', '4 items out-of-range'] },
    },
    {
      title: 'A share of 150 %, or below zero',
      gets: 'The rows are refused.',
      file: 'risks.csv',
      content: () => lines('project;risk;probability;consequence_kr', 'P1;Et;150 %;1', 'P1;To;-1;1'),
      comes: { kept: 0, refused: ['2 probability out-of-range', '3 probability out-of-range'] },
    },
    {
      title: 'A share as 0,5, which may be meant as half or as half a percent',
      gets: 'Read as half a percent, as the column is of percent; it is told, with its line.',
      file: 'risks.csv',
      content: () => lines('project;risk;probability;consequence_kr', 'P1;Et;0,5;1', 'P1;To;0,5 %;1'),
      comes: {
        kept: 2,
        stored: ['risk', 'probability', [0.005, 0.005]],
        told: 'probability on line 2 is read as 0,5 percent: write 50 for 50 %',
      },
    },
    {
      title: 'An amount of a billion kroner a thousand times',
      gets: 'The row is refused.',
      file: 'risks.csv',
      content: () => lines('project;risk;probability;consequence_kr', 'P1;Et;50;1.000.000.000.000'),
      comes: { kept: 0, refused: ['2 consequence_kr out-of-range'] },
    },
    {
      title: 'A rate below zero; no hours in a full-time year',
      gets: 'The rows are refused.',
      file: 'rates.csv',
      content: () =>
        lines('rate;valid_from;hourly_kr;hours_per_fte', 'adm;2024-01-01;-1;1480', 'adm;2024-02-01;300;0'),
      comes: { kept: 0, refused: ['2 hourly_kr out-of-range', '3 hours_per_fte out-of-range'] },
    },
  ],
};

export const TIMES: Section<BadFile> = {
  heading: 'Days and moments',
  cases: [
    days(
      '31 February; 29 February of a common year',
      REFUSED,
      'not-a-day',
      '31-02-2026',
      '29-02-2025',
      '2100-02-29',
    ),
    days('Month 13; month 0', REFUSED, 'not-a-day', '2026-13', '2026-13-01', '2026-00-10'),
    days(
      'ISO week 53 of a year that has 52; week 0',
      REFUSED,
      'not-a-day',
      '2025-W53',
      '2026-W00',
      'uge 54, 2026',
    ),
    days('A fifth quarter', REFUSED, 'not-a-day', '2026K5', '2026K0'),
    days('The year 0026', REFUSED, 'not-a-day', '0026-01-05', '05-01-0026'),
    days('A year of two digits', REFUSED, 'not-a-day', '05-01-26'),
    days('American order: 12-31-2026', REFUSED, 'not-a-day', '12-31-2026', '12/31/2026'),
    days('A year alone, and days without signs between', REFUSED, 'not-a-day', '2024', '010124', '20240101'),
    days('A year before 1970 or after 2100', REFUSED, 'out-of-range', '1969-12-31', '2101-01-01'),
    days('A day in words', REFUSED, 'not-a-day', 'i går', 'midt i maj 2024'),
    {
      title: 'An end before its start: a measurement’s, a cost’s',
      gets: 'The row is refused at its end.',
      file: 'costs.csv',
      content: () =>
        lines('project;from;to;per;amount_kr;category;basis', 'P1;2024-05;2024-04;month;1;other;actual'),
      comes: { kept: 0, refused: ['2 to ends-before-start'] },
    },
    moments('A run that ended on a day, with no time of day', REFUSED, 'not-an-instant', '2024-05-01'),
    moments(
      'Hour 25, minute 60, a leap second',
      REFUSED,
      'not-an-instant',
      '2024-05-01T25:00:00',
      '2024-05-01T24:00:00',
      '2024-05-01T08:60:00',
      '2024-06-30T23:59:60',
    ),
    moments('A run on 30 February', REFUSED, 'not-an-instant', '2024-02-30T08:00:00', '30-02-2024 08:00'),
    moments('An offset of 99 hours', REFUSED, 'not-an-instant', '2024-05-01T08:00:00+99:00'),
    moments('Epoch seconds', REFUSED, 'not-an-instant', '1714550400'),
    {
      title: 'A run at 03/31/2024 08:00: slashes, and the month first',
      gets: 'Nothing is loaded: 03/02 in the same file would be taken for 3 February. The line is named.',
      file: 'runs-x.csv',
      content: () => runs('R1;a;;03/02/2024 08:00;success;1;', 'R1;b;;03/31/2024 08:00;success;1;'),
      comes: { failed: /^Line 3, ended: “03\/31\/2024 08:00” has its month first\./ },
    },
    moments(
      'A run that ends more than two days after the load',
      'The row is refused: the clock of the robot is wrong, or the order of day and month.',
      'in-the-future',
      '2025-06-04T08:00:00',
      '2099-01-01T08:00:00',
    ),
    {
      title: 'A run that ended before it started',
      gets: 'The run counts; its duration is unknown.',
      file: 'runs.csv',
      content: () => runs('R1;N-1;2024-05-01T09:00:00;2024-05-01T08:00:00;success;1;'),
      comes: { kept: 1, stored: ['run', 'seconds', [30, 40, null]] },
      bothEngines: true,
    },
    {
      title: 'A run in the hour that is skipped in March',
      gets: 'The run counts, an hour later.',
      file: 'runs.csv',
      content: () => runs('R1;N-1;;2024-03-31T02:30:00;success;1;'),
      comes: { kept: 1, stored: ['run', 'ended', [1704178840, 1704178890, 1711848600]] },
    },
  ],
};
