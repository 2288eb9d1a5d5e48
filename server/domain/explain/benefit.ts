import type { BenefitInputs } from '../benefit.ts';
import type { Reason } from '../codes.ts';
import type { ProjectMonths } from '../project.ts';
import { type BenefitPart, type BenefitParts, benefitParts } from './benefitParts.ts';
import { METHOD_FORMULA } from './methodFormula.ts';
import type { Span } from './scope.ts';
import {
  type Explained,
  type Formula,
  listed,
  type Section,
  type Step,
  sign,
  step,
  sumFormula,
  summed,
  term,
} from './step.ts';

/** What a benefit's figures in some months were made of. */
export function partsOf(project: ProjectMonths, inputs: BenefitInputs, span: Span): BenefitParts {
  const first = project.months[0]?.month;
  if (first === undefined) return { parts: [], gaps: [], counted: new Map() };
  return benefitParts(inputs, first, span);
}

/**
 * How a benefit's hours or gains were worked out: a line for each time with the same minutes, shares and rate; their
 * sum × the share that is the project's is the figure, rounded to a whole second or øre.
 * @param figure what the benefit's line gives: hours or kroner, null with a reason
 */
export function explainBenefit(
  inputs: BenefitInputs,
  { parts, gaps }: BenefitParts,
  name: 'hours' | 'gains',
  figure: { value: number | null; reason: Reason | null },
): Explained {
  const unit = name === 'hours' ? 'hours' : 'kr';
  const sections: Section[] = [];
  const { method, attribution } = inputs.benefit;
  if (figure.value !== null && method !== 'indicator') {
    const own = method === 'amount' ? 'money' : 'hours';
    const lines = parts.map((part) => {
      const value = own === 'money' ? (part.oere ?? 0) / 100 : (part.hours ?? 0);
      return line(part, value, own === 'money' ? 'kr' : 'hours', METHOD_FORMULA[method](part, inputs));
    });
    sections.push(summed(own, own === 'money' ? 'kr' : 'hours', lines));
    if (name === 'gains' && own === 'hours') sections.push(summed('money', 'kr', valued(parts)));
  }
  const counted = sections.at(-1);
  if (gaps.length > 0) {
    sections.push(
      listed(
        'missing',
        unit,
        gaps.map((gap) => step(null, unit, [], gap)),
      ),
    );
  }
  return {
    value: figure.value,
    reason: figure.reason,
    unit,
    own: null,
    formula: counted ? headline(counted, attribution) : [],
    sections,
    rounded: name === 'hours' ? 'second' : 'oere',
  };
}

/** The only line's own formula, or the sum of the lines; × the share that is the project's. */
function headline(section: Section, attribution: number): Formula {
  const [only] = section.steps;
  const own = section.steps.length === 1 && only ? only.formula : sumFormula(section.unit, section.steps);
  if (attribution === 1) return own;
  const name = section.unit === 'kr' ? 'gains' : 'hours';
  return [term(name, section.total ?? 0, section.unit), sign('×'), term('attribution', attribution, 'share')];
}

/** hours × rate, a line for each time with the same rate. */
function valued(parts: readonly BenefitPart[]): Step[] {
  const lines: BenefitPart[] = [];
  for (const part of parts.filter((p) => p.oere !== null)) {
    const last = lines.at(-1);
    if (last && last.rate === part.rate && last.expected === part.expected) {
      last.to = part.to;
      last.hours = (last.hours ?? 0) + (part.hours ?? 0);
      last.oere = (last.oere ?? 0) + (part.oere ?? 0);
    } else lines.push({ ...part });
  }
  return lines.map((part) =>
    line(part, (part.oere ?? 0) / 100, 'kr', [
      term('hours', part.hours ?? 0, 'hours'),
      sign('×'),
      term('rate', (part.rate?.hourlyOere ?? 0) / 100, 'kr'),
    ]),
  );
}

function line(part: BenefitPart, value: number, unit: 'kr' | 'hours', formula: Formula): Step {
  return step(value, unit, formula, { from: part.from, to: part.to, expected: part.expected });
}
