import { Button, SegmentedControl } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ProjectRow } from '../../server/contract/projects.ts';
import * as format from '../format.ts';
import { Explained } from './explain/Explained.tsx';
import { type RankBy, ranked } from './ranked.ts';
import { Unknown } from './Unknown.tsx';

const SHOWN = 10;
const TEXT = { net: format.money, hours: format.hours, roi: format.share };

/** Projects by what they were worth, the best first, those whose figure is unknown last. */
export function Ranking({ projects }: { projects: readonly ProjectRow[] }) {
  const { t } = useTranslation();
  const { rank = 'net', all: asked } = useSearch({ from: '/' });
  const all = asked !== undefined;
  const navigate = useNavigate({ from: '/' });
  const rows = ranked(projects, rank);
  const shown = all ? rows : rows.slice(0, SHOWN);
  const largest = Math.max(...rows.map((row) => Math.abs(row.value ?? 0)), 0);
  return (
    <section className="ranking" aria-labelledby="ranking">
      <div className="section-head">
        <h2 id="ranking">{t('ranking.title')}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t('ranking.by')}
          value={rank}
          onChange={(value) =>
            navigate({ search: (b) => ({ ...b, rank: value as RankBy }), resetScroll: false })
          }
          data={(['net', 'hours', 'roi'] as const).map((value) => ({ value, label: t(`ranking.${value}`) }))}
        />
      </div>
      <ol>
        {shown.map(({ project, value }) => (
          <li key={project.project}>
            <Link to="/projekt/$project" params={{ project: project.project }}>
              {project.name}
            </Link>
            <small>
              {[project.municipalityName, project.technology].filter(Boolean).join(' · ')}
              {isLacking(project, value, rank) ? <em> · {t('incomplete.short')}</em> : null}
            </small>
            <span className="value">
              {value === null ? (
                <Unknown
                  figure={rank}
                  label={`${t(`ranking.${rank}`)}, ${project.name}`}
                  project={project.project}
                  until={project.until}
                  reason={project.reasons[rank]}
                  brief
                />
              ) : (
                <Explained
                  figure={rank}
                  label={`${t(`ranking.${rank}`)}, ${project.name}`}
                  project={project.project}
                  until={project.until}
                >
                  {TEXT[rank](value)}
                </Explained>
              )}
            </span>
            <span className="bar" aria-hidden="true">
              {value === null || largest === 0 ? null : (
                <i
                  data-negative={value < 0 || undefined}
                  style={{ width: `${(Math.abs(value) / largest) * 100}%` }}
                />
              )}
            </span>
          </li>
        ))}
      </ol>
      {rows.length > SHOWN ? (
        <Button
          variant="subtle"
          size="sm"
          className="more"
          aria-expanded={all}
          onClick={() =>
            navigate({ search: (b) => ({ ...b, all: all ? undefined : 'true' }), resetScroll: false })
          }
        >
          {all ? t('ranking.fewer') : t('ranking.all', { count: rows.length })}
        </Button>
      ) : null}
    </section>
  );
}

/** Whether measurements are missing, and the row does not say already why its figure is unknown. */
function isLacking({ complete, reasons }: ProjectRow, value: number | null, rank: RankBy): boolean {
  return !complete && (value !== null || reasons[rank] === 'no-costs');
}
