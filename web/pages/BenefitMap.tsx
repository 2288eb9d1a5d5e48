import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../api.ts';
import { Answered } from '../components/Answered.tsx';
import { MapView } from '../components/map/MapView.tsx';
import { ProjectFrame } from '../components/ProjectFrame.tsx';
import '../style/map.css';

/** A project's benefit map: read, edited in place and printed. */
export function BenefitMapPage() {
  const { t } = useTranslation();
  const { project } = useParams({ from: '/projekt/$project/gevinstkort' });
  const map = useAsk('map', { project }, {});
  const [editing, setEditing] = useState(false);
  const empty = map.data?.nodes.length === 1;
  return (
    <ProjectFrame
      project={project}
      title={t('edit.tab.map')}
      actions={
        <>
          {empty ? null : (
            <Button variant="subtle" onClick={() => window.print()}>
              {t('map.print')}
            </Button>
          )}
          {empty && !editing ? null : <NewBenefit project={project} />}
          {empty && !editing ? null : (
            <Button variant={editing ? 'filled' : 'default'} onClick={() => setEditing(!editing)}>
              {editing ? t('map.done') : t('map.edit')}
            </Button>
          )}
        </>
      }
    >
      {() => (
        <article className="map-page">
          <p className="map-lead">{t('map.lead')}</p>
          <Answered query={map} lines={10}>
            {(answer) =>
              answer.nodes.length === 1 && !editing ? (
                <section className="map-empty">
                  <h2>{t('map.emptyTitle')}</h2>
                  <p>{t('map.empty')}</p>
                  <p className="map-panel-choices">
                    <Button onClick={() => setEditing(true)}>{t('map.begin')}</Button>
                    <NewBenefit project={project} />
                  </p>
                </section>
              ) : (
                <MapView key={project} map={answer} editing={editing} />
              )
            }
          </Answered>
        </article>
      )}
    </ProjectFrame>
  );
}

function NewBenefit({ project }: { project: string }) {
  const { t } = useTranslation();
  return (
    <Button
      variant="default"
      renderRoot={(props) => <Link {...props} to="/projekt/$project/ny-gevinst" params={{ project }} />}
    >
      {t('map.newBenefit')}
    </Button>
  );
}
