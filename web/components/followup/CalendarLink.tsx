import { Button, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { calendar } from '../../../server/contract/calendar.ts';
import '../../style/calendar.css';

const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** Where to subscribe to the follow-ups of an owner, or of all, in a calendar of one's own. */
export function CalendarLink({ owner }: { owner?: string | undefined }) {
  const { t } = useTranslation();
  const { copy, copied } = useClipboard({ timeout: 4000 });
  const query = owner === undefined ? '' : `?${new URLSearchParams({ owner })}`;
  const address = `${window.location.origin}${calendar.path}${query}`;
  return (
    <section className="calendar-link" aria-label={t('edit.calendar.title')}>
      <h2>{t('edit.calendar.title')}</h2>
      <p>
        {t('edit.calendar.hint')} {owner === undefined ? t('edit.calendar.all') : null}
      </p>
      <div className="calendar-address">
        <TextInput
          label={t('edit.calendar.address')}
          value={address}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button variant="default" onClick={() => copy(address)}>
          {t('edit.calendar.copy')}
        </Button>
      </div>
      <p className="calendar-ways">
        <a href={address.replace(/^https?:/, 'webcal:')}>{t('edit.calendar.subscribe')}</a>
        <a href={address}>{t('edit.calendar.download')}</a>
        <span role="status">{copied ? t('edit.calendar.copied') : ''}</span>
      </p>
      {LOCAL.test(window.location.hostname) ? (
        <p className="calendar-local">{t('edit.calendar.local')}</p>
      ) : null}
    </section>
  );
}
