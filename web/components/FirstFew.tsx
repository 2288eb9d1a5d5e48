import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

const FEW = 5;

/** A list that shows its first few, and all when asked. */
export function FirstFew<T>({ items, children }: { items: readonly T[]; children: (item: T) => ReactNode }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  return (
    <>
      <ul>{(all ? items : items.slice(0, FEW)).map(children)}</ul>
      {items.length > FEW ? (
        <Button variant="subtle" size="sm" className="more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('due.fewer') : t('due.all', { count: items.length })}
        </Button>
      ) : null}
    </>
  );
}
