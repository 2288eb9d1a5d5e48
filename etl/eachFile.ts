import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { GevinstError } from '../server/errors.ts';
import { type Destination, destinationNamed } from './destination.ts';
import type { LoadOptions } from './load.ts';
import type { LoadContext } from './loadContext.ts';
import { COPENHAGEN, zoneNamed } from './time/zone.ts';

const Said = z.object({
  source: z.optional(z.string()),
  queue: z.optional(z.string()),
  zone: z.optional(z.string()),
});

/** What files are where they do not tell, by their paths: as `--source`, `--queue` and `--zone` say it of all. */
export type EachFile = Readonly<Record<string, z.infer<typeof Said>>>;

/** Reads what is said of single files. @throws GevinstError `bad-parameter` */
export async function readEachFile(path: string): Promise<EachFile> {
  try {
    return z.record(z.string(), Said).parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    const expected = 'Expected JSON such as {"PATH": {"source": "costs", "zone": "UTC"}}.';
    throw new GevinstError(
      'bad-parameter',
      `Cannot read --each ${path}: ${(error as Error).message} ${expected}`,
    );
  }
}

/** What is known of each file before it is opened: what is said of it, else what is said of all. */
export async function saidOf({
  source,
  queue,
  zone = COPENHAGEN,
  each = {},
}: LoadOptions): Promise<(path: string) => Pick<LoadContext, 'destination' | 'queue' | 'zone'>> {
  const named = async (name: string | undefined): Promise<Destination | null> =>
    name === undefined ? null : destinationNamed(name);
  const all = { destination: await named(source), queue: queue ?? null, zone };
  const own = new Map<string, typeof all>();
  for (const [path, said] of Object.entries(each)) {
    own.set(path, {
      destination: (await named(said.source)) ?? all.destination,
      queue: said.queue ?? all.queue,
      zone: said.zone === undefined ? all.zone : zoneNamed(said.zone),
    });
  }
  return (path) => own.get(path) ?? all;
}
