import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { QueueSaid } from '../server/contract/uploads.ts';
import { GevinstError } from '../server/errors.ts';
import type { LoadOptions } from './load.ts';
import { municipalityOf } from './sources/canonical/municipalities.ts';
import type { NewRobots } from './write/robots.ts';

/**
 * What becomes of queues that no robot has; null where their rows are refused.
 * @throws GevinstError `bad-parameter` for a municipality that there is not
 */
export function newRobotsOf({ createRobots = false, ...options }: LoadOptions): NewRobots | null {
  const queues = new Map(
    Object.entries(options.queues ?? {}).map(([queue, { robot = null, project = null, municipality }]) => [
      queue,
      { robot, project, municipality: named(municipality) },
    ]),
  );
  if (!createRobots && queues.size === 0) return null;
  const { project = null, municipality } = options;
  return { all: createRobots, project, municipality: named(municipality), queues };
}

/** @throws GevinstError `bad-parameter` */
function named(municipality: string | undefined): NewRobots['municipality'] {
  if (municipality === undefined) return null;
  const found = municipalityOf(municipality);
  if ('municipality' in found) return found;
  throw new GevinstError(
    'bad-parameter',
    `There is no municipality ${municipality}. Expected ${found.expected}.`,
  );
}

/** Reads what is said of single queues. @throws GevinstError `bad-parameter` */
export async function readQueues(path: string): Promise<Record<string, QueueSaid>> {
  try {
    return z.record(z.string(), QueueSaid).parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    const expected = 'Expected JSON such as {"QUEUE": {"robot": "R1"}, "OTHER": {"project": "P1"}}.';
    throw new GevinstError(
      'bad-parameter',
      `Cannot read --queues ${path}: ${(error as Error).message} ${expected}`,
    );
  }
}
