import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { areas } from './da/areas.ts';
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

let areasWanted = false;
const withAreas = new Set<Language>();

/** Changes the language and keeps the choice; English is fetched when it is first wanted. */
export async function setLanguage(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    i18next.addResourceBundle('en', 'translation', (await import('./en.ts')).en);
  }
  if (areasWanted) await addAreas(language);
  localStorage.setItem(KEPT, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

/** Fetches the texts of the pages that are not part of the first one, in the language of the moment. */
export async function areasReady(): Promise<void> {
  areasWanted = true;
  await textsReady;
  await addAreas(i18next.language as Language);
}

async function addAreas(language: Language): Promise<void> {
  if (withAreas.has(language)) return;
  const { areas } = language === 'en' ? await import('./en/areas.ts') : await import('./da/areas.ts');
  i18next.addResourceBundle(language, 'translation', areas, true);
  withAreas.add(language);
}

/** The texts of the language that was chosen last time. */
export const textsReady = setLanguage(first);

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof da & typeof areas };
  }
}
