import { useSyncExternalStore } from 'react';

const KEPT = 'gevinst-owner';
const listeners = new Set<() => void>();

/** Whose benefits this browser's user looks at; null until it is chosen, empty for those that no one owns. */
export function useKeptOwner(): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => localStorage.getItem(KEPT),
  );
}

/** Keeps the choice, or forgets it. */
export function keepOwner(owner: string | null): void {
  if (owner === null) localStorage.removeItem(KEPT);
  else localStorage.setItem(KEPT, owner);
  for (const listener of listeners) listener();
}
