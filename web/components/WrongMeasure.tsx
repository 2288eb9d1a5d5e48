import { useTranslation } from 'react-i18next';
import type { Benefit } from '../../server/contract/benefits.ts';
import { fitsAs } from '../../server/domain/inputFit.ts';

/** Which of a benefit's measures its method cannot reckon with, and what to do; nothing where that is not the reason. */
export function WrongMeasure({ benefit: { inputs, reasons } }: { benefit: Benefit }) {
  const { t } = useTranslation();
  if (reasons.gains !== 'wrong-measure') return null;
  const wrong = inputs.filter(
    (input, i) =>
      !fitsAs(input.role, { kind: input.per === null ? 'level' : 'flow', unit: input.unit }) &&
      inputs.findIndex(({ role }) => role === input.role) === i,
  );
  return wrong.map(({ role, name, unit }) => (
    <p key={role} className="caution">
      {t('benefits.wrongMeasure', { measure: name, unit, needed: t(`benefits.needed.${role}`) })}
    </p>
  ));
}
