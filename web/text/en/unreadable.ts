import type { Unreadable } from '../../../server/contract/unreadable.ts';

/** Why a file cannot be read. */
export const unreadable: Readonly<Record<Unreadable, string>> = {
  'not-there': 'The file is no longer there.',
  'not-a-file': 'It is a folder or a device, not a file.',
  'not-allowed': 'Gevinst is not allowed to read the file.',
  'bad-name': 'The file’s name is too long, or it is a link that leads back to itself.',
  'bad-disk': 'The disk cannot read the file.',
  'became-shorter':
    'The file became shorter while it was read. Try again when it has been written to its end.',
  empty: 'The file is empty.',
  'no-table': 'There is no table in the file.',
  'no-such-table': '“{{name}}” is not in the file. It has {{names}}.',
  'which-table':
    'The file has several tables, and the mapping does not say which it is for. The file has {{names}}.',
  'no-rows': 'The file has a header and no rows: nothing tells what its columns hold.',
  'old-excel':
    'It is an old Excel workbook (.xls), or one with a password. Open it in Excel, and save it as .xlsx without a password.',
  'other-kind':
    'The file is of another kind. Use CSV (“CSV UTF-8” in Excel), an Excel workbook (.xlsx), JSON, Arrow or Parquet.',
  'other-database':
    'It is a SQLite database with the tables: {{tables}}. Of databases those of OpenOrchestrator (the table Queues) and Automation Server (the table workitem) are read. Save the table that you want as CSV, and load that.',
  'own-warehouse': 'It is a database of Gevinst itself. Load the files that it was made of instead.',
  'web-page':
    'It is a web page (HTML), whatever the file is called. If it has a table, open it in Excel, and save it as .xlsx. If it is a page to sign in on, fetch the file again.',
  'xml-file':
    'It is an XML file, whatever the file is called. If it has a table, open it in Excel, and save it as .xlsx.',
  'no-workbook':
    'The file has the name of an Excel workbook, and is none. Fetch it again, or open it in Excel, and save it as .xlsx.',
  'not-text': 'The file is no text: there are NUL characters in its header.',
  'cut-off': 'The file ends on line {{line}} before it is finished. Fetch it again.',
  'open-quote': 'The quote on line {{line}} is never closed. Put in the one that is missing, and try again.',
  'long-row': 'The row on line {{line}} is longer than a million characters. Is a quote missing?',
  'long-line': 'Line {{line}} is longer than 16 million characters.',
  separator: 'Line {{line}} says that “{{declared}}” separates the cells. Use a semicolon, a comma or a tab.',
  'other-separator':
    'Line {{line}} says that “{{declared}}” separates the cells, but the mapping says “{{said}}”.',
  'no-header': 'The file has no header after its line with “sep=”.',
  'bad-header': 'The header on line {{line}} cannot be read. Is a quote missing?',
  'column-twice': 'The columns “{{one}}” and “{{other}}” both mean {{column}}. Keep one of them.',
  'many-columns': 'The file has more than {{most}} columns.',
  'month-first':
    '“{{value}}” in the column “{{column}}” has its month first, so that days up to the 12th would be taken for months. Use dates such as 2026-03-31, or put the columns together yourself.',
  'no-list': 'The file has no list of records. It is to look like [{…}, …] or {"value": [{…}, …]}.',
  'after-end': 'The file goes on in line {{line}} after its end. Fetch it again.',
  'deep-nesting': 'Line {{line}} has more than {{most}} brackets within each other.',
  'wrong-bracket': 'A bracket on line {{line}} does not fit the one that is open. Fetch the file again.',
  'large-record': 'The record on line {{line}} is larger than 16 MB. The file is to be a list of records.',
  damaged: 'The file is damaged, or only half fetched. Fetch it again.',
  'damaged-entry': '“{{entry}}” in the archive is damaged. Fetch the file again.',
  'damaged-workbook':
    'The workbook is damaged. Open it in Excel, which may be able to repair it, and save it again.',
  'arrow-column': 'The file has a column of a kind that cannot be read. Save it as Parquet or CSV.',
  password: '“{{entry}}” in the archive has a password. Unpack the archive first.',
  packing: 'The archive is packed in a way that cannot be read. Unpack it first, or pack it as ordinary ZIP.',
  'name-outside': 'A name in the archive leads out of its own folder, so it was not unpacked.',
  'nested-archive': '“{{entry}}” is an archive in another. Unpack it first.',
  'many-entries': 'The archive has more than {{most}} files.',
  'large-entry': '“{{entry}}” is larger than 512 MB in the archive. Unpack it first.',
  'large-unpacked': 'The archive unpacks to more than 4 GB. Unpack it, and load its files one by one.',
  'times-its-size':
    'The file unpacks to more than {{times}} times its size. Unpack it yourself if that is as it should be.',
  'much-text': 'The workbook has more than 256 million characters.',
};
