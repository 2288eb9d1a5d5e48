import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MUNICIPALITIES } from '../../../server/domain/municipalities.ts';

const DANISH = new Intl.Collator('da');
const SORTED = [...MUNICIPALITIES].sort((a, b) => DANISH.compare(a.name, b.name));

interface Props {
  label: string;
  /** Its code; '' for none. */
  value: string;
  choose: (municipality: string) => void;
}

/** One of the 98 municipalities, or none yet. */
export function MunicipalityField({ label, value, choose }: Props) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      className="queue-municipality"
      label={label}
      value={value}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
      data={[
        { value: '', label: t('intake.queues.notSaid') },
        ...SORTED.map((m) => ({ value: m.municipality, label: m.name })),
      ]}
    />
  );
}
