import type {
  FileColumn,
  MappingContent,
  MappingForm,
  Origin,
  TableColumn,
} from '../../../server/contract/mappings.ts';

/** How a value is chosen: nowhere, from one column, from several together, or the same in every row. */
export type Choice = '' | 'value' | 'joined' | `column:${string}`;

/** What a field of the form is set to. A moment's `clock` is where its time of day is, when its column is only a day. */
export interface Chosen {
  from: Choice;
  clock: Choice;
  /** The fixed value, or a moment's fixed time of day. */
  text: string;
}

/** What is wrong with the form, by the name of the table's column; `statuses` for words that are not explained. */
export type Faults = Readonly<Record<string, 'required' | 'value' | 'clock' | 'words' | 'word'>>;

/**
 * What a form begins with: the proposal, or nothing where none could be made. A status that is only guessed is left for
 * the user to say: its rows would be missing from the figures without anyone having decided it.
 */
export function startOf({ table, content, guesses }: MappingForm): MappingContent {
  if (!content) return { table: table ?? '', columns: {} };
  const { statuses, ...rest } = content;
  const sure = Object.entries(statuses ?? {}).filter(([word]) => !guesses.includes(`statuses.${word}`));
  return sure.length > 0 ? { ...rest, statuses: Object.fromEntries(sure) } : rest;
}

/** How a field is set, by where its value comes from. */
export function chosenOf(origin: Origin | undefined, { kind }: TableColumn): Chosen {
  const { column, columns = [], value, time } = origin ?? {};
  if (value !== undefined) return { from: 'value', clock: '', text: value };
  const [day, clock] = columns;
  if (kind === 'instant' && columns.length === 2 && day && clock)
    return { from: `column:${day}`, clock: `column:${clock}`, text: '' };
  if (columns.length > 0) return { from: 'joined', clock: '', text: '' };
  if (column === undefined) return { from: '', clock: '', text: '' };
  return { from: `column:${column}`, clock: time === undefined ? '' : 'value', text: time ?? '' };
}

/** Where a value comes from, by how its field is set; undefined for nowhere. `before` is what several columns were. */
export function originOf({ from, clock, text }: Chosen, before: Origin | undefined): Origin | undefined {
  if (from === '') return undefined;
  if (from === 'value') return { value: text };
  if (from === 'joined') return before;
  const column = nameIn(from);
  if (clock === 'value') return { column, time: text };
  return clock === '' ? { column } : { columns: [column, nameIn(clock)] };
}

/** The content with one field set otherwise. Words of a column that is no longer read are forgotten. */
export function withOrigin(
  content: MappingContent,
  name: string,
  origin: Origin | undefined,
): MappingContent {
  const { [name]: before, ...others } = content.columns;
  const columns = origin ? { ...others, [name]: origin } : others;
  if (before?.column === origin?.column) return { ...content, columns };
  const { [name]: _, ...codes } = content.codes ?? {};
  const { statuses, ...rest } = content;
  return {
    ...rest,
    ...(statuses && name !== 'status' ? { statuses } : {}),
    ...(Object.keys(codes).length > 0 ? { codes } : { codes: {} }),
    columns,
  };
}

/** A word of the file, and what it becomes: '' for itself, and for a status that is not explained yet. */
export interface Word {
  word: string;
  rows: number;
  becomes: string;
}

/** Whether the words of a table's column are those of `statuses`. */
export function isStatus({ table }: MappingContent, { name }: TableColumn): boolean {
  return table === 'runs' && name === 'status';
}

/**
 * The words of the column that a choice is read from, with what each becomes; [] where it is read from none, null where
 * there are too many to be words.
 */
export function wordsOf(
  content: MappingContent,
  need: TableColumn,
  columns: readonly FileColumn[],
): Word[] | null {
  const from = content.columns[need.name]?.column;
  const column = columns.find(({ name }) => name === from);
  if (need.kind !== 'choice' || !column) return [];
  if (column.words === null) return null;
  const status = isStatus(content, need);
  const said = (status ? content.statuses : content.codes?.[need.name]) ?? {};
  return column.words
    .filter(({ word }) => word !== '' || need.required)
    .map(({ word, rows, means }) => ({
      word,
      rows,
      becomes: said[word] ?? (status ? (means ?? '') : ''),
    }));
}

/** The content with what a word of a column becomes. */
export function withWord(
  content: MappingContent,
  need: TableColumn,
  word: string,
  becomes: string,
): MappingContent {
  if (isStatus(content, need)) return { ...content, statuses: { ...content.statuses, [word]: becomes } };
  const { [word]: _, ...others } = content.codes?.[need.name] ?? {};
  const words = becomes === '' ? others : { ...others, [word]: becomes };
  return { ...content, codes: { ...content.codes, [need.name]: words } };
}

/** The content as it is to be read: with the meaning of every status that is shown, also of those that nobody changed. */
export function finished(content: MappingContent, { needs, columns }: MappingForm): MappingContent {
  const status = needs.find((need) => isStatus(content, need));
  const words = status ? (wordsOf(content, status, columns) ?? []) : [];
  const statuses = { ...content.statuses, ...Object.fromEntries(words.map((w) => [w.word, w.becomes])) };
  const { statuses: _, ...rest } = content;
  return Object.keys(statuses).length > 0 ? { ...rest, statuses } : rest;
}

/** What must be said before the file can be read. */
export function faultsOf(content: MappingContent, { needs, columns }: MappingForm): Faults {
  const faults: Record<string, Faults[string]> = {};
  for (const need of needs) {
    const origin = content.columns[need.name];
    if (!origin) {
      if (need.required) faults[need.name] = 'required';
    } else if (origin.value !== undefined && origin.value.trim() === '') faults[need.name] = 'value';
    else if (origin.time !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(origin.time))
      faults[need.name] = 'clock';
    else {
      const words = wordsOf(content, need, columns);
      if (words === null && need.required) faults[need.name] = 'words';
      if (isStatus(content, need) && words?.some(({ becomes }) => becomes === '')) faults.statuses = 'word';
    }
  }
  return faults;
}

/** The name of the column that a choice is. */
function nameIn(choice: Choice): string {
  return choice.startsWith('column:') ? choice.slice('column:'.length) : '';
}

/** What is read from each of the file's columns, by its name: the names of the table's columns. */
export function usesOf({ columns }: MappingContent): ReadonlyMap<string, string[]> {
  const uses = new Map<string, string[]>();
  for (const [name, { column, columns: several = [] }] of Object.entries(columns)) {
    for (const theirs of column === undefined ? several : [column]) {
      uses.set(theirs, [...(uses.get(theirs) ?? []), name]);
    }
  }
  return uses;
}
