import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api.ts';

/** What went wrong and what to do, by its code; in the server's own words where there are no better. */
export function ProblemText({ error }: { error: Error | { code: string; message: string } }) {
  const { t } = useTranslation();
  const code = error instanceof ApiError || !(error instanceof Error) ? error.code : 'internal';
  return (
    <p className="caution" role="alert">
      {t(`problem.${code as 'internal'}`, {
        message: error.message,
        defaultValue: t('error.failed', { message: error.message }),
      })}
    </p>
  );
}
