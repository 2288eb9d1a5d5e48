import type { Blob } from 'node:buffer';
import type { Stream } from 'node:stream';

/** What the files in a workbook may be given as besides text, as the library has it. */
export type FileContent = Stream | Buffer | Blob;
