import { createHash } from 'node:crypto';
import { GevinstError } from '../errors.ts';

/** What tells one content from another, whoever wrote it: an editor sends back the one that the edit began from. */
export function revisionOf(content: object): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(content)))
    .digest('base64url')
    .slice(0, 16);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, sorted(inner)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** @throws GevinstError `changed-meanwhile` if what is there is no longer what the editor saw */
export function requireRevision(current: object, seen: string, what: string): void {
  if (revisionOf(current) === seen) return;
  throw new GevinstError(
    'changed-meanwhile',
    `${what} has been changed by someone else meanwhile. Nothing was saved: see the new content, and make the change again.`,
    { what },
  );
}
