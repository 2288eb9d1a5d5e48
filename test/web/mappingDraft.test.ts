import { describe, expect, test } from 'vitest';
import { parseMapping } from '../../etl/sources/mapping/readMapping.ts';
import type { MappingContent, MappingForm, Origin, TableColumn } from '../../server/contract/mappings.ts';
import {
  type Chosen,
  chosenOf,
  faultsOf,
  finished,
  originOf,
  startOf,
  usesOf,
  withOrigin,
  withWord,
  wordsOf,
} from '../../web/components/data/mappingDraft.ts';
import { mappingYaml } from '../../web/components/data/mappingYaml.ts';

const need = (name: string, kind: TableColumn['kind'], required = true): TableColumn => ({
  name,
  danish: name,
  kind,
  required,
  codes: kind === 'choice' ? [{ code: 'success', danish: 'gennemført' }] : null,
});
const STATUS = need('status', 'choice');
const ENDED = need('ended', 'instant');
const CONTENT: MappingContent = {
  table: 'runs',
  statuses: { Færdig: 'success', Bøvl: 'skip' },
  columns: {
    robot: { value: 'R1' },
    transaction: { column: 'Sagsnr. "ny"' },
    ended: { columns: ['Dato', 'Sluttid'] },
    status: { column: 'Resultat' },
  },
};
const FORM: MappingForm = {
  file: 'sager.csv',
  parts: [],
  part: null,
  rows: 3,
  columns: [
    { name: 'Sagsnr. "ny"', cells: ['47…'], words: null },
    { name: 'Dato', cells: ['31-03-2026'], words: null },
    { name: 'Sluttid', cells: ['08:15'], words: null },
    {
      name: 'Resultat',
      cells: ['Færdig'],
      words: [
        { word: 'Færdig', rows: 2, means: 'success' },
        { word: 'Bøvl', rows: 1, means: null },
      ],
    },
  ],
  table: 'runs',
  needs: [need('robot', 'text'), need('transaction', 'text'), ENDED, STATUS, need('reason', 'text', false)],
  content: CONTENT,
  guesses: ['statuses.Bøvl'],
};

describe('where a value comes from', () => {
  test.each<[TableColumn, Origin | undefined, Chosen]>([
    [ENDED, undefined, { from: '', clock: '', text: '' }],
    [ENDED, { column: 'Slut' }, { from: 'column:Slut', clock: '', text: '' }],
    [ENDED, { columns: ['Dag', 'Tid'] }, { from: 'column:Dag', clock: 'column:Tid', text: '' }],
    [ENDED, { column: 'Dag', time: '12:00' }, { from: 'column:Dag', clock: 'value', text: '12:00' }],
    [STATUS, { value: 'success' }, { from: 'value', clock: '', text: 'success' }],
    [need('transaction', 'text'), { columns: ['A', 'B', 'C'] }, { from: 'joined', clock: '', text: '' }],
  ])('%j: %j is set as a field and comes back the same', (of, origin, chosen) => {
    expect(chosenOf(origin, of)).toEqual(chosen);
    expect(originOf(chosenOf(origin, of), origin)).toEqual(origin);
  });

  test('another column for the status forgets the words of the one before', () => {
    const content = withOrigin(CONTENT, 'status', { column: 'Type' });
    expect(content.statuses).toBeUndefined();
    expect(withOrigin(CONTENT, 'robot', { column: 'Kønavn' }).statuses).toEqual(CONTENT.statuses);
  });

  test('each of the file’s columns has what it is used for', () => {
    expect([...usesOf(CONTENT)]).toEqual([
      ['Sagsnr. "ny"', ['transaction']],
      ['Dato', ['ended']],
      ['Sluttid', ['ended']],
      ['Resultat', ['status']],
    ]);
  });
});

describe('what words mean', () => {
  test('a status that is only guessed is left for the user to say, and until then it is a fault', () => {
    const start = startOf(FORM);
    expect(wordsOf(start, STATUS, FORM.columns)).toEqual([
      { word: 'Færdig', rows: 2, becomes: 'success' },
      { word: 'Bøvl', rows: 1, becomes: '' },
    ]);
    expect(faultsOf(start, FORM)).toEqual({ statuses: 'word' });
    expect(faultsOf(withWord(start, STATUS, 'Bøvl', 'system_exception'), FORM)).toEqual({});
  });

  test('a column of too many words cannot be the status', () => {
    const content = withOrigin(CONTENT, 'status', { column: 'Dato' });
    expect(faultsOf(content, FORM)).toEqual({ status: 'words' });
  });

  test('the meaning of every word that is shown is in the mapping, also of those that nobody changed', () => {
    const content = withWord(
      startOf({ ...FORM, content: { ...CONTENT, statuses: {} } }),
      STATUS,
      'Bøvl',
      'skip',
    );
    expect(finished(content, FORM).statuses).toEqual({ Færdig: 'success', Bøvl: 'skip' });
  });
});

test('what must be said is told: a required column, an empty value, a time of day that there is not', () => {
  const { robot: _, ...columns } = CONTENT.columns;
  expect(faultsOf({ ...CONTENT, columns }, FORM)).toEqual({ robot: 'required' });
  expect(faultsOf({ ...CONTENT, columns: { ...CONTENT.columns, robot: { value: ' ' } } }, FORM)).toEqual({
    robot: 'value',
  });
  const ended = { column: 'Dato', time: '25:00' };
  expect(faultsOf({ ...CONTENT, columns: { ...CONTENT.columns, ended } }, FORM)).toEqual({ ended: 'clock' });
});

test('the mapping as a file is read by the command line as the same mapping', () => {
  const content: MappingContent = {
    ...CONTENT,
    sheet: 'Log: "2026"',
    decimal: ',',
    dates: 'd/M/yyyy',
    zone: 'America/Nuuk',
    where: [{ column: 'Type', not: ['Test', 'Prøve'] }],
    statuses: { '': 'skip', null: 'success', '# nej: tak': 'abandoned' },
    codes: { reason: { x: 'y z' } },
  };
  const mapping = parseMapping(mappingYaml(content), 'sager.yaml');
  expect(mapping).toMatchObject({
    name: 'sager',
    part: 'Log: "2026"',
    decimal: ',',
    dates: { format: 'd/M/yyyy' },
    zone: { name: 'America/Nuuk' },
    filters: [{ column: 'Type', texts: ['Test', 'Prøve'], keeps: false }],
    statuses: content.statuses,
  });
  expect(Object.fromEntries(mapping.origins)).toEqual(CONTENT.columns);
  expect(Object.fromEntries(mapping.codes)).toEqual(content.codes);
});
