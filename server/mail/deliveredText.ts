import type { Delivered } from './deliver.ts';

/** What became of some letters, for who runs the server; null when there was nothing to send. */
export function deliveredText(delivered: Delivered | null): string | null {
  if (delivered === null) return 'another server is sending.';
  const { sent, failed } = delivered;
  if (sent.length === 0 && failed.length === 0) return null;
  const failures = failed.map(({ letter, why }) => `${letter.to.address}: ${why}`);
  const count =
    failures.length === 0 ? '' : `, ${failures.length} not sent, which are tried again next time:`;
  return [`${sent.length} sent${count || '.'}`, ...failures].join('\n  ');
}
