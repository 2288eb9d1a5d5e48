import { useTranslation } from 'react-i18next';
import type { ExplainedSection, ExplainedStep, Refers } from '../../../server/contract/explanations.ts';
import * as format from '../../format.ts';
import { amountText } from './amounts.ts';
import { FormulaLine } from './FormulaLine.tsx';
import { Loaded } from './Loaded.tsx';

interface Props {
  section: ExplainedSection;
  /** Which figure it is of, where several are shown. */
  of?: string;
  follow?: (refers: Refers) => void;
}

/** Lines of a calculation: what each is about, its formula with the numbers, what it comes to, and their sum. */
export function SectionTable({ section, of, follow }: Props) {
  const { t, i18n } = useTranslation();
  const name = t(`explanation.section.${section.name}`, { year: section.year });
  const title = of === undefined ? name : `${name}: ${of}`;
  if (section.steps.length === 0) return null;
  return (
    <section className="explained-section">
      <h3>{title}</h3>
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <div className="explained-scroll" tabIndex={0}>
        <table>
          <tbody>
            {section.steps.map((step, i) => (
              // Lines are told apart by their place; two of them may say the same.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <StepRow key={i} step={step} follow={follow} />
            ))}
          </tbody>
          {section.total !== null && section.steps.length > 1 ? (
            <tfoot>
              <tr>
                <th scope="row">{t('explanation.total')}</th>
                <td />
                <td>
                  {amountText({ value: section.total, unit: section.unit, own: null }, t, i18n.language)}
                </td>
              </tr>
            </tfoot>
          ) : null}
        </table>
      </div>
    </section>
  );
}

function StepRow({ step, follow }: { step: ExplainedStep; follow: Props['follow'] }) {
  const { t, i18n } = useTranslation();
  const { refers, cost } = step;
  const value = step.value === null ? null : amountText({ ...step, value: step.value }, t, i18n.language);
  return (
    <tr>
      <th scope="row">
        <StepName step={step} />
        {step.expected ? <em className="tag">{t('basis.expected')}</em> : null}
        {cost ? (
          <small>
            {[cost.note, cost.payer === null ? null : t('explanation.rows.payer', { payer: cost.payer })]
              .filter(Boolean)
              .map((text) => `${text} · `)}
            <Loaded load={cost.load} file={cost.file} />
          </small>
        ) : null}
      </th>
      <td>
        {step.formula.length > 1 ? (
          <FormulaLine formula={step.formula} result={null} follow={follow} />
        ) : null}
      </td>
      <td>
        {value === null || !refers || !follow ? (
          value
        ) : (
          <button
            type="button"
            className="explained"
            aria-label={`${value}. ${t('explanation.see', { figure: step.label ?? '' })}`}
            onClick={() => follow(refers)}
          >
            {value}
          </button>
        )}
        {step.reason === null ? null : <small>{t(`reason.${step.reason}`)}</small>}
      </td>
    </tr>
  );
}

/** What a line is about: its name, and the time that it is of. */
function StepName({ step }: { step: ExplainedStep }) {
  const { t, i18n } = useTranslation();
  const name = step.cost
    ? t(`explanation.category.${step.cost.category as 'other'}`)
    : step.term === null || step.term === 'constant' || step.term === 'part'
      ? step.label
      : t(`explanation.term.${step.term}`);
  const period = periodText(step.from, step.to, i18n.language);
  if (name === null) return <>{period}</>;
  return (
    <>
      {name}
      {period === null ? null : <small>{period}</small>}
    </>
  );
}

/** `mar. – dec. 2024` where whole months, else days. */
function periodText(from: string | null, to: string | null, language: string): string | null {
  if (from === null) return null;
  if (to === null) return format.month(from, language);
  const next = new Date(Date.parse(to) + 86_400_000).toISOString();
  const whole = from.endsWith('-01') && next.slice(8, 10) === '01';
  if (!whole) return `${format.day(from, language)} – ${format.day(to, language)}`;
  const [first, last] = [format.month(from, language), format.month(to, language)];
  return first === last ? first : `${first} – ${last}`;
}
