import { useBlocker } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** Asks before what is typed is left unsaved; what it gives is called once it is saved. */
export function useUnsaved(dirty: boolean): () => void {
  const { t } = useTranslation();
  const saved = useRef(false);
  const unsaved = () => dirty && !saved.current;
  useBlocker({
    shouldBlockFn: () => unsaved() && !window.confirm(t('card.leave')),
    enableBeforeUnload: unsaved,
  });
  return () => {
    saved.current = true;
  };
}
