import type { ReactNode } from 'react';
import { useCardDraft } from './useDraft.ts';

interface Props {
  /** Which field of the card this is: what is wrong with it is shown in it. */
  at: string;
  children: (error: string | undefined) => ReactNode;
}

/** The place of one field in a card's form. */
export function Spot({ at, children }: Props) {
  const { error } = useCardDraft();
  return (
    <div className="form-spot" data-field={at}>
      {children(error(at))}
    </div>
  );
}
