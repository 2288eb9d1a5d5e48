import { useTranslation } from 'react-i18next';
import type { Project } from '../../server/contract/projects.ts';
import * as format from '../format.ts';

/** Who, where, since when: a project's facts. What is not known is left out. */
export function FactBox({ project }: { project: Project }) {
  const { t, i18n } = useTranslation();
  const day = (value: string | null) => (value === null ? null : format.day(value, i18n.language));
  const facts: [string, string | null][] = [
    [t('facts.municipality'), project.municipalityName],
    [t('facts.department'), project.departmentName],
    [t('facts.field'), project.field],
    [t('facts.technology'), project.technology],
    [t('facts.stage'), project.stage === null ? null : t(`stage.${project.stage}`)],
    [t('facts.started'), day(project.started)],
    [t('facts.live'), day(project.live)],
    [t('facts.ended'), day(project.ended)],
    [t('facts.owner'), project.owner],
    [t('facts.contact'), project.contact],
    [t('facts.goal'), project.goal],
    [t('facts.robots'), project.robots === 0 ? null : format.count(project.robots)],
  ];
  return (
    <dl className="facts" aria-label={t('facts.title')}>
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
