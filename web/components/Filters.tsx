import { Button, NativeSelect } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Portfolio } from '../../server/contract/portfolio.ts';
import { MonthChoice } from './MonthChoice.tsx';

const CHOICES = ['municipality', 'department', 'field', 'technology', 'stage'] as const;
const ALL = [...CHOICES, 'from', 'until'] as const;

/** The overview's filters; they live in the address, so that a link shows the same page. */
export function Filters({ portfolio }: { portfolio: Portfolio }) {
  const { t } = useTranslation();
  const search = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  const set = (name: (typeof ALL)[number], value: string) =>
    navigate({ search: (before) => changed(before, name, value), resetScroll: false });
  const used = ALL.some((name) => search[name] !== undefined);
  const years = spanOf(portfolio);
  return (
    <form className="filters" aria-label={t('filters.title')} onSubmit={(event) => event.preventDefault()}>
      {CHOICES.map((name) => (
        <NativeSelect
          key={name}
          size="sm"
          label={t(`filters.${name}`)}
          value={search[name] ?? ''}
          onChange={(event) => set(name, event.currentTarget.value)}
          data={[
            { value: '', label: t('filters.all') },
            ...withChosen(portfolio.filters[name], search[name]).map((option) => ({
              value: option.value,
              label: `${name === 'stage' ? t(`stage.${option.label as 'operation'}`) : option.label} (${option.projects})`,
            })),
          ]}
        />
      ))}
      <MonthChoice
        label={t('filters.from')}
        none={t('filters.start')}
        {...years}
        value={search.from}
        edge="first"
        onChange={(value) => set('from', value)}
      />
      <MonthChoice
        label={t('filters.until')}
        none={t('filters.latest')}
        {...years}
        value={search.until}
        edge="last"
        onChange={(value) => set('until', value)}
      />
      {used ? (
        <Button
          variant="subtle"
          size="sm"
          className="clear"
          onClick={() =>
            navigate({
              search: { rank: search.rank, by: search.by, view: search.view },
              resetScroll: false,
            })
          }
        >
          {t('filters.clear')}
        </Button>
      ) : null}
    </form>
  );
}

/** The address after a choice. One end of the period chosen past the other lets the other go. */
function changed<T extends object>(before: T, name: (typeof ALL)[number], value: string): T {
  const after: T & { from?: string; until?: string } = { ...before, [name]: value || undefined };
  const crossed = after.from && after.until && after.from > after.until;
  return crossed ? { ...after, [name === 'from' ? 'until' : 'from']: undefined } : after;
}

/** A value from the address that no project has is still shown as chosen, so that it can be seen and cleared. */
function withChosen(options: Portfolio['filters']['stage'], chosen: string | undefined) {
  if (!chosen || options.some((option) => option.value === chosen)) return options;
  return [...options, { value: chosen, label: chosen, projects: 0 }];
}

function spanOf(portfolio: Portfolio): { first: string; last: string } {
  const last = portfolio.horizon ?? portfolio.first ?? '2020-12';
  return { first: portfolio.first ?? last, last };
}
