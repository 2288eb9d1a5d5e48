import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../server/domain/codes.ts';
import { inputOfChoice, judgedRoleOf, targetDrafts } from './draft.ts';
import { useCardDraft } from './useDraft.ts';

/** Which other benefits use a measure that is chosen, and whether it has been changed since; with what it says now. */
export function SharedMeasure({ role }: { role: Role }) {
  const { t, i18n } = useTranslation();
  const { draft, choices, benefit, set, setInput } = useCardDraft();
  const { measure, revision } = draft.inputs[role];
  const found = choices.measures.find((m) => m.measure === measure);
  if (!found) return null;
  const others = found.usedBy.filter((b) => b.benefit !== benefit).map((b) => `“${b.name}”`);
  const takeUp = () => {
    setInput(role, inputOfChoice(found, role));
    if (role === judgedRoleOf(draft)) set({ targets: targetDrafts(found.targets) });
  };
  return (
    <>
      {others.length === 0 ? null : (
        <p className="quiet shared-measure">
          {t('card.usedBy', { names: new Intl.ListFormat(i18n.language).format(others) })}
        </p>
      )}
      {revision === '' || revision === found.revision ? null : (
        <p className="caution shared-measure" role="status">
          {t('card.measureChanged', { name: found.name })}{' '}
          <Button variant="default" size="compact-sm" onClick={takeUp}>
            {t('card.measureAnew')}
          </Button>
        </p>
      )}
    </>
  );
}
