import { appendFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { type Comes, runs, type Section } from './badFile.ts';

/** A file of several chunks to which something happens when the first of them has been read. */
export interface MovingFile {
  title: string;
  gets: string;
  happens(path: string): void;
  comes: Comes;
}

const ROWS = 40_000;
const rowsFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, i) => `R1;N-${first + i};;2024-05-01T08:00:00;success;1;`);

/** The file before it changes. */
export const movingFile = (): string => runs(...rowsFrom(0, ROWS));

export const MOVING: Section<MovingFile> = {
  heading: 'Files that change while they are read',
  cases: [
    {
      title: 'A file that is written to while it is read, as a robot’s log is',
      gets: 'Read as far as it went when the load began. Loading it again adds what has come since.',
      happens: (path) => appendFileSync(path, `${rowsFrom(ROWS, 40_000).join('\n')}\nR1;N-`),
      comes: { kept: ROWS },
    },
    {
      title: 'A file that is emptied while it is read',
      gets: 'Nothing is loaded: it became shorter while it was read.',
      happens: (path) => truncateSync(path, 0),
      comes: { failed: /^It became shorter while it was read\. Load it again when it is whole\.$/ },
    },
    {
      title: 'A file that is deleted while it is read',
      gets: 'Loaded: what has been opened stays until it is read.',
      happens: (path) => rmSync(path),
      comes: { kept: ROWS },
    },
    {
      title: 'A file that is replaced by another while it is read',
      gets: 'Loaded as it was when the load began, not half of each.',
      happens: (path) => {
        writeFileSync(`${path}.new`, runs(...rowsFrom(ROWS, 10)));
        renameSync(`${path}.new`, path);
      },
      comes: { kept: ROWS },
    },
  ],
};
