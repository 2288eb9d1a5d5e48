import { useTranslation } from 'react-i18next';
import { useAsk } from '../../api.ts';
import { Answered } from '../Answered.tsx';
import type { Shown } from './MeasureDetail.tsx';
import { MeasureDetail } from './MeasureDetail.tsx';
import { MeasureRow } from './MeasureRow.tsx';
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
          const others = measures.filter((m) => m.benefits.some((b) => b.benefit === benefit && !b.judged));
          const judged = measures.find((m) => m.benefits.some((b) => b.benefit === benefit && b.judged));
          return judged ? (
            <>
              <h3>{judged.name}</h3>
              <MeasureDetail measure={judged} project={project} live={live} today={today} />
              {others.length > 0 ? <h3>{t('measuring.alsoNeeded')}</h3> : null}
              {others.map((measure) => (
                <Needed key={measure.measure} {...{ measure, project, live, today }} />
              ))}
            </>
          ) : (
            <p className="quiet">{t('measuring.noMeasure')}</p>
          );
        }}
      </Answered>
    </section>
  );
}

/** A measure that the benefit is worked out from without being judged by it; open while what is needed of it is lacking. */
function Needed(shown: Shown) {
  const { t } = useTranslation();
  const isLacking = !shown.measure.measurements.some((m) => m.phase !== 'before');
  return (
    <>
      {isLacking ? <p className="caution">{t('measuring.lacks', { name: shown.measure.name })}</p> : null}
      <MeasureRow {...shown} open={isLacking} />
    </>
  );
}
