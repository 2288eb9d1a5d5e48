import type { Unreadable, UnreadableValues } from '../server/contract/unreadable.ts';
import { GevinstError } from '../server/errors.ts';

/**
 * That a file cannot be read as it is, or not by the mapping that is to read it.
 * @param message why, in the words of the command line
 * @param values what the page's sentence for it names
 */
export function unreadableFile<Why extends Unreadable>(
  why: Why,
  message: string,
  values: UnreadableValues<Why>,
  code: 'unreadable-file' | 'too-large' | 'bad-mapping' = 'unreadable-file',
): GevinstError {
  return new GevinstError(code, message, { why, ...values });
}
