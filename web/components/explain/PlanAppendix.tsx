import { useTranslation } from 'react-i18next';
import { useAsk } from '../../api.ts';
import { Formulas } from './Appendix.tsx';
import { Origin } from './Origin.tsx';
import { SectionTable } from './Sections.tsx';
import '../../style/explain.css';

/** On paper only: how a plan's figures were calculated, year by year, and who approved it. */
export function PlanAppendix({ project, version }: { project: string; version: number }) {
  const { t } = useTranslation();
  const answer = useAsk('planExplanations', { project }, { version: String(version) });
  const known = answer.data?.explanations.filter((e) => e.value !== null) ?? [];
  const [first] = known;
  if (!first) return null;
  const inYears = known.filter((e) => e.figure !== 'plannedBreakEven' && e.figure !== 'deviationShare');
  return (
    <section className="appendix print-only">
      <h2>{t('explanation.appendix')}</h2>
      <p>{t('explanation.decimals')}</p>
      <Origin explanation={first} />
      <Formulas explanations={known} />
      {inYears.map((e) =>
        e.sections.map((section) => (
          <SectionTable
            key={`${e.figure} ${section.name}`}
            section={section}
            of={t(`explanation.figure.${e.figure}`)}
          />
        )),
      )}
    </section>
  );
}
