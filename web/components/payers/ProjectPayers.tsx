import { useAsk } from '../../api.ts';
import { Answered } from '../Answered.tsx';
import { PayerMatrix } from './PayerMatrix.tsx';

/** Who pays for a project, and who gains by it. */
export function ProjectPayers({ project }: { project: string }) {
  const query = useAsk('projectPayers', { project }, {});
  return <Answered query={query}>{(payers) => <PayerMatrix payers={payers} />}</Answered>;
}
