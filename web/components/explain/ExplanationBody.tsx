import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Explanation, Refers } from '../../../server/contract/explanations.ts';
import * as format from '../../format.ts';
import { methodWords } from '../methodWords.ts';
import { FormulaLine } from './FormulaLine.tsx';
import { Lacking } from './Lacking.tsx';
import { Origin } from './Origin.tsx';
import { Rows } from './Rows.tsx';
import { SectionTable } from './Sections.tsx';

interface Props {
  explanation: Explanation;
  follow: (refers: Refers) => void;
}

/** How a figure was calculated: in words, with the numbers put in, line by line, and the rows beneath. */
export function ExplanationBody({ explanation: e, follow }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <About explanation={e} />
      <p className="formula-words">
        <Words explanation={e} />
      </p>
      {e.value === null ? (
        <Lacking explanation={e} />
      ) : (
        <p className="formula">
          <FormulaLine formula={e.formula} result={{ ...e, value: e.value }} named follow={follow} />
        </p>
      )}
      {e.value === null ? null : (
        <p className="quiet">
          {t(`explanation.basis.${basisOf(e)}`)} {e.rounded ? t(`explanation.rounded.${e.rounded}`) : ''}{' '}
          {t('explanation.decimals')}
        </p>
      )}
      {e.sections.map((section, i) => (
        // Gains and costs may each have a section of those that are not counted.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <SectionTable key={i} section={section} follow={follow} />
      ))}
      <Origin explanation={e} />
      <Rows explanation={e} />
    </>
  );
}

/** What a plan or a risk is worked out from is never measured. */
function basisOf({ basis, plan, figure }: Explanation) {
  if (plan !== null && basis === 'expected') return 'planned';
  return figure.startsWith('risk') ? 'estimated' : basis;
}

/** Whose figure it is, and of which months. */
function About({ explanation: e }: { explanation: Explanation }) {
  const { t, i18n } = useTranslation();
  const here = useParams({ strict: false }).project;
  const month = (value: string) => format.month(value, i18n.language);
  const until = e.until === null ? null : month(e.until);
  const period =
    until === null
      ? null
      : e.from === null
        ? t('explanation.until', { until })
        : t('explanation.period', { from: month(e.from), until });
  return (
    <p className="eyebrow">
      {e.project === null ? (
        t('explanation.portfolio')
      ) : e.benefit === null && e.project === here ? (
        e.projectName
      ) : e.benefit === null ? (
        <Link to="/projekt/$project" params={{ project: e.project }}>
          {e.projectName}
        </Link>
      ) : (
        <Link to="/projekt/$project/gevinst/$benefit" params={{ project: e.project, benefit: e.benefit }}>
          {e.benefitName}
        </Link>
      )}
      {[e.party, e.about, e.year].filter((part) => part !== null).map((part) => ` · ${part}`)}
      {period === null ? null : ` · ${period}`}
    </p>
  );
}

/** The formula in words: a benefit's is its method's. */
function Words({ explanation: e }: { explanation: Explanation }) {
  const { t } = useTranslation();
  const byMethod = e.method !== null && (e.figure === 'hours' || e.figure === 'gains');
  const used = e.measurements.filter((row) => row.used);
  return (
    <>{byMethod && e.method !== null ? methodWords(t, e.method, used) : t(`explanation.words.${e.figure}`)}</>
  );
}
