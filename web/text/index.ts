import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { da } from './da.ts';

export type Language = 'da' | 'en';
const KEPT = 'gevinst-language';

const first: Language = localStorage.getItem(KEPT) === 'en' ? 'en' : 'da';

i18next.use(initReactI18next).init({
  lng: 'da',
  fallbackLng: 'da',
  resources: { da: { translation: da } },
  interpolation: { escapeValue: false },
});

/** Changes the language and keeps the choice; English is fetched when it is first wanted. */
export async function setLanguage(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    i18next.addResourceBundle('en', 'translation', (await import('./en.ts')).en);
  }
  localStorage.setItem(KEPT, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

/** The texts of the language that was chosen last time. */
export const textsReady = setLanguage(first);

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof da };
  }
}
