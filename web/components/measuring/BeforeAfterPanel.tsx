import { useTranslation } from 'react-i18next';
import { useAsk } from '../../api.ts';
import { Answered } from '../Answered.tsx';
import { MeasureDetail } from './MeasureDetail.tsx';
import '../../style/measuring.css';

/** Before and after of the measure that a benefit is judged by, with its series, target and trend, on the benefit's card. */
export function BeforeAfterPanel({ project, benefit }: { project: string; benefit: string }) {
  const { t } = useTranslation();
  const list = useAsk('measures', { project }, {});
  return (
    <section className="before-after-panel" aria-labelledby="before-after-panel">
      <h2 id="before-after-panel">{t('measuring.panel')}</h2>
      <Answered query={list}>
        {({ measures, live, today }) => {
          const judged = measures.find((m) => m.benefits.some((b) => b.benefit === benefit && b.judged));
          return judged ? (
            <>
              <h3>{judged.name}</h3>
              <MeasureDetail measure={judged} project={project} live={live} today={today} />
            </>
          ) : (
            <p className="quiet">{t('measuring.noMeasure')}</p>
          );
        }}
      </Answered>
    </section>
  );
}
