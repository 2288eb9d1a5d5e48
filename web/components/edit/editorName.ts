const KEPT = 'gevinst-editor';

/** The name that this browser's user has given, for the history of changes; empty until it is given. */
export function editorName(): string {
  return localStorage.getItem(KEPT) ?? '';
}

export function keepEditorName(name: string): void {
  localStorage.setItem(KEPT, name.trim());
}
