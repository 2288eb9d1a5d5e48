import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappingContent } from '../../../server/contract/mappings.ts';
import { ChoiceField, TextField } from '../edit/fields.tsx';
import { ZoneChoice } from './ZoneChoice.tsx';

interface Props {
  content: MappingContent;
  faults: Readonly<Record<string, string>>;
  change: (content: MappingContent) => void;
}

const DATES = ['d/M/yyyy', 'd.M.yyyy', 'd-M-yy', 'M/d/yyyy'];
const OTHER = 'other';

/** How the file writes numbers, days and times. */
export function MappingSettings({ content, faults, change }: Props) {
  const { t } = useTranslation();
  const { dates = '', decimal = '', zone = '' } = content;
  const [other, setOther] = useState(dates !== '' && !DATES.includes(dates));
  const set = (name: 'dates' | 'decimal' | 'zone', value: string) => {
    const { [name]: _, ...rest } = content;
    change(value === '' ? rest : { ...rest, [name]: value });
  };
  return (
    <div className="mapping-settings">
      <ChoiceField
        label={t('mapping.dates')}
        value={other ? OTHER : dates}
        onChange={(value) => {
          setOther(value === OTHER);
          set('dates', value === OTHER ? '' : value);
        }}
        options={[
          { value: '', label: t('mapping.datesUsual') },
          ...DATES.map((value) => ({ value, label: t(`mapping.datesAs.${value as 'd/M/yyyy'}`) })),
          { value: OTHER, label: t('mapping.datesOther') },
        ]}
      />
      {other ? (
        <div data-field="dates">
          <TextField
            label={t('mapping.datesFormat')}
            hint={t('mapping.datesHint')}
            error={faults.dates}
            value={dates}
            onChange={(value) => set('dates', value)}
          />
        </div>
      ) : null}
      <ChoiceField
        label={t('mapping.decimal')}
        value={decimal}
        onChange={(value) => set('decimal', value)}
        options={[
          { value: '', label: t('mapping.decimalUsual') },
          { value: ',', label: t('mapping.decimalComma') },
          { value: '.', label: t('mapping.decimalPoint') },
        ]}
      />
      <div data-field="zone">
        <ZoneChoice
          label={t('upload.zone')}
          value={zone}
          onChange={(value) => set('zone', value)}
          none={t('mapping.zoneUsual')}
          error={faults.zone}
        />
      </div>
    </div>
  );
}
