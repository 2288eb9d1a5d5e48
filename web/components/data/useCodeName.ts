import { useTranslation } from 'react-i18next';

/** What a code is called in the reader's language, by its Danish name. */
export function useCodeName(): (code: string, danish: string) => string {
  const { i18n } = useTranslation();
  return (code, danish) => {
    const words = i18n.language === 'en' ? code.replaceAll('_', ' ') : danish;
    return words.charAt(0).toUpperCase() + words.slice(1);
  };
}
