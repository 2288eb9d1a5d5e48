import { Button, Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api.ts';

interface Props<T> {
  query: UseQueryResult<T>;
  /** Roughly how tall the content will be, so that the page does not jump. */
  lines?: number;
  /** What to show in place of the general message when the thing asked for does not exist. */
  missing?: ReactNode;
  children: (answer: T) => ReactNode;
}

/** Decides in one place between loading, error, not found and content. */
export function Answered<T>({ query, lines = 6, missing, children }: Props<T>) {
  const { t } = useTranslation();
  if (query.data !== undefined && !(query.isError && query.isPlaceholderData)) {
    return (
      <div
        className="answered"
        aria-busy={query.isPlaceholderData}
        data-stale={query.isPlaceholderData || undefined}
      >
        {children(query.data)}
      </div>
    );
  }
  if (query.isError) {
    const { error } = query;
    const code = error instanceof ApiError ? error.code : 'internal';
    if (code === 'not-found' && missing) return missing;
    return (
      <section className="message" role="alert">
        <h2>{t('error.title')}</h2>
        <p>
          {code === 'unreachable' || code === 'other-version'
            ? t(`error.${code}`)
            : t('error.failed', { message: error.message })}
        </p>
        <Button
          onClick={() => (code === 'other-version' ? window.location.reload() : query.refetch())}
          loading={query.isFetching}
        >
          {t('error.retry')}
        </Button>
      </section>
    );
  }
  return <Loading lines={lines} />;
}

function Loading({ lines }: { lines: number }) {
  const { t } = useTranslation();
  const widths = ['60%', '85%', '75%', '92%', '40%', '80%'];
  return (
    <div className="loading" role="status">
      <span className="unseen">{t('loading')}</span>
      {Array.from({ length: lines }, (_, i) => widths[i % widths.length] ?? '80%').map((width, i) => (
        // The bars are all alike: their place is all there is to tell them apart by.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Skeleton key={i} height={i === 0 ? 36 : 16} mt={16} width={width} />
      ))}
    </div>
  );
}
