import { useTranslation } from 'react-i18next';
import type { Told } from '../../../server/contract/uploads.ts';
import * as format from '../../format.ts';

/** What is to be known of a file as a whole, a sentence each, in the reader's language where the kind is known. */
export function ToldNotes({ told }: { told: readonly Told[] }) {
  const { t } = useTranslation();
  const sentence = ({ code, values, text }: Told) => {
    const { count, role, record } = values;
    return t(`told.note.${code as 'empty-list'}`, {
      ...values,
      ...(typeof count === 'number' ? { n: format.count(count) } : {}),
      ...(record === undefined ? {} : { context: 'record' }),
      ...(role === undefined ? {} : { needs: t(`told.needs.${role as 'volume'}`) }),
      defaultValue: text,
    });
  };
  return told.map((one) => (
    <p key={one.text} className="quiet">
      {sentence(one)}
    </p>
  ));
}
