import { QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import { type EndpointName, type Endpoints, endpoints } from '../server/contract/endpoints.ts';
import { Problem } from '../server/contract/problem.ts';

type Params<N extends EndpointName> = z.infer<Endpoints[N]['params']>;
type Query<N extends EndpointName> = z.infer<Endpoints[N]['query']>;
type Answer<N extends EndpointName> = z.infer<Endpoints[N]['answer']>;

/** What the server answered instead of data, or that it did not answer. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly details: NonNullable<Problem['error']['details']> = {},
  ) {
    super(message);
  }
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && error instanceof ApiError && error.code === 'unreachable',
    },
  },
});

/** Asks one endpoint of the contract; the answer is parsed by the same contract. */
export function useAsk<N extends EndpointName>(
  name: N,
  params: Params<N>,
  query: Query<N>,
): UseQueryResult<Answer<N>> {
  return useQuery<Answer<N>>({
    queryKey: [name, params, query],
    queryFn: ({ signal }) => fetchAnswer(name, params, query, signal),
    // While a filter changes, the page shows the figures it had; another project's are never shown.
    placeholderData: (previous, before) =>
      JSON.stringify(before?.queryKey[1]) === JSON.stringify(params) ? previous : undefined,
  });
}

async function fetchAnswer<N extends EndpointName>(
  name: N,
  params: Params<N>,
  query: Query<N>,
  signal: AbortSignal,
): Promise<Answer<N>> {
  const response = await fetch(addressOf(name, params, query), { signal }).catch((error: Error) => {
    if (error.name === 'AbortError') throw error;
    throw new ApiError('unreachable', error.message);
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw problemOf(response.status, body);
  const answer = endpoints[name].answer.safeParse(body);
  // A page that was open while Gevinst was updated asks for what is not answered any more.
  if (!answer.success) throw new ApiError('other-version', answer.error.message);
  return answer.data as Answer<N>;
}

/** What an answer that is no success says, as an error. */
export function problemOf(status: number, body: unknown): ApiError {
  const problem = Problem.safeParse(body);
  return problem.success
    ? new ApiError(problem.data.error.code, problem.data.error.message, problem.data.error.details)
    : new ApiError('internal', `HTTP ${status}`);
}

/** A path of the contract with its places filled in. */
export function pathOf(path: string, params: Record<string, string>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
}

function addressOf(name: EndpointName, params: Record<string, string>, query: object): string {
  const path = pathOf(endpoints[name].path, params);
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) =>
      typeof value === 'string' && value !== '' ? [[key, value]] : [],
    ),
  );
  return search.size > 0 ? `${path}?${search}` : path;
}
