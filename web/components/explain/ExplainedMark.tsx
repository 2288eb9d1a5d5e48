import type { ReactNode, SVGProps } from 'react';
import { useTranslation } from 'react-i18next';
import { type ExplainedProps, useExplanation } from './Explained.tsx';

interface Props {
  /** Which figure it is. */
  of: ExplainedProps;
  /** What it shows, for those who hear the page. */
  value: string;
  children: ReactNode;
}

/** A part of a drawn figure that opens how its number was calculated. */
export function ExplainedMark({ of, value, children, ...svg }: Props & SVGProps<SVGGElement>) {
  const { t } = useTranslation();
  const { open, dialog } = useExplanation(of);
  return (
    <>
      {/* SVG has no button of its own. */}
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <g
        {...svg}
        className="explained-mark"
        role="button"
        tabIndex={0}
        aria-haspopup="dialog"
        aria-label={t('explain.open', { label: of.label, value })}
        onClick={open}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          open();
        }}
      >
        {children}
      </g>
      {dialog}
    </>
  );
}
