import { useTranslation } from 'react-i18next';
import type { Benefit } from '../../../server/contract/benefits.ts';
import type { ExplainedMeasurement, Explanation } from '../../../server/contract/explanations.ts';
import { useAsk } from '../../api.ts';
import * as format from '../../format.ts';
import { restsOnCosts } from '../withoutCosts.ts';
import { Discounted } from './Discounted.tsx';
import { FormulaLine } from './FormulaLine.tsx';
import { loadedText, RatesOf, rateText } from './Rates.tsx';
import { SectionTable } from './Sections.tsx';
import '../../style/explain.css';

/** On paper only: how a project's figures were calculated, after its case sheet. */
export function Appendix({ project, until }: { project: string; until: string | null }) {
  const { t } = useTranslation();
  const answer = useAsk('explanations', { project }, until === null ? {} : { until });
  if (!answer.data) return null;
  const { explanations, benefits, furtherBenefits } = answer.data;
  const costed = explanations.some((e) => e.figure === 'costs' && e.value !== null);
  const known = explanations.filter((e) => e.value !== null && (costed || !restsOnCosts(e.figure)));
  const [fte, npv, costs] = (['fte', 'npv', 'costs'] as const).map((figure) =>
    known.find((e) => e.figure === figure),
  );
  if (known.length === 0) return null;
  return (
    <section className="appendix print-only">
      <h2>{t('explanation.appendix')}</h2>
      <p>{t('explanation.decimals')}</p>
      <Formulas explanations={known} />
      {fte?.sections.map((section) => (
        <SectionTable key={section.name} section={section} />
      ))}
      {fte ? <RatesOf rates={fte.rates} /> : null}
      {npv ? <Discounted explanation={npv} /> : null}
      {costs?.sections.map((section) => (
        <SectionTable key={section.name} section={section} />
      ))}
      {benefits.map((e) => (
        <BenefitPart key={e.benefit} explanation={e} />
      ))}
      {furtherBenefits > 0 ? <p>{t('explanation.further', { count: furtherBenefits })}</p> : null}
    </section>
  );
}

/** Each figure in words, and with the numbers put in. */
export function Formulas({ explanations }: { explanations: readonly Explanation[] }) {
  const { t } = useTranslation();
  return (
    <dl>
      {explanations.map((e) => (
        <div key={e.figure}>
          <dt>{t(`explanation.figure.${e.figure}`)}</dt>
          <dd>
            <p>{t(`explanation.words.${e.figure}`)}</p>
            {e.value === null ? null : <FormulaLine formula={e.formula} result={{ ...e, value: e.value }} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** On paper only: how a benefit's figure was calculated, below its card. */
export function BenefitAppendix({ project, benefit }: { project: string; benefit: Benefit }) {
  const figure = benefit.method === 'indicator' ? 'difference' : 'gains';
  const answer = useAsk('explanation', { project }, { figure, benefit: benefit.benefit });
  const { t } = useTranslation();
  if (!answer.data || answer.data.value === null) return null;
  return (
    <section className="appendix appendix-below print-only">
      <h2>{t('explanation.appendix')}</h2>
      <BenefitPart explanation={answer.data} />
    </section>
  );
}

/** A benefit's lines, and the measurements and runs that they rest on. */
function BenefitPart({ explanation: e }: { explanation: Explanation }) {
  const { t, i18n } = useTranslation();
  const used = e.measurements.filter((m) => m.used);
  const [first, last] = [e.runs?.months[0], e.runs?.months.at(-1)];
  if (e.value === null) return null;
  return (
    <section className="appendix-benefit">
      <h3>{e.benefitName}</h3>
      <FormulaLine formula={e.formula} result={{ ...e, value: e.value }} />
      {e.sections.map((section) => (
        <SectionTable key={section.name} section={section} />
      ))}
      <p>
        {t('explanation.sources')}: {used.map(rowText).join(' · ')}
        {e.runs && first && last
          ? ` · ${t('explanation.rows.runs', { robot: e.runs.name })}, ${format.month(first.month, i18n.language)} – ${format.month(last.month, i18n.language)}`
          : ''}
        {e.rates.map((rate) => ` · ${rateText(t, rate, i18n.language)}`)}
      </p>
    </section>
  );

  function rowText(m: ExplainedMeasurement): string {
    const from = format.day(m.from, i18n.language);
    const parts = [
      `${m.name}, ${t(`phase.${m.phase}`).toLowerCase()}: ${format.exactly(m.value, m.unit)}`,
      m.per === null ? '' : ` ${t(`per.${m.per}`)}`,
      ` (${m.to === null ? t('explanation.rows.from', { from }) : `${from} – ${format.day(m.to, i18n.language)}`}`,
      m.n === null ? '' : `, n = ${format.count(m.n)}`,
      `, ${t(`basis.${m.basis}`)}`,
      m.source === null ? '' : `, ${m.source}`,
      `, ${loadedText(t, m)})`,
    ];
    return parts.join('');
  }
}
