import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';

interface Props {
  title: string;
  /** Called when it is left: by Escape, or by what is in it through `leave`. Not while `busy`. */
  close: () => void;
  busy?: boolean;
  wide?: boolean;
  children: (leave: () => void) => ReactNode;
}

/** An element and all that it is in, innermost first. */
function placesAround(element: Element | null): Element[] {
  return element === null ? [] : [element, ...placesAround(element.parentElement)];
}

/** What the dialog was opened from may be gone with what it changed: then the focus goes to what is left around it. */
function focusNear(around: readonly Element[]): void {
  if (document.activeElement !== document.body) return;
  const part = around.find((place) => place.isConnected)?.closest('article, section, main');
  part?.querySelector<HTMLElement>('a, summary, button:enabled')?.focus({ preventScroll: true });
}

/** A dialog over the page; the focus goes back to where it was when it is left. */
export function Dialog({ title, close, busy = false, wide = false, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const shown = dialog.current;
    const around = placesAround(document.activeElement);
    shown?.showModal();
    return () => {
      // Closed before it is gone, so that the focus goes back to where it was.
      shown?.close();
      setTimeout(() => focusNear(around));
    };
  }, []);
  const leave = () => {
    if (!busy) close();
  };
  return (
    <dialog
      ref={dialog}
      className={wide ? 'ask ask-wide' : 'ask'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children(leave)}
    </dialog>
  );
}
