import { useTranslation } from 'react-i18next';
import { ROLES, type Role } from '../../../server/domain/codes.ts';

/** What each input of a method is called until someone says otherwise, and its unit; an indicator has no usual name. */
export function useInputNames(): Record<Role, { name: string; unit: string }> {
  const { t } = useTranslation();
  const named = (role: Role) =>
    role === 'indicator'
      ? { name: '', unit: '' }
      : { name: t(`card.input.${role}.name`), unit: t(`card.input.${role}.unit`) };
  return Object.fromEntries(ROLES.map((role) => [role, named(role)])) as ReturnType<typeof useInputNames>;
}
