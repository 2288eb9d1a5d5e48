import { GevinstError } from '../errors.ts';

/** What a change was of, and what was before it. */
export interface Restored {
  project: string;
  key: string;
  content: object | null;
  /** Whether there was anything after the change. */
  left: boolean;
}

/**
 * Why what was before a change cannot be put back: it has been moved or removed since (`moved`), another is in its place
 * (`taken`), it belongs to something that is gone (`gone`) or closed, it no longer fits what it is of, or it is there
 * already (`same`).
 */
const WHY = {
  moved: 'It has been moved or removed since. Go back from that change instead.',
  taken: 'Another one is in its place now. Move or remove that first.',
  gone: 'What it was of is no longer there.',
  closed: 'The follow-up of the benefit has been ended since. Reopen it first.',
  unfit: 'It no longer fits what it is of, which has been changed since.',
  same: 'It says so already.',
} as const;

/** What is said when a change cannot be undone; `day` is that of what stands in the way, `reason` in more words. */
export function notRestorable(
  why: keyof typeof WHY,
  { day, reason }: { day?: string; reason?: string } = {},
): GevinstError {
  const message = [WHY[why], reason].filter(Boolean).join(' ');
  return new GevinstError('cannot-restore', message, { why, day: day ?? null });
}

/** An edit's own refusal as one of going back: what it says stands in the way came after the change. */
export function asNotRestorable(error: unknown): unknown {
  if (!(error instanceof GevinstError)) return error;
  if (error.code === 'not-found') return notRestorable('gone', { reason: error.message });
  return error.code === 'bad-parameter' ? notRestorable('unfit', { reason: error.message }) : error;
}
