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

/** After the warehouse has changed. */
export function refreshFigures(): Promise<void> {
  return queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'upload' });
}
