import { useTranslation } from 'react-i18next';
import type { ExplainedFigure, ProjectChoice } from '../../server/contract/explanations.ts';
import type { Reason } from '../../server/domain/codes.ts';
import { ANSWERS } from './answering.ts';
import { Explained } from './explain/Explained.tsx';
import { restsOnCosts } from './withoutCosts.ts';

interface Props {
  reason: Reason | undefined;
  brief?: boolean;
  /** Why, where more is known of it than the reason. */
  said?: string | undefined;
  /** Which figure it is, and its name, so that it opens what is lacking; as of a figure that is known. */
  figure?: ExplainedFigure | undefined;
  label?: string;
  project?: string | undefined;
  benefit?: string | undefined;
  from?: string | undefined;
  until?: string | null | undefined;
  choice?: ProjectChoice | undefined;
}

/** A figure that is not there: what takes its place, or that it is unknown and why. */
export function Unknown({ reason, brief = false, said, figure, label = '', ...of }: Props) {
  const { t } = useTranslation();
  const why = said ?? (reason ? t(`reason.${reason}`) : '');
  // What to do about costs that are not registered is said of the costs.
  const opens = reason === 'no-costs' && figure !== undefined && restsOnCosts(figure) ? 'costs' : figure;
  const opened = (text: string) =>
    opens === undefined ? (
      text
    ) : (
      <Explained figure={opens} label={label} {...of}>
        {text}
      </Explained>
    );
  if (reason && ANSWERS.has(reason)) return <span className="unknown">{opened(why)}</span>;
  return (
    <span className="unknown" title={brief ? why : undefined}>
      {opened(t('unknown'))}
      {brief ? <span className="unseen">: {why}</span> : <small>{why}</small>}
    </span>
  );
}
