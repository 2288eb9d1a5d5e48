import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SourceList } from '../../../server/contract/uploads.ts';
import { act } from '../../act.ts';

interface Sources {
  sources: SourceList['sources'];
  /** A table's or platform's name in the reader's language; else its title, or the code as it is. */
  nameOf(code: string): string;
}

/** What a file may be said to be. */
export function useSources(): Sources {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['sources'],
    queryFn: () => act('sources', {}, null),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const sources = data?.sources ?? [];
  return {
    sources,
    nameOf(code) {
      const title = sources.find(({ name }) => name === code)?.title;
      return title == null
        ? t(`table.${code as 'runs'}`, { defaultValue: code })
        : t(`source.${code as 'n8n'}`, { defaultValue: title });
    },
  };
}
