import { type BadFile, lines, projects, runs, type Section } from './badFile.ts';

/** Text that programs could stumble over. */
export const NAMES: Section<BadFile> = {
  heading: 'Odd text',
  cases: [
    {
      title: 'Emoji, also as codes, and letters outside the basic plane',
      gets: 'Kept as they are.',
      file: 'projects.csv',
      content: () => projects('🤖;Robot 👩‍👩‍👧 𝒜'),
      comes: { kept: 1, stored: ['project', 'name', ['Helbredstillæg', 'Robot 👩‍👩‍👧 𝒜']] },
      bothEngines: true,
    },
    {
      title: 'Marks that turn the direction of writing, and control characters',
      gets: 'Kept in names; the terminal shows them as �.',
      file: 'projects.csv',
      content: () => projects('P2;Et\u202etxe.exe\u001b[2J\u0007', 'P3\u0001;To'),
      comes: {
        kept: 2,
        stored: ['project', 'name', ['Et\u202etxe.exe\u001b[2J\u0007', 'Helbredstillæg', 'To']],
      },
      bothEngines: true,
    },
    {
      title: 'Paths as codes: ../../etc/passwd',
      gets: 'Kept as text.',
      file: 'projects.csv',
      content: () => projects('../../etc/passwd;Et', 'C:\\Windows;To'),
      comes: { kept: 2 },
    },
    {
      title: 'Words that mean something to programs as codes: __proto__, constructor, null',
      gets: 'Kept as text.',
      file: 'robots.csv',
      content: () => lines('robot;project;name', '__proto__;P1;Et', 'constructor;P1;To', 'null;P1;Tre'),
      comes: { kept: 3, stored: ['robot', 'robot', ['R1', '__proto__', 'constructor', 'null']] },
      bothEngines: true,
    },
    {
      title: 'A project that is not known, named __proto__',
      gets: 'The row is refused as any other.',
      file: 'robots.csv',
      content: () => lines('robot;project;name', 'R2;__proto__;Et', 'R3;toString;To'),
      comes: { kept: 0, refused: ['2 project unknown-reference', '3 project unknown-reference'] },
    },
    {
      title: 'SQL and HTML as names',
      gets: 'Kept as text.',
      file: 'projects.csv',
      content: () => projects(`P2;"'); drop table project; --"`, 'P3;<script>alert(1)</script>'),
      comes: {
        kept: 2,
        stored: [
          'project',
          'name',
          ["'); drop table project; --", '<script>alert(1)</script>', 'Helbredstillæg'],
        ],
      },
      bothEngines: true,
    },
    {
      title: 'Formulas as names: =cmd|’ /C calc’!A0, +1, -1, @SUM',
      gets: 'Kept as text; the CSV file of refused rows marks them as text for a spreadsheet.',
      file: 'projects.csv',
      content: () => projects("P2;=cmd|' /C calc'!A0", 'P3;@SUM(A1)', 'P4;+1-1'),
      comes: {
        kept: 3,
        stored: ['project', 'name', ['+1-1', "=cmd|' /C calc'!A0", '@SUM(A1)', 'Helbredstillæg']],
      },
    },
    {
      title: 'A file name of 255 bytes',
      gets: 'Read.',
      file: `runs-${'x'.repeat(246)}.csv`,
      content: () => runs('R1;N-1;;2024-05-01T08:00:00;success;1;'),
      comes: { kept: 1 },
    },
    {
      title: 'A file name with spaces, quotes, a line break and æøå',
      gets: 'Read.',
      file: 'runs \'æ\nø"å;.csv',
      content: () => runs('R1;N-1;;2024-05-01T08:00:00;success;1;'),
      comes: { kept: 1 },
    },
  ],
};
