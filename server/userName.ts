import { userInfo } from 'node:os';

/** The machine's name for who runs this process: who loads and edits when no one says more. */
export function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container's user may have no name.
    return 'unknown';
  }
}
