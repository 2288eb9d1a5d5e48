import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Language, setLanguage } from '../text/index.ts';

/** What is around every page: wordmark, pages, language, light or dark. */
export function Shell() {
  const { t } = useTranslation();
  return (
    <>
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <header className="masthead">
        <Link to="/" className="wordmark" aria-label={t('shell.home')}>
          Gevinst
        </Link>
        <nav aria-label={t('shell.pages')}>
          <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
            {t('overview.title')}
          </Link>
          <Link to="/data">{t('data.title')}</Link>
        </nav>
        <Preferences />
      </header>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="colophon">{t('shell.colophon')}</footer>
    </>
  );
}

function Preferences() {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className="preferences">
      <SegmentedControl
        size="xs"
        aria-label={t('shell.language')}
        value={i18n.language}
        onChange={(value) => setLanguage(value as Language)}
        data={[
          { value: 'da', label: 'Dansk' },
          { value: 'en', label: 'English' },
        ]}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('shell.scheme')}
        value={colorScheme}
        onChange={setColorScheme}
        data={[
          { value: 'light', label: t('shell.light') },
          { value: 'dark', label: t('shell.dark') },
          { value: 'auto', label: t('shell.auto') },
        ]}
      />
    </div>
  );
}
