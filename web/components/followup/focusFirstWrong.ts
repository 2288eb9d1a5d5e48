import type { RefObject } from 'react';

/** Puts the focus in a form's first field that is marked as wrong, once the marks are there. */
export function focusFirstWrong(form: RefObject<HTMLElement | null>): void {
  requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
