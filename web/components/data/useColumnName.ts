import { useTranslation } from 'react-i18next';
import type { MappingForm } from '../../../server/contract/mappings.ts';

/** What one of a table's columns is called in the reader's language. */
export function useColumnName({ table, needs }: MappingForm): (name: string) => string {
  const { t, i18n } = useTranslation();
  return (name) => {
    const danish = needs.find((need) => need.name === name)?.danish ?? name;
    const words = (i18n.language === 'en' ? name : danish).replaceAll('_', ' ');
    const usual = words.charAt(0).toUpperCase() + words.slice(1);
    return table === 'runs' ? t(`mapping.runs.${name as 'robot'}`, { defaultValue: usual }) : usual;
  };
}
