import { type OptionsFilter, Select } from '@mantine/core';
import '@mantine/core/styles/ScrollArea.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/CloseButton.css';
import '@mantine/core/styles/Combobox.css';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BenefitEntry } from '../../../server/contract/card.ts';
import { copyGroups, searchedGroups } from './copyGroups.ts';

interface Props {
  project: string;
  copy: string | undefined;
  benefits: readonly BenefitEntry[];
}

/** More than these nobody reads down; they are searched for. */
const MOST_SHOWN = 100;

const bySearch: OptionsFilter = ({ options, search }) =>
  searchedGroups(
    options.filter((option) => 'group' in option),
    search,
  );

/** Which benefit a new one begins from: searched for by its name, its project's or the municipality's. */
export function CopyChoice({ project, copy, benefits }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const groups = useMemo(() => copyGroups(benefits), [benefits]);
  return (
    <div className="copy-choice">
      <Select
        label={t('card.copyFrom')}
        description={t('card.copyHint')}
        placeholder={t('card.copyNone')}
        nothingFoundMessage={t('card.copyNothing')}
        data={groups}
        filter={bySearch}
        limit={MOST_SHOWN}
        maxDropdownHeight={320}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('card.copyNone') }}
        value={copy ?? null}
        onChange={(benefit) =>
          navigate({
            to: '/projekt/$project/ny-gevinst',
            params: { project },
            search: benefit === null ? {} : { copy: benefit },
          })
        }
      />
    </div>
  );
}
