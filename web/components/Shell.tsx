import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, setLanguage } from '../text/index.ts';

/** What is around every page: wordmark, pages, language, light or dark. */
export function Shell() {
  const { t } = useTranslation();
  const main = useFocusOnNewPage();
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
          <Link to="/mine-gevinster">{t('shell.mine')}</Link>
          <Link to="/maal">{t('shell.goals')}</Link>
          <Link to="/data">{t('data.title')}</Link>
        </nav>
        <Preferences />
      </header>
      <main ref={main} id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="colophon">{t('shell.colophon')}</footer>
    </>
  );
}

/** What was clicked is gone with its page: the focus goes to the next page's content, not to the top of the window. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const from = useRef<string>(undefined);
  useEffect(() => {
    const first = from.current === undefined;
    from.current = path;
    if (!first && !main.current?.contains(document.activeElement)) {
      main.current?.focus({ preventScroll: true });
    }
  }, [path]);
  return main;
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
