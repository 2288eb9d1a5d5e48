/** The header with the editor's name, percent-encoded: who is written in the history. */
export const EDITOR_HEADER = 'X-Gevinst-Name';
