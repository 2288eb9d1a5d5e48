import { gzipSync } from 'node:zlib';
import { type BadFile, lines, projects, type Section } from './badFile.ts';
import { overwritten, replaced, zip } from './makeArchive.ts';

const GOOD = projects('P2;Et', 'P3;To');
/** More than random text packs to, so that a bomb is told by how little it packs to. */
const BOMB = 120_000_000;

function archive(
  title: string,
  gets: string,
  failed: RegExp,
  content: BadFile['content'],
  file = 'projects.zip',
): BadFile {
  return { title, gets, file, content, comes: { failed } };
}

const packed = () => zip({ 'projects.csv': GOOD });

export const ARCHIVES: Section<BadFile> = {
  heading: 'ZIP and gzip files',
  cases: [
    archive(
      'A ZIP file that is cut off',
      'Nothing is loaded: the ZIP file is damaged or cut off.',
      /damaged or cut off/,
      async () => (await packed()).subarray(0, 60),
    ),
    archive(
      'A ZIP file whose index is damaged',
      'Nothing is loaded: the ZIP file is damaged or cut off.',
      /damaged or cut off/,
      async () => replaced(await packed(), 'PK\u0001\u0002', 'PK??'),
    ),
    archive(
      'A ZIP file with a password',
      'Nothing is loaded; the entry with the password is named.',
      /projects\.csv has a password/,
      async () => overwritten(await packed(), 6, 8, [1, 8]),
    ),
    archive(
      'A ZIP file whose content fails its checksum',
      'Nothing is loaded; the damaged entry is named.',
      /its check sum is wrong/,
      async () => overwritten(await packed(), 14, 16, [1, 2, 3, 4]),
    ),
    archive(
      'A ZIP file that names its entries outside of it: ../projects.csv',
      'Nothing is loaded, and nothing is unpacked.',
      /leads out of its folder/,
      async () => replaced(await zip({ 'xx/projects.csv': GOOD }), 'xx/projects', '../projects'),
    ),
    archive(
      'A ZIP file with an absolute path',
      'Nothing is loaded, and nothing is unpacked.',
      /leads out of its folder/,
      async () => replaced(await zip({ 'xtmp/projects.csv': GOOD }), 'xtmp/projects', '/tmp/projects'),
    ),
    archive(
      'A ZIP bomb: megabytes that unpack to gigabytes',
      'Nothing is loaded: reading stops at 200 times its size.',
      /unpacks to more than 200 times its size/,
      () => zip({ 'projects.csv': Buffer.alloc(BOMB, 'a') }),
    ),
    archive(
      'A ZIP file whose entry unpacks to more than it says',
      'Nothing is loaded: the ZIP file is damaged.',
      /damaged/,
      async () => overwritten(await zip({ 'projects.csv': GOOD.repeat(1000) }), 22, 24, [10, 0, 0, 0]),
    ),
    archive(
      'A ZIP file within a ZIP file',
      'Nothing is loaded; the inner one is named, to be unpacked first.',
      /inner\.zip is an archive in another archive/,
      async () => zip({ 'inner.zip': await packed() }),
    ),
    archive(
      'A ZIP file with more than 1,000 entries',
      'Nothing is loaded: it has too many files.',
      /more than 1000 files/,
      () => zip(Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`projects-${i}.csv`, GOOD]))),
    ),
    archive(
      'A ZIP file of a good table and a damaged one',
      'Nothing is loaded, of the good one neither; the damaged one is named.',
      /projects\.csv is damaged/,
      async () => {
        const robots = lines('robot;project;name', 'R2;P1;To');
        return overwritten(await zip({ 'robots.csv': robots, 'projects.csv': GOOD }), 14, 16, [1, 2, 3, 4]);
      },
    ),
    archive('An empty ZIP file', 'A sentence that it has no table.', /no table/, () => zip({})),
    archive(
      'A ZIP file in which nothing is a table',
      'A sentence that it has no table, with the entries that were passed over.',
      /no table/,
      () => zip({ 'billede.csv': 'a;b\n1;2\n' }),
    ),
    archive(
      'A Word document',
      'Nothing is loaded; the message says what it is.',
      /^It is a Word document\./,
      () => zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }),
      'rapport.docx',
    ),
    archive(
      'A gzip file that is cut off',
      'Nothing is loaded: it ends too early.',
      /cut off/,
      () => gzipSync(GOOD.repeat(100)).subarray(0, 60),
      'projects.csv.gz',
    ),
    archive(
      'A gzip file whose content fails its checksum',
      'Nothing is loaded: the gzip file is damaged.',
      /damaged/,
      () => {
        const file = gzipSync(GOOD);
        file.fill(0xff, file.length - 8, file.length - 4);
        return file;
      },
      'projects.csv.gz',
    ),
    archive(
      'A gzip bomb',
      'Nothing is loaded: reading stops at 200 times its size.',
      /unpacks to more than 200 times its size/,
      () => gzipSync(Buffer.alloc(BOMB, 'a')),
      'projects.csv.gz',
    ),
  ],
};
