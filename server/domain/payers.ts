import type { BenefitMonth } from './benefit.ts';
import type { Reason } from './codes.ts';
import { type Cost, costMonths } from './costs.ts';
import type { Period } from './portfolio.ts';
import type { ProjectMonths } from './project.ts';
import { whyUnknown } from './unknowns.ts';

/** A project with the names of the departments that its benefits are gained in, by benefit; null is not said. */
export interface PayerProject {
  project: ProjectMonths;
  municipality: string;
  departments: ReadonlyMap<string, string | null>;
}

/** What somebody pays and gains, in øre. Costs without a payer and gains without a department have a row each. */
export interface PartyFigures {
  kind: 'party' | 'no-payer' | 'no-department';
  name: string | null;
  municipality: string | null;
  /** Whether any cost, and any benefit in kroner, is registered: without one its sum of zero says nothing. */
  registered: { costs: boolean; gains: boolean };
  costs: number;
  /** The part of all costs; null without costs. */
  costShare: number | null;
  gains: number | null;
  /** The part of all known gains; null where they are not above zero. */
  gainShare: number | null;
  net: number | null;
  /** Why the gains, and so the net, are unknown; or the net alone, while no costs are registered. */
  reason: Reason | null;
}

/** Who pays and who gains. The rows' costs sum to `costs`, their known gains to `gains`, and `net` is between the two. */
export interface PayerFigures {
  rows: PartyFigures[];
  costs: number;
  gains: number | null;
  net: number | null;
  reason: Reason | null;
}

interface Party extends Pick<PartyFigures, 'kind' | 'name' | 'municipality'> {
  costs: number;
  pays: boolean;
  gained: BenefitMonth[];
  gains: boolean;
}

/**
 * Costs by payer and gains in kroner by department in a period, both ends included. A payer and a department of a
 * municipality with the same name, capitals aside, are one. Financing share = the payer's costs ÷ all costs; net = its
 * gains − its costs, unknown while none of the projects has any costs.
 */
export function payerFigures(projects: readonly PayerProject[], period: Period | null): PayerFigures {
  const parties = new Map<string, Party>();
  const party = (kind: 'no-payer' | 'no-department', name: string | null, municipality: string): Party => {
    const key = name === null ? kind : JSON.stringify([municipality, folded(name)]);
    const found = parties.get(key);
    if (found) return found;
    const none = { costs: 0, pays: false, gained: [], gains: false };
    const made: Party =
      name === null
        ? { kind, name: null, municipality: null, ...none }
        : { kind: 'party', name: name.trim(), municipality, ...none };
    parties.set(key, made);
    return made;
  };
  if (period) {
    for (const { project, municipality, departments } of projects) {
      for (const [payer, costs] of byPayer(project.inputs.costs)) {
        const sum = sumOf(costs, period);
        if (sum === null) continue;
        const own = party('no-payer', payer, municipality);
        own.pays = true;
        own.costs += sum;
      }
      for (const { benefit } of project.inputs.benefits) {
        if (benefit.method === 'indicator') continue;
        const own = party('no-department', departments.get(benefit.benefit) ?? null, municipality);
        own.gains = true;
        own.gained.push(
          ...(project.benefits.get(benefit.benefit) ?? []).filter((m) => within(m.month, period)),
        );
      }
    }
  }
  return withShares([...parties.values()], projects);
}

const within = (month: number, { from, until }: Period) => month >= (from ?? 0) && month <= until;

/** Whether two names are of the same payer or department: capitals and spaces aside. */
export function isSameName(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : folded(a) === folded(b);
}

const folded = (name: string) => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** A cost runs on until the next with the same payer, so those of a payer must be together. */
function byPayer(costs: readonly Cost[]): Map<string | null, Cost[]> {
  const groups = new Map<string | null, Cost[]>();
  for (const cost of costs) {
    const payer = cost.payer?.trim() || null;
    const own = groups.get(payer);
    if (own) own.push(cost);
    else groups.set(payer, [cost]);
  }
  return groups;
}

/** What costs come to in a period; null where none falls in it. */
function sumOf(costs: readonly Cost[], period: Period): number | null {
  const months = [...costMonths(costs, period.until)].filter(([month]) => within(month, period));
  return months.length === 0 ? null : months.reduce((sum, [, { oere }]) => sum + oere, 0);
}

function withShares(parties: readonly Party[], projects: readonly PayerProject[]): PayerFigures {
  const costs = parties.reduce((sum, p) => sum + p.costs, 0);
  const gained = parties.map((p) => ({ party: p, ...gainsOf(p) }));
  const costed = projects.some((p) => p.project.inputs.costs.length > 0);
  const noNet = costed ? null : 'no-costs';
  const isKnown = gained.some((g) => g.party.gains && g.gains !== null);
  const gains = gained.reduce((sum, g) => sum + (g.gains ?? 0), 0);
  const rows = gained.map(({ party, gains: sum, reason }) => {
    const { kind, name, municipality, costs: own } = party;
    return {
      kind,
      name,
      municipality,
      registered: { costs: party.pays, gains: party.gains },
      costs: own,
      costShare: costs === 0 ? null : own / costs,
      gains: sum,
      gainShare: sum === null || gains <= 0 ? null : sum / gains,
      net: sum === null || !costed ? null : sum - own,
      reason: reason ?? noNet,
    };
  });
  return {
    rows: rows.sort(inOrder),
    costs,
    gains: isKnown ? gains : null,
    net: isKnown && costed ? gains - costs : null,
    reason: isKnown ? noNet : (gained.find((g) => g.reason)?.reason ?? whyNoGains(projects)),
  };
}

/** Who gains nothing in kroner has gained zero; a department whose benefits were never observed has unknown gains. */
function gainsOf(party: Party): { gains: number | null; reason: Reason | null } {
  const known = party.gained.flatMap((m) => (m.oere ? [m.oere.value] : []));
  if (party.gains && known.length === 0) return { gains: null, reason: whyUnknown(party.gained) };
  return { gains: known.reduce((sum, oere) => sum + oere, 0), reason: null };
}

function whyNoGains(projects: readonly PayerProject[]): Reason {
  return projects.some((p) => p.project.inputs.benefits.length > 0) ? 'not-monetary' : 'no-benefits';
}

const KINDS = { party: 0, 'no-payer': 1, 'no-department': 2 };

/** Those who pay most first; what is not said last. */
function inOrder(a: PartyFigures, b: PartyFigures): number {
  return (
    KINDS[a.kind] - KINDS[b.kind] ||
    b.costs - a.costs ||
    (b.gains ?? 0) - (a.gains ?? 0) ||
    ((a.name ?? '') < (b.name ?? '') ? -1 : 1)
  );
}
