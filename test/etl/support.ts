import { fileURLToPath } from 'node:url';

/** The path of a file or folder in fixtures/. */
export function fixture(path: string): string {
  return fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url));
}

/** When and by whom the tests load: 1 June 2025. */
export const LOADED = { by: 'test', now: () => 1_748_736_000 };
