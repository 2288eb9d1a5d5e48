import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { da } from './da.ts';
import { en } from './en.ts';

export type Language = 'da' | 'en';
const KEPT = 'gevinst-language';

const first: Language = localStorage.getItem(KEPT) === 'en' ? 'en' : 'da';
document.documentElement.lang = first;

i18next.use(initReactI18next).init({
  lng: first,
  fallbackLng: 'da',
  resources: { da: { translation: da }, en: { translation: en } },
  interpolation: { escapeValue: false },
  // Our keys are sentences' names with points in them, nested one level.
  returnNull: false,
});

export function setLanguage(language: Language): void {
  localStorage.setItem(KEPT, language);
  document.documentElement.lang = language;
  i18next.changeLanguage(language);
}

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof da };
  }
}
