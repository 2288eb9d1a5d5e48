import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RobotChoices } from '../../../server/contract/robotWork.ts';
import type { QueueSaid } from '../../../server/contract/uploads.ts';
import { MunicipalityField } from './MunicipalityField.tsx';

interface Props {
  queue: string;
  said: QueueSaid | null;
  choices: RobotChoices;
  /** Whether robots are made for queues of which nothing is said. */
  creates: boolean;
  choose: (said: QueueSaid | null) => void;
}

/** What one queue is: a robot that is there, or one that is made in a project. */
export function QueueField({ queue, said, choices, creates, choose }: Props) {
  const { t } = useTranslation();
  const isOwn = said !== null && said.robot === undefined && said.project === undefined;
  return (
    <>
      <NativeSelect
        aria-label={t('intake.queues.what', { queue })}
        value={chosenOf(said)}
        onChange={({ currentTarget }) => choose(saidBy(currentTarget.value))}
        data={[
          { value: '', label: t(creates ? 'intake.queues.asAll' : 'intake.queues.refuse') },
          {
            group: t('intake.queues.isRobot'),
            items: choices.robots.map(({ robot, name, projectName }) => ({
              value: `robot:${robot}`,
              label: name === projectName ? name : `${name} (${projectName})`,
            })),
          },
          {
            group: t('intake.queues.makeIn'),
            items: [
              { value: 'own', label: t('intake.queues.own', { queue }) },
              ...choices.projects.map(({ project, name }) => ({ value: `project:${project}`, label: name })),
            ],
          },
        ]}
      />
      {isOwn ? (
        <MunicipalityField
          label={t('intake.queues.projectMunicipality')}
          value={said.municipality ?? ''}
          choose={(municipality) => choose(municipality === '' ? {} : { municipality })}
        />
      ) : null}
    </>
  );
}

function chosenOf(said: QueueSaid | null): string {
  if (said === null) return '';
  if (said.robot !== undefined) return `robot:${said.robot}`;
  return said.project === undefined ? 'own' : `project:${said.project}`;
}

function saidBy(value: string): QueueSaid | null {
  if (value === '') return null;
  if (value === 'own') return {};
  const [kind = '', code] = [value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1)];
  return kind === 'robot' ? { robot: code } : { project: code };
}
