import type { Explained } from '../../../server/domain/explain/step.ts';
import { FormulaLine } from '../explain/FormulaLine.tsx';
import '../../style/explain.css';

/** An estimate's formula with the numbers put in: each line, and what is left of their sum where only a share counts. */
export function EstimateFormula({ explained }: { explained: Explained }) {
  const { value, formula, sections } = explained;
  if (value === null) return null;
  const lines = sections.flatMap((section) => section.steps.filter((s) => s.value !== null));
  const last = lines.at(-1);
  const isLast = last !== undefined && last.formula === formula;
  return (
    <div className="estimate-formula">
      {lines.map((line) => (
        <p key={`${line.unit} ${line.from}`}>
          <FormulaLine formula={[...line.formula]} result={{ ...line, value: line.value ?? 0 }} />
        </p>
      ))}
      {isLast || formula.length === 0 ? null : (
        <p>
          <FormulaLine formula={[...formula]} result={{ ...explained, value }} />
        </p>
      )}
    </div>
  );
}
