import { useTranslation } from 'react-i18next';
import type { Brief } from '../../../server/contract/uploads.ts';
import * as format from '../../format.ts';

const MOST_PROJECTS = 6;

/** What is kept of a table, in a few figures: enough to see that its columns mean what they were taken for. */
export function BriefNote({ brief }: { brief: Brief }) {
  const { t, i18n } = useTranslation();
  const { from, until, outcomes, robots, moreRobots, kroner, projects } = brief;
  const day = (value: string) => format.day(value, i18n.language);
  const listed = (names: readonly string[], more = 0) =>
    [...names, ...(more > 0 ? [t('intake.brief.more', { n: format.count(more) })] : [])].join(', ');
  const facts: [string, string | null][] = [
    [
      t('intake.brief.period'),
      from === null || until === null ? null : from === until ? day(from) : `${day(from)} – ${day(until)}`,
    ],
    [
      t('intake.brief.outcomes'),
      listed(
        Object.entries(outcomes).map(
          ([name, runs]) => `${format.count(runs)} ${t(`intake.outcome.${name as 'success'}`)}`,
        ),
      ),
    ],
    [
      t('intake.brief.robots'),
      listed(
        robots.map(({ name, runs }) => `${name} (${format.count(runs)})`),
        moreRobots,
      ),
    ],
    [t('intake.brief.kroner'), kroner === null ? null : format.exactKroner(kroner)],
    [
      t('intake.brief.projects'),
      listed(
        projects.slice(0, MOST_PROJECTS).map(({ name }) => name),
        projects.length - MOST_PROJECTS,
      ),
    ],
  ];
  return (
    <dl className="brief">
      {facts.map(([name, value]) =>
        value === null || value === '' ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
