import { parquetWriteBuffer } from 'hyparquet-writer';
import { type BadFile, lines, type Section } from './badFile.ts';

const project = (code: string, name = 'Et') => JSON.stringify({ project: code, name, municipality: 'Vejle' });

function json(
  title: string,
  gets: string,
  failed: RegExp,
  content: () => string,
  file = 'projects.json',
): BadFile {
  return { title, gets, file, content, comes: { failed } };
}

export const RECORDS: Section<BadFile> = {
  heading: 'JSON and other records',
  cases: [
    json(
      'JSON that is cut off',
      'Nothing is loaded; the line where it ends is named.',
      /ends on line 2 .* cut off/,
      () => `[${project('P2')},\n${project('P3').slice(0, -10)}`,
    ),
    json(
      'JSON that is no list of records',
      'Nothing is loaded; what it has is shown.',
      /^The table projects needs the columns? .* The file has: antal\.$/,
      () => '{"antal": 0}',
    ),
    json(
      'JSON nested a hundred thousand deep',
      'Nothing is loaded: it nests too deep; the line is named.',
      /nests deeper than 1000 brackets/,
      () => `[${'['.repeat(100_000)}${']'.repeat(100_000)}]`,
    ),
    json(
      'A record of more than 16 MB',
      'Nothing is loaded; the line of the record is named.',
      /larger than 16 MB/,
      () => `[${project('P2', 'x'.repeat(17_000_000))}]`,
    ),
    {
      title: 'A record that is no JSON, between good ones',
      gets: 'It is refused with its line; the others are kept.',
      file: 'projects.jsonl',
      content: () => lines(project('P2'), '{"project": "P3", "name":', project('P4'), '[1]', ''),
      comes: { kept: 2, refused: ['2 - bad-json', '4 - bad-json'] },
    },
    {
      title: 'A refused record in JSON that is all on one line, as most APIs answer',
      gets: 'Its number is told beside the line: record 2.',
      file: 'projects.json',
      content: () => `[${project('P2')},${JSON.stringify({ project: 'P3', name: 'To' })},${project('P4')}]`,
      comes: { kept: 2, refused: ['1 municipality missing'], expected: / \(record 2\)$/ },
    },
    {
      title: 'A key that comes twice in a record',
      gets: 'The last counts, as everywhere in JSON.',
      file: 'projects.jsonl',
      content: () =>
        lines('{"project":"P2","name":"Et","name":"To","municipality":"Vejle"}', project('P3', 'Tre')),
      comes: { kept: 2, stored: ['project', 'name', ['Helbredstillæg', 'To', 'Tre']] },
    },
    {
      title: 'A NUL character, or half of a letter that is kept in two, in JSON: \\u0000, \\ud800',
      gets: 'Read as �. So it is in a workbook and in Parquet.',
      file: 'projects.json',
      content: () =>
        `[${project('P2', 'a\0b')},${project('P3', 'x\ud800y')},${project('P4', '\ud83d\ude00')}]`,
      comes: { kept: 3, stored: ['project', 'name', ['Helbredstillæg', 'a�b', 'x�y', '😀']] },
      bothEngines: true,
    },
    {
      title: 'Keys named __proto__ and constructor',
      gets: 'Columns as any other that the table does not have.',
      file: 'projects.jsonl',
      content: () =>
        lines(
          '{"__proto__":{"name":"x"},"constructor":1,"project":"P2","name":"Et","municipality":"Vejle"}',
          project('P3'),
        ),
      comes: { kept: 2 },
    },
    {
      title: '"1.234" as text in JSON',
      gets: 'The row is refused, not guessed. The number 1.234 is read.',
      file: 'measurements.json',
      content: () =>
        JSON.stringify([
          { measure: 'min', phase: 'after', from: '2024-01-01', value: '1.234' },
          { measure: 'min', phase: 'after', from: '2024-02-01', value: 1.234 },
        ]),
      comes: {
        kept: 1,
        refused: ['1 value not-a-number'],
        stored: ['measurement', 'value', [1.234, 10.5, 1234]],
      },
    },
    {
      title: 'Several pages of an API’s answers in one file: in a list, one after another, or one a line',
      gets: 'The records of all of them are read.',
      file: 'projects.json',
      content: () =>
        `[{"count": 3, "value": [${project('P2')}, ${project('P3')}]},\n{"value": [${project('P4')}]}, {"value": []}]`,
      comes: { kept: 3 },
    },
    {
      title: 'A second list of records elsewhere in the file',
      gets: 'The first list is read; the line of the other is told.',
      file: 'projects.json',
      content: () => `{"a": {"value": [${project('P2')}]},\n"b": {"value": [${project('P3')}]}}`,
      comes: { kept: 1 },
    },
    {
      title: 'A time of day or a duration of Arrow or Parquet where a number should be',
      gets: 'The row is refused; it is not taken for seconds or their millionths.',
      file: 'measurements.parquet',
      content: () =>
        Buffer.from(
          parquetWriteBuffer({
            columnData: [
              { name: 'measure', data: ['min', 'min'] },
              { name: 'phase', data: ['after', 'after'] },
              { name: 'from', data: ['2024-02-01', '2024-03-01'] },
              { name: 'value', data: [750_000_000n, null] },
            ],
            schema: [
              { name: 'root', num_children: 4 },
              ...['measure', 'phase', 'from'].map((name) => ({
                name,
                type: 'BYTE_ARRAY' as const,
                converted_type: 'UTF8' as const,
                repetition_type: 'REQUIRED' as const,
              })),
              { name: 'value', type: 'INT64', converted_type: 'TIME_MICROS', repetition_type: 'OPTIONAL' },
            ],
          }),
        ),
      comes: { kept: 0, refused: ['1 value not-a-number', '2 value missing'] },
    },
    json(
      'A Parquet file that is cut off',
      'Nothing is loaded: the Parquet file is damaged or cut off.',
      /damaged or cut off/,
      () => `PAR1${'x'.repeat(100)}`,
      'projects.parquet',
    ),
    json(
      'An Arrow file that is cut off',
      'Nothing is loaded: the Arrow file is damaged or cut off.',
      /damaged or cut off/,
      () => `ARROW1\0\0${'x'.repeat(100)}`,
      'projects.arrow',
    ),
  ],
};
