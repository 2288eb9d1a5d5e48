import { GevinstError } from '../server/errors.ts';
import { maskCpr } from '../server/privacy.ts';
import { type Destination, destinationOf, rankOf, underHeader } from './destination.ts';
import type { Attempt, LoadContext } from './loadContext.ts';
import type { Part } from './readers/parts.ts';
import type { Rows } from './readers/rows.ts';
import { tableOfFileName } from './sources/canonical/identify.ts';
import { mappedPart } from './sources/mapping/mapping.ts';

/** A table of a file, opened, and what its rows become. */
export interface Opened {
  part: Part;
  rows: Rows;
  destination: Destination;
  onBytes(bytes: number): void;
}

/** Opens the tables of a file that are to be loaded, each after those that its rows may name. */
export async function openParts(
  parts: readonly Part[],
  context: LoadContext,
  attempt: Attempt,
): Promise<{ opened: Opened[]; others: Part[] }> {
  const { destination } = context;
  if (destination?.kind === 'mapping') {
    attempt.destination = destination;
    return { opened: [await openPart(mappedPart(parts, destination.mapping), context, attempt)], others: [] };
  }
  const opened: Opened[] = [];
  const others: Part[] = [];
  for (const part of parts) {
    attempt.part = part;
    delete attempt.destination;
    try {
      opened.push(await openPart(part, context, attempt));
    } catch (error) {
      const isOther = error instanceof GevinstError && error.code === 'unknown-table';
      if (!isOther || part.place === null || tableOfFileName(part.name)) throw error;
      others.push(part);
    }
  }
  if (parts.length === 0) throw new GevinstError('unknown-table', 'It has no table: it is empty.');
  if (opened.length === 0) {
    const told = others.map(({ place }) => `${maskCpr(place ?? '')} is no table, and was passed over`);
    throw new GevinstError('unknown-table', `It has no table that is known: ${told.join('; ')}.`);
  }
  opened.sort((a, b) => rankOf(a.destination) - rankOf(b.destination));
  return { opened, others };
}

async function openPart(part: Part, context: LoadContext, attempt: Attempt): Promise<Opened> {
  // What reading the header has used is not told again by who reads the rows from the bytes.
  let early = 0;
  const mapping = context.destination?.kind === 'mapping' ? context.destination.mapping : null;
  const opened = await part.rows((bytes) => {
    early += bytes;
    context.onBytes(bytes);
  }, mapping?.separator ?? undefined);
  const rows = underHeader(part, opened, context.destination);
  const destination = context.destination ?? destinationOf(part, rows);
  attempt.destination = destination;
  const onBytes = (bytes: number) => {
    const told = Math.min(early, bytes);
    early -= told;
    context.onBytes(bytes - told);
  };
  return { part, rows, destination, onBytes };
}
