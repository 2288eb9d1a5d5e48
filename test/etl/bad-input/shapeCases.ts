import { type BadFile, lines, projects, runs, type Section } from './badFile.ts';
import { CPR } from './harmless.ts';

const header = (columns: number) =>
  ['project', 'name', 'municipality', ...Array.from({ length: columns - 3 }, (_, i) => `x${i}`)].join(';');
const wide = (columns: number) => lines(header(columns), `P2;Et;Vejle${';'.repeat(columns - 3)}`);

/** How a file's rows and columns are laid out. */
export const SHAPE: Section<BadFile> = {
  heading: 'Rows and columns',
  cases: [
    {
      title: 'An empty file',
      gets: 'Nothing is loaded.',
      file: 'robots.csv',
      content: () => '',
      comes: { failed: 'The file is empty.' },
      bothEngines: true,
    },
    {
      title: 'Only a byte order mark',
      gets: 'Nothing is loaded.',
      file: 'robots.csv',
      content: () => '\ufeff',
      comes: { failed: 'The file is empty.' },
    },
    {
      title: 'Only blanks and line ends',
      gets: 'Nothing is loaded.',
      file: 'robots.csv',
      content: () => ' \r\n\t\n   \n',
      comes: { failed: 'The file is empty.' },
    },
    {
      title: 'Only NUL characters, as a disk that failed leaves them',
      gets: 'Nothing is loaded.',
      file: 'robots.csv',
      content: () => Buffer.alloc(4096),
      comes: { failed: 'It holds NUL characters in its header: it is no text.' },
    },
    {
      title: 'A header and no rows',
      gets: 'Loaded, with nothing kept: the exit code is 1.',
      file: 'robots.csv',
      content: () => lines('robot;project;name'),
      comes: { kept: 0 },
    },
    {
      title: 'A header that lacks a column',
      gets: 'Nothing is loaded; what is lacking is named, in Danish too, and what the file has.',
      file: 'robots.csv',
      content: () => lines('robot;navn', 'R2;To'),
      comes: { failed: 'The table robots needs the column project (projekt). The file has: robot, navn.' },
    },
    {
      title: 'No header: the first line is a row, with a personal number in it',
      gets: 'Nothing is loaded; the message masks the number.',
      file: 'projects.csv',
      content: () => lines(`P2;Sag ${CPR};Vejle`),
      comes: { failed: /The file has: P2, Sag XXXXXX-XXXX, Vejle\.$/ },
    },
    {
      title: 'Two headers that mean one column',
      gets: 'Nothing is loaded; both are named.',
      file: 'projects.csv',
      content: () => lines('project;name;Navn;municipality', 'P2;Et;To;Vejle'),
      comes: { failed: 'The columns “name” and “Navn” are both name. Expected one of them.' },
    },
    {
      title: 'A header with no-break spaces, zero-width spaces, capitals and spaces around',
      gets: 'Understood.',
      file: 'projects.csv',
      content: () => lines('\u200bPROJECT\u00a0;\u00a0Name\u200b ; Muni\u00adcipality', 'P2;Et;Vejle'),
      comes: { kept: 1 },
    },
    {
      title: 'A column that the table does not have',
      gets: 'The rows are kept, and the column is named as not read.',
      file: 'projects.csv',
      content: () => lines('project;name;municipality;farve', 'P2;Et;Vejle;blå'),
      comes: { kept: 1 },
    },
    {
      title: '5,000 columns',
      gets: 'Read; those that the table does not have are named as not read.',
      file: 'projects.csv',
      content: () => wide(5000),
      comes: { kept: 1 },
    },
    {
      title: 'More than 5,000 columns',
      gets: 'Nothing is loaded.',
      file: 'projects.csv',
      content: () => wide(5001),
      comes: { failed: 'Line 1 has 5001 columns. Expected at most 5000.' },
    },
    {
      title: 'Cells separated by tabs',
      gets: 'Read, as text that is saved or pasted from a spreadsheet.',
      file: 'robots.csv',
      content: () => lines('robot\tproject\tname', 'R2\tP1\tTo'),
      comes: { kept: 1 },
    },
    {
      title: 'A first line that declares another separator than ; or , or a tab',
      gets: 'Nothing is loaded; the line is named.',
      file: 'robots.csv',
      content: () => lines('sep=|', 'robot|project|name'),
      comes: { failed: "Line 1 says that the separator is '|'. Expected ; or , or a tab." },
    },
    {
      title: 'The rows of another table than the file’s name says',
      gets: 'Nothing is loaded.',
      file: 'robots.csv',
      content: () => projects('P2;Et'),
      comes: { failed: /^The table robots needs the columns? robot/ },
    },
    {
      title: 'Neither a known name nor a known header',
      gets: 'Nothing is loaded; the message shows the columns, and lists the names and --source.',
      file: 'udtræk.csv',
      content: () => lines('a;b', '1;2'),
      comes: { failed: /^Neither the file’s name nor its header tells .* or use --source\.$/ },
    },
    {
      title: 'A row with too few cells, and one with too many',
      gets: 'Both are refused; the others are kept.',
      file: 'projects.csv',
      content: () => lines('project;name;municipality', 'P2;Et', 'P3;To;Vejle;x', 'P4;Tre;Vejle;;'),
      comes: { kept: 1, refused: ['2 - too-few-cells', '3 - too-many-cells'] },
    },
    {
      title: 'A row that says nothing in a column that it must have',
      gets: 'The row is refused.',
      file: 'projects.csv',
      content: () => projects('P2;', 'P3;Godt'),
      comes: { kept: 1, refused: ['2 name missing'] },
    },
    {
      title: 'The same row twice',
      gets: 'Kept once; the other is counted as already there.',
      file: 'projects.csv',
      content: () => projects('P2;Et', 'P2;Et'),
      comes: { kept: 1, duplicate: 1 },
      bothEngines: true,
    },
    {
      title: 'Two rows with one key that say different things',
      gets: 'The first is kept, the second refused with the line of the first.',
      file: 'projects.csv',
      content: () => projects('P2;Et', 'P2;To'),
      comes: {
        kept: 1,
        refused: ['3 project conflicting-row'],
        stored: ['project', 'name', ['Et', 'Helbredstillæg']],
      },
      bothEngines: true,
    },
    {
      title: 'The same transaction twice, the second with a later end',
      gets: 'One run, as the later says.',
      file: 'runs.csv',
      content: () =>
        runs('R1;N-1;;2024-05-01T08:01:00;system_exception;1;', 'R1;N-1;;2024-05-01T09:01:00;success;1;'),
      comes: { kept: 1, duplicate: 1, stored: ['run', 'status', [0, 0, 1]] },
      bothEngines: true,
    },
  ],
};
