import { useTranslation } from 'react-i18next';

/** The zones that are likely here: a server's, and those of the realm. */
export const ZONES = ['Europe/Copenhagen', 'UTC', 'Atlantic/Faroe', 'America/Nuuk'] as const;

/** A zone's name in the reader's language; of others the name in the world's list of zones. */
export function useZoneName(): (zone: string) => string {
  const { t } = useTranslation();
  return (zone) => t(`zone.${zone as 'UTC'}`, { defaultValue: zone });
}
