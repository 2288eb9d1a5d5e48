import { useTranslation } from 'react-i18next';
import type { FormulaPart, Refers } from '../../../server/contract/explanations.ts';
import { type Amount, amountText } from './amounts.ts';

interface Props {
  formula: readonly FormulaPart[];
  result: Amount | null;
  /** Whether the name of each number is shown under it. */
  named?: boolean;
  /** Opens how a number of the formula was calculated itself; without it numbers are only read. */
  follow?: ((refers: Refers) => void) | undefined;
}

/** A formula with the numbers put in: `4.812 × (10 min − 4 min) ÷ 60 = 481,2 timer` */
export function FormulaLine({ formula, result, named = false, follow }: Props) {
  const { t, i18n } = useTranslation();
  // A number that is itself the result is no formula.
  const shown = formula.length === 1 && result !== null ? [] : formula;
  // Net is summed up to the month in which it is no longer negative.
  const leadsTo = result?.unit === 'month' ? ' ≥ 0 kr.: ' : ' = ';
  return (
    <span className={named ? 'formula-line formula-named' : 'formula-line'}>
      {shown.map((part, i) => (
        // The places of a formula are what tells its parts apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Part key={i} part={part} first={i === 0} named={named} follow={follow} />
      ))}
      {result === null ? null : (
        <>
          {shown.length === 0 ? null : <span className="sign">{leadsTo}</span>}
          <b className="formula-result">{amountText(result, t, i18n.language)}</b>
        </>
      )}
    </span>
  );
}

/** Signs without a space around them. */
const CLOSE: ReadonlySet<string> = new Set(['(', ')', '√']);

interface PartProps {
  part: FormulaPart;
  first: boolean;
  named: boolean;
  follow: Props['follow'];
}

function Part({ part, first, named, follow }: PartProps) {
  const { t, i18n } = useTranslation();
  if ('sign' in part) {
    const spaced = CLOSE.has(part.sign) ? part.sign : ` ${part.sign} `;
    return <span className="sign">{spaced}</span>;
  }
  const amount = amountText(part, t, i18n.language);
  // Two signs in a row are hard to read.
  const text = part.value < 0 && !first ? `(${amount})` : amount;
  const { refers } = part;
  const name = part.term === 'constant' || part.term === 'part' ? null : t(`explanation.term.${part.term}`);
  const number =
    refers && follow ? (
      <button
        type="button"
        className="explained"
        aria-label={`${text}. ${t('explanation.see', { figure: t(`explanation.figure.${refers.figure}`) })}`}
        onClick={() => follow(refers)}
      >
        {text}
      </button>
    ) : (
      text
    );
  return (
    <span className="formula-number">
      <span>{number}</span>
      {named && name !== null ? <small>{name}</small> : null}
    </span>
  );
}
