import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { GevinstError } from '../../server/errors.ts';
import { unreadableFile } from '../unreadableFile.ts';
import type { Bytes } from './bytes.ts';
import { checkTotal, Limit } from './limit.ts';

const SLICE = 1 << 20;
const MOST_ENTRIES = 1_000;
const ENCRYPTED = 1;

/** An entry of an archive, and where it lies in it. */
export interface ZipEntry extends Bytes {
  path?: never;
  /** With its folders. */
  place: string;
}

/** Lets yauzl read from bytes that are open already. */
class Slices extends yauzl.RandomAccessReader {
  constructor(private readonly slice: (start: number, end: number) => Promise<Buffer>) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const { slice } = this;
    return Readable.from(
      (async function* () {
        for (let at = start; at < end; at += SLICE) yield await slice(at, Math.min(end, at + SLICE));
      })(),
    );
  }
}

/**
 * The entries of a ZIP file, each unpacked as it is read; folders are left out.
 * @throws GevinstError `unreadable-file` for one that is damaged, locked or leads out of its folder
 */
export async function zipEntries(file: Bytes): Promise<ZipEntry[]> {
  const { slice, size } = file;
  if (!slice || size === null)
    throw unreadableFile('nested-archive', 'It is an archive in another archive.', { entry: file.name });
  const zip = await opened(new Slices(slice), size);
  const entries = await listed(zip);
  return entries.map((entry) => ({
    name: basename(entry.fileName),
    place: entry.fileName,
    size: entry.uncompressedSize,
    chunks: (onBytes) => unpacked(zip, entry, onBytes),
  }));
}

function opened(reader: Slices, size: number): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true };
    yauzl.fromRandomAccessReader(reader, size, options, (error, zip) =>
      error ? reject(told(error)) : resolve(zip),
    );
  });
}

function listed(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    let total = 0;
    zip.on('entry', (entry: Entry) => {
      if (!entry.fileName.endsWith('/')) entries.push(entry);
      total += entry.uncompressedSize;
      if (entries.length > MOST_ENTRIES) {
        reject(
          unreadableFile(
            'many-entries',
            `It has more than ${MOST_ENTRIES} files.`,
            { most: MOST_ENTRIES },
            'too-large',
          ),
        );
      } else zip.readEntry();
    });
    zip.once('end', () => {
      try {
        // What is read is held to it: yauzl stops an entry that unpacks to more than it says.
        checkTotal(total);
        resolve(entries);
      } catch (error) {
        reject(error);
      }
    });
    zip.once('error', (error) => reject(told(error)));
    zip.readEntry();
  });
}

async function* unpacked(
  zip: ZipFile,
  entry: Entry,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<Buffer> {
  if (entry.generalPurposeBitFlag & ENCRYPTED) {
    const message = `Its file ${entry.fileName} has a password. Unpack it first.`;
    throw unreadableFile('password', message, { entry: entry.fileName });
  }
  const limit = new Limit(entry.compressedSize);
  const share = entry.compressedSize / Math.max(entry.uncompressedSize, 1);
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, found) => (error ? reject(told(error)) : resolve(found)));
  });
  let used = 0;
  let sum = 0;
  try {
    for await (const chunk of stream) {
      limit.add(chunk.length);
      sum = crc32(chunk, sum);
      yield chunk as Buffer;
      used += chunk.length * share;
      onBytes(Math.floor(used));
      used -= Math.floor(used);
    }
  } catch (error) {
    throw told(error);
  }
  if (sum !== entry.crc32) {
    throw unreadableFile('damaged-entry', `Its file ${entry.fileName} is damaged: its check sum is wrong.`, {
      entry: entry.fileName,
    });
  }
}

function told(error: unknown): unknown {
  if (error instanceof GevinstError) return error;
  const { message, code } = error as NodeJS.ErrnoException;
  if (/relative path|absolute path|invalid characters in fileName/.test(message)) {
    return unreadableFile('name-outside', 'A name in it leads out of its folder. It was not unpacked.', {});
  }
  if (/unsupported compression/i.test(message)) {
    return unreadableFile(
      'packing',
      'It is packed in a way that is not read here. Unpack it first, or pack it as ordinary ZIP.',
      {},
    );
  }
  if (code !== undefined && !code.startsWith('Z_')) return error;
  return unreadableFile('damaged', 'The ZIP file is damaged or cut off.', {});
}
