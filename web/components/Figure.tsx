import type { ReactNode } from 'react';
import type { Reason } from '../../server/domain/codes.ts';
import { Unknown } from './Unknown.tsx';

interface Props {
  label: string;
  value: number | string | null;
  text: (value: never) => string;
  reason?: Reason | undefined;
  note?: ReactNode;
}

/** A named figure of the page: its value, or that it is unknown and why. */
export function Figure({ label, value, text, reason, note }: Props) {
  return (
    <div className="figure">
      <dt>{label}</dt>
      <dd>
        {value === null ? <Unknown reason={reason} /> : <strong>{text(value as never)}</strong>}
        {note && value !== null ? <small>{note}</small> : null}
      </dd>
    </div>
  );
}
