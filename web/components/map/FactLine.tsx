import type { ExplainedFigure } from '../../../server/contract/explanations.ts';
import { Explained } from '../explain/Explained.tsx';
import { Sentence } from '../Sentence.tsx';
import type { Fact } from './nodeFacts.ts';

interface Props {
  fact: Fact;
  /** The name of what it is about. */
  label: string;
  project: string;
  benefit?: string | undefined;
  goal?: string | undefined;
  until?: string | null | undefined;
}

/** A line of figures, each of which opens how it was calculated. */
export function FactLine({ fact, label, project, benefit, goal, until }: Props) {
  const names = Object.keys(fact.put) as ExplainedFigure[];
  const put = Object.fromEntries(
    names.map((figure) => [
      figure,
      <Explained
        key={figure}
        figure={figure}
        label={label}
        project={project}
        benefit={benefit}
        until={until}
        choice={goal === undefined ? undefined : { goal }}
      >
        {fact.put[figure] ?? ''}
      </Explained>,
    ]),
  );
  return <Sentence<string> text={(marks) => fact.text(marks)} put={put} />;
}
