import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

const BY_HAND = 0;

/** The load that a row came with, as a link to it; or that it was entered by hand. */
export function Loaded({ load, file }: { load: number; file: string | null }) {
  const { t } = useTranslation();
  if (load === BY_HAND) return <>{t('explanation.rows.byHand')}</>;
  return (
    <>
      {file === null ? null : `${file}, `}
      <Link to="/data" search={{ load: String(load) }}>
        {t('explanation.rows.load', { load })}
      </Link>
    </>
  );
}
