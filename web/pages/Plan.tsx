import '../style/plan.css';
import { Button } from '@mantine/core';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '../../server/contract/plan.ts';
import { useAsk } from '../api.ts';
import { Answered } from '../components/Answered.tsx';
import { PlanAppendix } from '../components/explain/PlanAppendix.tsx';
import { ProjectFrame } from '../components/ProjectFrame.tsx';
import { ProjectPayers } from '../components/payers/ProjectPayers.tsx';
import { FreezeForm } from '../components/plan/FreezeForm.tsx';
import { PlanCurve } from '../components/plan/PlanCurve.tsx';
import { PlanHeadline } from '../components/plan/PlanHeadline.tsx';
import { PlanTable } from '../components/plan/PlanTable.tsx';
import { RiskSection } from '../components/plan/RiskSection.tsx';
import { VersionChoice } from '../components/plan/VersionChoice.tsx';

/** Did it come out as planned, and why not? */
export function PlanPage() {
  const { t } = useTranslation();
  const { project } = useParams({ from: '/projekt/$project/plan' });
  const query = useAsk('plan', { project }, {});
  const [freezing, setFreezing] = useState(false);
  const first = query.data?.versions.length === 0;
  return (
    <ProjectFrame
      project={project}
      title={t('plan.title')}
      actions={
        query.data ? (
          <Button onClick={() => setFreezing(true)}>{t(first ? 'plan.freeze' : 'plan.estimate')}</Button>
        ) : null
      }
    >
      {() => (
        <Answered query={query}>
          {(plan) => (
            <>
              <Versions plan={plan} />
              <RiskSection project={project} risks={plan.risks} />
              <ProjectPayers project={project} />
              <Printed plan={plan} />
              {freezing ? <FreezeForm plan={plan} close={() => setFreezing(false)} /> : null}
            </>
          )}
        </Answered>
      )}
    </ProjectFrame>
  );
}

/** The version that is looked at: the newest unless another is chosen. */
function useChosen({ versions }: Plan) {
  const { version: asked } = useSearch({ from: '/projekt/$project/plan' });
  return versions.find((v) => String(v.version) === asked) ?? versions.at(-1);
}

/** On paper, how the plan's figures were calculated. */
function Printed({ plan }: { plan: Plan }) {
  const version = useChosen(plan);
  return version ? <PlanAppendix project={plan.project} version={version.version} /> : null;
}

/** The version that is looked at, against what came of it. */
function Versions({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const version = useChosen(plan);
  if (!version) {
    return (
      <section className="plan-none">
        <h2>{t('plan.none')}</h2>
        <p className="quiet">{t('plan.noneWhat')}</p>
      </section>
    );
  }
  return (
    <>
      <PlanHeadline version={version} />
      <VersionChoice versions={plan.versions} chosen={version} />
      <PlanCurve plan={plan} version={version} />
      <PlanTable plan={plan} version={version} />
    </>
  );
}
