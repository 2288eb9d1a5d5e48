import '../../style/robotWork.css';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectWork, RobotWork as Robot } from '../../../server/contract/robotWork.ts';
import { useAsk } from '../../api.ts';
import * as format from '../../format.ts';
import { Answered } from '../Answered.tsx';
import { Figure } from '../Figure.tsx';
import { WorkLoads } from './WorkLoads.tsx';
import { WorkTable } from './WorkTable.tsx';

const SHOWN_QUESTIONS = 3;
const SHOWN_MONTHS = 12;

/** What a project's robots did, whatever it is worth: counted from their transactions, with or without a benefit. */
export function RobotWork({ project }: { project: string }) {
  const query = useAsk('robotWork', { project }, {});
  return (
    <Answered query={query} lines={4}>
      {(work) => <Work project={project} answer={work} />}
    </Answered>
  );
}

function Work({ project, answer }: { project: string; answer: ProjectWork }) {
  const { t, i18n } = useTranslation();
  const [all, setAll] = useState(false);
  const { robots, work, months } = answer;
  const lacking = robots.filter((robot) => !robot.counted && robot.work.runs > 0);
  const month = (value: string | undefined) =>
    value === undefined ? '' : format.month(value, i18n.language);
  const [first, last] = [month(months[0]?.month), month(months.at(-1)?.month)];
  const newest = months.toReversed();
  const period = first === last ? first : `${first} – ${last}`;
  return (
    <section className="robot-work" aria-labelledby="robot-work">
      <h2 id="robot-work">{t(robots.length === 1 ? 'robotWork.titleOne' : 'robotWork.title')}</h2>
      {work.runs === 0 ? (
        <p className="quiet">{t('robotWork.none')}</p>
      ) : (
        <>
          <p className="quiet">
            {t(lacking.length > 0 ? 'robotWork.from' : 'robotWork.fromCounted', { period })}
          </p>
          <Figures work={work} />
          <Lacking project={project} lacking={lacking} only={robots.length === 1} />
          {robots.length > 1 ? (
            <WorkTable
              of={t('robotWork.robot')}
              rows={robots.map((robot) => ({ key: robot.robot, name: robot.name, work: robot.work }))}
            />
          ) : null}
          <WorkTable
            of={t('robotWork.month')}
            rows={(all ? newest : newest.slice(0, SHOWN_MONTHS)).map((m) => ({
              key: m.month,
              name: month(m.month),
              work: m,
            }))}
          />
          {months.length > SHOWN_MONTHS ? (
            <Button variant="subtle" size="sm" className="more" onClick={() => setAll(!all)}>
              {all ? t('robotWork.fewer') : t('robotWork.all', { count: months.length })}
            </Button>
          ) : null}
          <WorkLoads project={project} />
        </>
      )}
    </section>
  );
}

function Figures({ work }: { work: ProjectWork['work'] }) {
  const { t } = useTranslation();
  const { runs, succeeded, share, hours, timed } = work;
  const known = { timed: format.count(timed), runs: format.count(runs) };
  return (
    <dl className="figures">
      <Figure label={t('robotWork.runs')} value={runs} text={format.count} />
      <Figure
        label={t('robotWork.succeeded')}
        value={succeeded}
        text={format.count}
        note={share === null ? null : format.share(share)}
      />
      {hours === null ? (
        <div className="figure">
          <dt>{t('robotWork.hours')}</dt>
          <dd>
            <small>{t('robotWork.hoursUnknown')}</small>
          </dd>
        </div>
      ) : (
        <Figure
          label={t('robotWork.hours')}
          value={hours}
          text={format.hours}
          note={`${t('robotWork.hoursHint')} ${timed < runs ? t('robotWork.hoursOf', known) : ''}`}
        />
      )}
    </dl>
  );
}

/** What is to be told before a robot's transactions become hours, and the way to tell it. */
function Lacking({ project, lacking, only }: { project: string; lacking: readonly Robot[]; only: boolean }) {
  const { t } = useTranslation();
  if (lacking.length === 0) return null;
  const more = lacking.length - SHOWN_QUESTIONS;
  return (
    <div className="robot-lacks">
      <h3>{t(lacking.length === 1 ? 'robotWork.lacks' : 'robotWork.lacksMore')}</h3>
      {lacking.slice(0, SHOWN_QUESTIONS).map(({ robot, name }) => (
        <p key={robot}>
          <span>{only ? t('robotWork.question') : t('robotWork.questionOf', { robot: name })}</span>
          <Button
            component={Link}
            to={`/projekt/${encodeURIComponent(project)}/ny-gevinst?${new URLSearchParams({ robot })}`}
            aria-label={only ? undefined : t('robotWork.answerOf', { robot: name })}
          >
            {t('robotWork.answer')}
          </Button>
        </p>
      ))}
      {more > 0 ? <p className="quiet">{t('robotWork.more', { count: more })}</p> : null}
    </div>
  );
}
