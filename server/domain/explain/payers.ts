import { isSameName, type PartyFigures, type PayerProject, payerFigures } from '../payers.ts';
import type { Period, ProjectResult } from '../portfolio.ts';
import { costSteps } from './costs.ts';
import type { PartyFigure, SHARES } from './figures.ts';
import { apart, benefitStep } from './project.ts';
import type { Span } from './scope.ts';
import { explainShares } from './shares.ts';
import {
  type Explained,
  type Formula,
  type Section,
  type Step,
  sign,
  step,
  sumFormula,
  summed,
  type TermName,
  term,
} from './step.ts';

/** A payer or a department; a name of null is what nobody is named for. */
export interface PartyName {
  name: string | null;
  /** The municipality's name. */
  municipality: string | null;
}

/** A project's figures, and where its benefits are gained. */
export interface PartyProject extends Omit<PayerProject, 'project'> {
  result: ProjectResult;
  span: Span;
  name: string;
  benefitName: (benefit: string) => string;
}

type OneFigure = Exclude<PartyFigure, (typeof SHARES)[number]>;

const FIELD = {
  payerCosts: 'costs',
  costShare: 'costShare',
  departmentGains: 'gains',
  gainShare: 'gainShare',
  partyNet: 'net',
} as const satisfies Record<OneFigure, keyof PartyFigures>;

/**
 * What somebody pays or gains: cost rows and benefits of one project, or, of a portfolio (`byProject`), what each project
 * comes to. Shares are of all costs and of all known gains.
 */
export function explainParty(
  projects: readonly PartyProject[],
  period: Period | null,
  party: PartyName,
  figure: PartyFigure,
  byProject: boolean,
): Explained {
  const all = payerFigures(
    projects.map(({ result, ...rest }) => ({ ...rest, project: result.project })),
    period,
  );
  if (figure === 'costShares' || figure === 'gainShares') {
    const [only] = byProject ? [] : projects;
    return explainShares(all, figure, only?.result.project.inputs.project ?? null);
  }
  const row = all.rows.find((r) => isParty(r, party, figure));
  const isShare = figure === 'costShare' || figure === 'gainShare';
  const value = row?.[FIELD[figure]] ?? null;
  const own = projects.filter((p) => party.name === null || p.municipality === party.municipality);
  const costs = section(
    'costs',
    own.map((p) => costLines(p, party.name)),
    own,
    byProject,
  );
  const gains = section(
    'gains',
    own.map((p) => gainLines(p, party.name)),
    own,
    byProject,
  );
  const refers = {
    project: byProject ? null : (own[0]?.result.project.inputs.project ?? null),
    benefit: null,
  };
  const amount = (name: TermName, oere: number | null | undefined, of: PartyFigure | 'costs' | 'gains') =>
    term(name, (oere ?? 0) / 100, 'kr', { refers: { ...refers, figure: of } });
  const pays = amount('payerCosts', row?.costs, 'payerCosts');
  const gained = amount('departmentGains', row?.gains, 'departmentGains');
  const formula: Record<OneFigure, Formula> = {
    payerCosts: sumFormula('kr', costs[0]?.steps ?? []),
    costShare: [pays, sign('÷'), amount('allCosts', all.costs, 'costs')],
    departmentGains: sumFormula('kr', gains[0]?.steps ?? []),
    gainShare: [gained, sign('÷'), amount('allGains', all.gains, 'gains')],
    partyNet: [gained, sign('−'), pays],
  };
  return {
    value: value === null || isShare ? value : value / 100,
    unit: isShare ? 'share' : 'kr',
    own: null,
    reason: value === null ? (row?.reason ?? all.reason ?? 'no-data') : null,
    formula: value === null ? [] : formula[figure],
    sections:
      figure === 'partyNet'
        ? [...gains, ...costs]
        : figure === 'payerCosts' || figure === 'costShare'
          ? costs
          : gains,
    rounded: isShare ? null : 'oere',
  };
}

/** Costs that nobody is named to pay and gains of no department are rows of their own, apart from each other. */
function isParty(row: PartyFigures, { name, municipality }: PartyName, figure: PartyFigure): boolean {
  if (name !== null) return isSameName(row.name, name) && row.municipality === municipality;
  if (figure === 'partyNet') return false;
  return row.kind === (figure === 'payerCosts' || figure === 'costShare' ? 'no-payer' : 'no-department');
}

function costLines({ result, span }: PartyProject, payer: string | null): Step[] {
  const { costs } = result.project.inputs;
  return costSteps(costs, span).filter((s) => isSameName(costs[s.cost ?? -1]?.payer?.trim() || null, payer));
}

function gainLines(project: PartyProject, department: string | null): Step[] {
  const { result, span, departments, benefitName } = project;
  return result.project.inputs.benefits
    .filter((b) => b.benefit.method !== 'indicator')
    .filter((b) => isSameName(departments.get(b.benefit.benefit) ?? null, department))
    .map((b) => benefitStep(result, span, b, 'gains', benefitName));
}

/** Lines of one project, or a line for each project that has any. */
function section(
  name: 'costs' | 'gains',
  lines: readonly Step[][],
  projects: readonly PartyProject[],
  byProject: boolean,
): Section[] {
  const figure = name === 'costs' ? 'payerCosts' : 'departmentGains';
  const steps = byProject
    ? projects.flatMap(({ result, name: label }, i) => {
        const own = lines[i] ?? [];
        const known = own.filter((s) => s.value !== null);
        if (own.length === 0) return [];
        const more = {
          label,
          expected: own.some((s) => s.expected),
          reason: known.length === 0 ? (own[0]?.reason ?? null) : null,
          refers: { project: result.project.inputs.project, benefit: null, figure } as const,
        };
        const sum = known.reduce((total, s) => total + (s.value ?? 0), 0);
        return [step(known.length === 0 ? null : sum, 'kr', [], more)];
      })
    : lines.flat();
  const known = steps.filter((s) => s.value !== null);
  return [summed(name, 'kr', known), ...apart(steps)].filter((s) => s.steps.length > 0);
}
