import type { ReactNode } from 'react';
import type { ExplainedFigure } from '../../server/contract/explanations.ts';
import type { Reason } from '../../server/domain/codes.ts';
import { Explained } from './explain/Explained.tsx';
import { Unknown } from './Unknown.tsx';

interface Props {
  label: string;
  value: number | string | null;
  text: (value: never) => string;
  reason?: Reason | undefined;
  note?: ReactNode;
  /** Which figure it is, so that it opens how it was calculated; of a benefit where that is given. */
  figure?: ExplainedFigure;
  project?: string;
  benefit?: string;
  /** Of other months than the page's. */
  from?: string;
  until?: string;
}

/** A named figure of the page: its value, or that it is unknown and why. */
export function Figure({ label, value, text, reason, note, figure, ...of }: Props) {
  return (
    <div className="figure">
      <dt>{label}</dt>
      <dd>
        {value === null ? (
          <Unknown reason={reason} figure={figure} label={label} {...of} />
        ) : (
          <strong>
            {figure === undefined ? (
              text(value as never)
            ) : (
              <Explained figure={figure} label={label} {...of}>
                {text(value as never)}
              </Explained>
            )}
          </strong>
        )}
        {note && value !== null ? <small>{note}</small> : null}
      </dd>
    </div>
  );
}
