import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CardChoices } from '../../../server/contract/card.ts';

/** The way to the cards that were set aside; nothing where there are none. */
export function ArchivedList({ project, archived }: { project: string; archived: CardChoices['archived'] }) {
  const { t } = useTranslation();
  if (archived.length === 0) return null;
  return (
    <details className="form-more">
      <summary>{t('card.archivedOnes')}</summary>
      <ul>
        {archived.map(({ benefit, name }) => (
          <li key={benefit}>
            <Link to="/projekt/$project/gevinst/$benefit" params={{ project, benefit }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
