import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BenefitEntry, CardChoices } from '../../server/contract/card.ts';
import type { Project } from '../../server/contract/projects.ts';
import { act } from '../act.ts';
import { useAsk } from '../api.ts';
import { Answered } from '../components/Answered.tsx';
import { ArchivedList } from '../components/card/ArchivedList.tsx';
import { CardForm } from '../components/card/CardForm.tsx';
import { CopyChoice } from '../components/card/CopyChoice.tsx';
import { copyOf, type Draft, emptyDraft } from '../components/card/draft.ts';
import { useInputNames } from '../components/card/useInputNames.ts';
import { knownEmail } from '../components/edit/ownerEmail.ts';
import { ProjectFrame } from '../components/ProjectFrame.tsx';
import '../style/card.css';

/** A new benefit of a project, from nothing or from one that is like it. */
export function NewBenefitPage() {
  const { t } = useTranslation();
  const { project } = useParams({ from: '/projekt/$project/ny-gevinst' });
  const { copy } = useSearch({ from: '/projekt/$project/ny-gevinst' });
  const choices = useAsk('cardChoices', { project }, {});
  const entries = useAsk('benefitEntries', {}, {});
  return (
    <ProjectFrame project={project} title={t('card.new')}>
      {(facts) => (
        <Answered query={choices} lines={8}>
          {(c) => (
            <Answered query={entries} lines={8}>
              {({ benefits }) => (
                <>
                  {benefits.length === 0 ? null : <CopyChoice {...{ project, copy, benefits }} />}
                  <ArchivedList project={project} archived={c.archived} />
                  <Start project={facts} choices={c} source={benefits.find((b) => b.benefit === copy)} />
                </>
              )}
            </Answered>
          )}
        </Answered>
      )}
    </ProjectFrame>
  );
}

interface StartProps {
  project: Project;
  choices: CardChoices;
  source: BenefitEntry | undefined;
}

function Start({ project, choices, source }: StartProps) {
  const names = useInputNames();
  const { robot: asked } = useSearch({ from: '/projekt/$project/ny-gevinst' });
  if (source) return <Copied project={project} choices={choices} source={source} />;
  const robot = choices.robots.find(({ robot }) => robot === asked) ?? choices.robots[0];
  const draft: Draft = { ...emptyDraft(names), ...ownerOf(project, choices) };
  if (asked !== undefined && robot) draft.method = 'per_item';
  if (robot) {
    draft.inputs.volume = {
      ...draft.inputs.volume,
      measure: `robot:${robot.robot}`,
      name: robot.name,
    };
  }
  return <NewForm project={project.project} choices={choices} first={draft} />;
}

/** A new benefit is the project's owner's, until another is named, with the address that other cards know where it has none. */
function ownerOf(
  { owner, ownerEmail }: Project,
  { owners }: CardChoices,
): Pick<Draft, 'owner' | 'ownerEmail'> {
  return { owner: owner ?? '', ownerEmail: ownerEmail ?? knownEmail(owner ?? '', owners) };
}

function Copied({ project, choices, source }: StartProps & { source: BenefitEntry }) {
  const names = useInputNames();
  const card = useAsk('card', { project: source.project, benefit: source.benefit }, {});
  return (
    <Answered query={card} lines={8}>
      {(c) => (
        <NewForm
          key={source.benefit}
          project={project.project}
          choices={choices}
          first={{ ...copyOf(c.card, names), ...ownerOf(project, choices) }}
        />
      )}
    </Answered>
  );
}

function NewForm({ project, choices, first }: { project: string; choices: CardChoices; first: Draft }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <CardForm
      first={first}
      choices={choices}
      label={t('card.create')}
      save={(given) => act('createBenefit', { project }, given)}
      saved={(benefit) =>
        navigate({ to: '/projekt/$project/gevinst/$benefit', params: { project, benefit } })
      }
      cancel={() => navigate({ to: '/projekt/$project', params: { project } })}
    />
  );
}
