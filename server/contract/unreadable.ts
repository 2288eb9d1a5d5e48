/**
 * Why a file cannot be read, or is too large to be: `why` in the details of the error. The names are stable; the pages
 * have a sentence for each, in which the values beside it stand.
 */
export const UNREADABLE = {
  'not-there': [],
  'not-a-file': [],
  'not-allowed': [],
  'bad-name': [],
  'bad-disk': [],
  'became-shorter': [],
  empty: [],
  'no-table': [],
  'no-such-table': ['name', 'names'],
  'which-table': ['names'],
  'no-rows': [],
  'old-excel': [],
  'other-kind': [],
  'other-database': ['tables'],
  'own-warehouse': [],
  'web-page': [],
  'xml-file': [],
  'no-workbook': [],
  'not-text': [],
  'cut-off': ['line'],
  'open-quote': ['line'],
  'long-row': ['line'],
  'long-line': ['line'],
  separator: ['line', 'declared'],
  'other-separator': ['line', 'declared', 'said'],
  'no-header': [],
  'bad-header': ['line'],
  'column-twice': ['column', 'one', 'other'],
  'many-columns': ['most'],
  'month-first': ['line', 'column', 'value'],
  'no-list': [],
  'after-end': ['line'],
  'deep-nesting': ['line', 'most'],
  'wrong-bracket': ['line'],
  'large-record': ['line'],
  damaged: [],
  'damaged-entry': ['entry'],
  'damaged-workbook': [],
  'arrow-column': [],
  password: ['entry'],
  packing: [],
  'name-outside': [],
  'nested-archive': ['entry'],
  'many-entries': ['most'],
  'large-entry': ['entry'],
  'large-unpacked': [],
  'times-its-size': ['times'],
  'much-text': [],
} as const satisfies Record<string, readonly string[]>;

export type Unreadable = keyof typeof UNREADABLE;

/** What stands beside a reason, by name. */
export type UnreadableValues<Why extends Unreadable> = {
  [Name in (typeof UNREADABLE)[Why][number]]: string | number;
};
