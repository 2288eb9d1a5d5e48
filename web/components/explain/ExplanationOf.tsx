import type { Refers } from '../../../server/contract/explanations.ts';
import { useAsk } from '../../api.ts';
import { Answered } from '../Answered.tsx';
import type { Asked } from './Explained.tsx';
import { ExplanationBody } from './ExplanationBody.tsx';

interface Props {
  asked: Asked;
  follow: (refers: Refers, until: string | null) => void;
}

/** Fetches how a figure was calculated, and shows it. */
export function ExplanationOf({ asked, follow }: Props) {
  return asked.project === null ? (
    <OfPortfolio asked={asked} follow={follow} />
  ) : (
    <OfProject asked={asked} project={asked.project} follow={follow} />
  );
}

function OfPortfolio({ asked: { figure, query }, follow }: Props) {
  const answer = useAsk('portfolioExplanation', {}, { ...query, figure });
  return (
    <Answered query={answer}>
      {(e) => <ExplanationBody explanation={e} follow={(r) => follow(r, e.until)} />}
    </Answered>
  );
}

function OfProject({ asked, project, follow }: Props & { project: string }) {
  const { figure, benefit, query } = asked;
  const own = benefit === null ? {} : { benefit };
  const answer = useAsk('explanation', { project }, { ...query, ...own, figure });
  return (
    <Answered query={answer}>
      {(e) => <ExplanationBody explanation={e} follow={(r) => follow(r, e.until)} />}
    </Answered>
  );
}
