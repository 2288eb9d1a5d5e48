import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { ApiError } from '../../api.ts';
import { queryClient } from '../../api.ts';

/** An edit that is saved: while it is under way, what went wrong, and every page's figures fetched anew afterwards. */
export function useEdit<Given, Answer>(
  save: (given: Given) => Promise<Answer>,
  onSaved?: (answer: Answer) => void,
): UseMutationResult<Answer, ApiError, Given> {
  return useMutation<Answer, ApiError, Given>({
    mutationFn: save,
    onSuccess: async (answer) => {
      await refreshFigures();
      onSaved?.(answer);
    },
  });
}

const EXPLANATIONS = new Set<unknown>([
  'explanation',
  'explanations',
  'portfolioExplanation',
  'portfolioExplanations',
]);
const DRAWN_AFTER_MS = 50;

/** After the warehouse has changed: figures first, then how they are calculated, of those that are still on the page. */
export async function refreshFigures(): Promise<void> {
  const refresh = (explanations: boolean) =>
    queryClient.invalidateQueries({
      predicate: ({ queryKey: [name] }) => name !== 'upload' && EXPLANATIONS.has(name) === explanations,
    });
  await refresh(false);
  // A benefit that was set aside has left the page by then, and is not asked about.
  await new Promise((drawn) => setTimeout(drawn, DRAWN_AFTER_MS));
  await refresh(true);
}
