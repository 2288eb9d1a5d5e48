import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api.ts';
import { unreadableText } from './unreadableText.ts';

/** What went wrong and what to do, by its code; in the server's own words where there are no better. */
export function ProblemText({ error }: { error: Error | { code: string; message: string } }) {
  const { t, i18n } = useTranslation();
  const code = error instanceof ApiError || !(error instanceof Error) ? error.code : 'internal';
  const details = error instanceof ApiError ? error.details : {};
  const why = code === 'cannot-undo' && typeof details.why === 'string' ? details.why : null;
  if (why !== null) {
    return (
      <p className="caution" role="alert">
        {t(`undo.cannot.${why as 'kept'}`, {
          what: whatOf(String(details.what), t, i18n.language),
          defaultValue: t('problem.cannot-undo', { message: error.message }),
        })}
      </p>
    );
  }
  return (
    <p className="caution" role="alert">
      {t(`problem.${code as 'internal'}`, {
        message: unreadableText(t, details) || error.message,
        defaultValue: t('error.failed', { message: error.message }),
      })}
    </p>
  );
}

/** `benefits,followups` → `gevinster og opfølgninger`; what is no list of those is said as it is. */
function whatOf(what: string, t: TFunction, language: string): string {
  const names = what
    .split(',')
    .map((name) => t(`undo.what.${name as 'benefits'}`, { defaultValue: name.trim() }));
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : 'da-DK').format(names);
}
