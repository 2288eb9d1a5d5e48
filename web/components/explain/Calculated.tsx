import { lazy, Suspense, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { areasReady } from '../../text/index.ts';
import type { CalculatedFigure } from './CalculatedDialog.tsx';

const CalculatedDialog = lazy(async () => {
  await areasReady();
  return { default: (await import('./CalculatedDialog.tsx')).CalculatedDialog };
});

/** A figure whose formula is of numbers that the page has: opens the formula with the numbers put in. */
export function Calculated({ children, ...figure }: CalculatedFigure & { children: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="explained"
        aria-haspopup="dialog"
        aria-label={t('explain.open', { label: figure.label, value: children })}
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      {open
        ? createPortal(
            <Suspense fallback={null}>
              <CalculatedDialog figure={figure} close={() => setOpen(false)} />
            </Suspense>,
            document.body,
          )
        : null}
    </>
  );
}
