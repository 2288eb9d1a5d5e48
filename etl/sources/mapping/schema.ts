import { z } from 'zod';
import type { TableShape } from '../canonical/table.ts';
import { TABLES } from '../canonical/tables/index.ts';
import { DateFormat } from './dateFormat.ts';

/** Text that YAML and JSON may also write as a number or as true and false. */
const SCALAR = ['string', 'number', 'boolean'];
const Text = z.string().meta({ id: 'text', type: SCALAR });
const Name = z.string().min(1, { error: 'expected a name' }).meta({ id: 'name', type: SCALAR });

const Origin = z
  .strictObject({
    column: Name.optional().describe('The file’s column.'),
    columns: z
      .array(Name)
      .min(2, { error: 'expected two or more columns' })
      .optional()
      .describe('Several of the file’s columns, joined by a space: a day and a time, for example.'),
    value: Text.optional().describe('What every row has, where the file does not say it.'),
    time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'expected a time of day such as "12:00"' })
      .optional()
      .describe('The time of day of a moment for which the file has only a day.'),
  })
  .refine(
    ({ column, columns, value }) =>
      [column, columns, value].filter((from) => from !== undefined).length === 1,
    { error: 'expected one of column, columns and value' },
  )
  .meta({
    id: 'origin',
    description: 'Where a value comes from.',
    oneOf: [{ required: ['column'] }, { required: ['columns'] }, { required: ['value'] }],
  });

/** What tells one row from another. */
const FromColumn = Origin.refine(({ value }) => value === undefined, {
  error: 'expected one or more columns that tell the runs apart: those with the same value count as one',
});

const Words = z.record(z.string(), Text).meta({ id: 'words' });
const Texts = z.union([Text, z.array(Text)], { error: 'expected a text, or a list of texts' });
const Filter = z
  .strictObject({ column: Name, equals: Texts.optional(), not: Texts.optional() })
  .refine(({ equals, not }) => (equals === undefined) !== (not === undefined), {
    error: 'expected one of equals and not',
  })
  .meta({
    id: 'filter',
    description: 'Keeps the rows whose cell is (or is not) one of the texts. Case does not matter.',
    oneOf: [{ required: ['equals'] }, { required: ['not'] }],
  });

const common = {
  name: Name.optional().describe(
    'What loads by this mapping are called; the mapping file’s name when left out.',
  ),
  sheet: Name.optional().describe('The sheet of a workbook.'),
  entry: Name.optional().describe('The entry of a ZIP file, by its name without folders.'),
  separator: z
    .enum([';', ',', 'tab', '|'])
    .optional()
    .describe('What separates the cells of a text file, where that is not ; or , as its header shows.'),
  zone: z
    .string()
    .refine(isZone, { error: 'expected a time zone such as Europe/Copenhagen or UTC' })
    .optional()
    .describe(
      'The time zone of times without an offset; as the load says, else Europe/Copenhagen, when left out.',
    ),
  decimal: z.enum([',', '.']).optional().describe('The decimal sign, where the separator does not tell it.'),
  dates: z
    .string()
    .refine((format) => DateFormat.of(format) !== null, {
      error: 'expected a format such as dd-MM-yyyy HH:mm or M/d/yyyy h:mm a',
    })
    .optional()
    .describe('How days and times are written, where they are not ISO or Danish: M/d/yyyy, for example.'),
  where: z.array(Filter).optional().describe('Which rows are read: those that pass every filter.'),
};

/** What a run’s status word may become. */
const OUTCOMES = ['success', 'business_exception', 'system_exception', 'abandoned', 'skip'] as const;

const statuses = z
  .record(z.string(), z.enum(OUTCOMES))
  .optional()
  .describe('What each word of the status column means; skip leaves its rows out.');

function variantOf({ name, columns }: TableShape) {
  const names = Object.entries(columns);
  const origins = names.map(([column, { required, holds }]) => {
    const origin = (name === 'runs' && column === 'transaction' ? FromColumn : Origin).describe(holds);
    return [column, required ? origin : origin.optional()] as const;
  });
  const codes = names.map(([column, spec]) => {
    const words = spec.codes ? z.record(z.string(), z.enum(Object.keys(spec.codes))) : Words;
    return [column, words.optional()] as const;
  });
  return z.strictObject({
    table: z.literal(name),
    ...common,
    // Only runs have a status of these words.
    ...((name === 'runs' ? { statuses } : {}) as { statuses: typeof statuses }),
    codes: z
      .strictObject(Object.fromEntries(codes))
      .optional()
      .describe('By column, what the file’s words become.'),
    columns: z
      .strictObject(Object.fromEntries(origins))
      .describe('Where each of the table’s columns comes from.'),
  });
}

type Variant = ReturnType<typeof variantOf>;

/** A mapping file: what one table of Gevinst takes from which columns of a file of another shape. */
export const MappingFile = z.discriminatedUnion('table', TABLES.map(variantOf) as [Variant, ...Variant[]], {
  error: `expected one of ${TABLES.map(({ name }) => name).join(', ')}`,
});

/** Where a value comes from: one column of the file, several, or the mapping itself. */
export type Origin = z.infer<typeof Origin>;

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
