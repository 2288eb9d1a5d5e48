import { ARCHIVES } from './archiveCases.ts';
import type { BadFile, Section } from './badFile.ts';
import { CONTENT } from './contentCases.ts';
import { FORMATS } from './formatCases.ts';
import { NAMES } from './nameCases.ts';
import { PLATFORMS } from './platformCases.ts';
import { RECORDS } from './recordCases.ts';
import { SHAPE } from './shapeCases.ts';
import { TEXT } from './textCases.ts';
import { NUMBERS, TIMES } from './valueCases.ts';
import { WORKBOOKS } from './workbookCases.ts';

/** The kinds of bad input that are one file. */
export const FILES: readonly Section<BadFile>[] = [
  TEXT,
  SHAPE,
  NUMBERS,
  TIMES,
  CONTENT,
  NAMES,
  RECORDS,
  PLATFORMS,
  WORKBOOKS,
  ARCHIVES,
  FORMATS,
];
