import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Says that a benefit was followed up on, since it may have left its place in the list; and what to call when it was. */
export function useSaved(): { notice: ReactNode; saved: (name: string) => void } {
  const { t } = useTranslation();
  const [name, setName] = useState<string | null>(null);
  return {
    notice: (
      <p className="followup-saved" role="status">
        {name === null ? null : t('followup.saved', { name })}
      </p>
    ),
    saved: setName,
  };
}
