import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useZoneName, ZONES } from './zones.ts';

interface Props {
  label: string;
  value: string;
  onChange: (zone: string) => void;
  /** What no choice means; without it one is chosen. */
  none?: string | undefined;
  error?: string | undefined;
}

const OTHER = 'other';

/** A choice of the likely time zones, or the name of any other. */
export function ZoneChoice({ label, value, onChange, none, error }: Props) {
  const { t } = useTranslation();
  const nameOf = useZoneName();
  const isListed = (zone: string) => zone === '' || ZONES.some((one) => one === zone);
  const [other, setOther] = useState(!isListed(value));
  return (
    <>
      <NativeSelect
        label={label}
        value={other ? OTHER : value}
        onChange={({ currentTarget: { value: chosen } }) => {
          setOther(chosen === OTHER);
          onChange(chosen === OTHER ? '' : chosen);
        }}
        data={[
          ...(none === undefined ? [] : [{ value: '', label: none }]),
          ...ZONES.map((zone) => ({ value: zone, label: nameOf(zone) })),
          { value: OTHER, label: t('upload.otherZone') },
        ]}
      />
      {other ? (
        <TextInput
          label={t('upload.zoneName')}
          placeholder="Europe/London"
          autoCapitalize="off"
          spellCheck={false}
          value={value}
          error={error}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ) : null}
    </>
  );
}
