import { type BadFile, lines, projects, runs, type Section } from './badFile.ts';

const ONE = 'R1;N-1;2024-05-01T08:00:00;2024-05-01T08:01:00;success;1;';
const TWO = 'R1;N-2;2024-05-01T09:00:00;2024-05-01T09:01:00;success;1;';
const DANISH = projects('P2;Ældre på Læsø');
const STORED = ['project', 'name', ['Helbredstillæg', 'Ældre på Læsø']] as const;

const utf16 = (text: string) => Buffer.from(text, 'utf16le');

/** How a file is written as text. */
export const TEXT: Section<BadFile> = {
  heading: 'Text and encoding',
  cases: [
    {
      title: 'Cut off in the middle of a row',
      gets: 'The last row is refused: it has too few cells. The others are kept.',
      file: 'runs.csv',
      content: () => runs(ONE, TWO).slice(0, -30),
      comes: { kept: 1, refused: ['3 - too-few-cells'] },
    },
    {
      title: 'Cut off in the middle of a quoted cell',
      gets: 'Nothing is loaded; the line where the quote opens is named.',
      file: 'runs.csv',
      content: () => runs(ONE, `${TWO}"Bilag mang`).trimEnd(),
      comes: { failed: 'The quote that opens on line 3 is never closed.' },
    },
    {
      title: 'Cut off within the last cell of a row',
      gets: 'Kept as it stands: nothing tells that it was longer. The whole file, loaded later, puts it right.',
      file: 'projects.csv',
      content: () => projects('P2;Et').replace('Vejle\n', 'Vej'),
      comes: { kept: 1, stored: ['project', 'municipality', ['0630', 'Vej']] },
    },
    {
      title: 'Cut off in the middle of a UTF-8 letter',
      gets: 'Still read as UTF-8: what came before keeps its letters.',
      file: 'projects.csv',
      content: () => Buffer.from(`${DANISH}P3;Bø`).subarray(0, -1),
      comes: { kept: 1, refused: ['3 - too-few-cells'], stored: STORED },
    },
    {
      title: 'Windows-1252, as Excel saves “CSV”',
      gets: 'Read as such.',
      file: 'projects.csv',
      content: () => Buffer.from(DANISH, 'latin1'),
      comes: { kept: 1, stored: STORED },
      bothEngines: true,
    },
    {
      title: 'UTF-8 with a byte order mark',
      gets: 'Read; the mark is no part of the first header.',
      file: 'projects.csv',
      content: () => `\ufeff${DANISH}`,
      comes: { kept: 1, stored: STORED },
    },
    {
      title: 'Two files copied together, the second’s byte order mark and header in the middle',
      gets: 'The second header is refused as a row; all runs are kept.',
      file: 'runs.csv',
      content: () => `\ufeff${runs(ONE)}\ufeff${runs(TWO)}`,
      comes: { kept: 2, refused: ['3 robot unknown-reference'] },
    },
    {
      title: 'UTF-16, little-endian',
      gets: 'Read, as Excel’s “Unicode text” and what PowerShell writes.',
      file: 'projects.csv',
      content: () => Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(DANISH)]),
      comes: { kept: 1, stored: STORED },
    },
    {
      title: 'UTF-16, big-endian',
      gets: 'Read.',
      file: 'projects.csv',
      content: () => Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(DANISH).swap16()]),
      comes: { kept: 1, stored: STORED },
    },
    {
      title: 'UTF-16 without a byte order mark',
      gets: 'Nothing is loaded: a header with NUL characters is no text.',
      file: 'projects.csv',
      content: () => utf16(DANISH),
      comes: { failed: 'It holds NUL characters in its header: it is no text.' },
    },
    {
      title: 'UTF-8 in one place and Windows-1252 in another',
      gets: 'Read as Windows-1252, so the letters that were UTF-8 show as two.',
      file: 'projects.csv',
      content: () => Buffer.concat([Buffer.from(DANISH), Buffer.from('P3;Øre;Vejle\n', 'latin1')]),
      comes: { kept: 2, stored: ['project', 'name', ['Helbredstillæg', 'Ã†ldre pÃ¥ LÃ¦sÃ¸', 'Øre']] },
    },
    {
      title: 'LF and CRLF line ends mixed',
      gets: 'Read.',
      file: 'runs.csv',
      content: () => `${runs(ONE)}${TWO}\r\n`,
      comes: { kept: 2 },
    },
    {
      title: 'CR alone as line end',
      gets: 'Read.',
      file: 'runs.csv',
      content: () => runs(ONE, TWO).replaceAll('\n', '\r'),
      comes: { kept: 2 },
    },
    {
      title: 'A CR alone between two rows of a file with LF',
      gets: 'The two are one row, which is refused: it has too many cells.',
      file: 'runs.csv',
      content: () => runs(`${ONE}\r${TWO}`),
      comes: { kept: 0, refused: ['2 - too-many-cells'] },
    },
    {
      title: 'A NUL character in a cell',
      gets: 'The row is refused.',
      file: 'projects.csv',
      content: () => projects('P2;Før\0efter', 'P3;Godt'),
      comes: { kept: 1, refused: ['2 - nul-byte'] },
      bothEngines: true,
    },
    {
      title: 'A quote in the middle of a cell without quotes (5" skærm)',
      gets: 'Kept as it is.',
      file: 'projects.csv',
      content: () => projects('P2;5" skærm'),
      comes: { kept: 1, stored: ['project', 'name', ['5" skærm', 'Helbredstillæg']] },
    },
    {
      title: 'Text after a closing quote',
      gets: 'The row is refused.',
      file: 'projects.csv',
      content: () => projects('P2;"Den "store" robot"', 'P3;Godt'),
      comes: { kept: 1, refused: ['2 - bad-quote'] },
    },
    {
      title: 'A quote that is never closed, far from the end of the file',
      gets: 'Nothing is loaded; the line where the row starts is named.',
      file: 'projects.csv',
      content: () => `${projects('P2;"Åben')}${'Q;Et navn;Vejle\n'.repeat(80_000)}`,
      comes: {
        failed: /^The row on line 2 is longer than a million characters\. Is a quote there never closed\?$/,
      },
    },
    {
      title: 'A line of 100 MB',
      gets: 'Nothing is loaded; the line is named.',
      file: 'projects.csv',
      content: () => Buffer.concat([Buffer.from(projects('P2;')), Buffer.alloc(100_000_000, 'x')]),
      comes: { failed: /^The row on line 3 is longer than a million characters/ },
    },
    {
      title: 'A line break within a quoted cell',
      gets: 'Kept; the rows after it have the right line numbers.',
      file: 'projects.csv',
      content: () => projects('P2;"To\nlinjer"', ';Uden kode'),
      comes: { kept: 1, refused: ['4 project missing'] },
    },
    {
      title: 'Blank lines before, between and after the rows',
      gets: 'Passed over; the rows keep their line numbers.',
      file: 'projects.csv',
      content: () =>
        lines('', ' ', 'project;name;municipality', '', 'P2;Et;Vejle', ';;', ';To;Vejle', '', ''),
      comes: { kept: 1, refused: ['7 project missing'] },
    },
  ],
};
