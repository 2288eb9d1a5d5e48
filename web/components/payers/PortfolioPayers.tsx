import type { PortfolioQuery } from '../../../server/contract/portfolio.ts';
import { useAsk } from '../../api.ts';
import { Answered } from '../Answered.tsx';
import { PayerMatrix } from './PayerMatrix.tsx';

/** Who pays and who gains, of the projects and months that the overview's filters leave. */
export function PortfolioPayers({ filters }: { filters: PortfolioQuery }) {
  const query = useAsk('portfolioPayers', {}, filters);
  return <Answered query={query}>{(payers) => <PayerMatrix payers={payers} />}</Answered>;
}
