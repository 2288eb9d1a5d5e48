import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ProjectSeries } from '../../server/contract/report.ts';
import { MonthChoice } from './MonthChoice.tsx';

/** The last month that a project's figures count. */
export function UntilChoice({ series }: { series: ProjectSeries }) {
  const { t } = useTranslation();
  const { until } = useSearch({ from: '/projekt/$project' });
  const navigate = useNavigate({ from: '/projekt/$project' });
  const first = series.months[0]?.month;
  if (!first || !series.horizon) return null;
  return (
    <div className="until-choice">
      <MonthChoice
        label={t('filters.until')}
        none={t('filters.latest')}
        first={first}
        last={series.horizon}
        value={until}
        edge="last"
        onChange={(value) =>
          navigate({ search: (b) => ({ ...b, until: value || undefined }), resetScroll: false })
        }
      />
    </div>
  );
}
