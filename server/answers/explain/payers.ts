import type { Explanation } from '../../contract/explanations.ts';
import type { PartyFigure } from '../../domain/explain/figures.ts';
import { explainParty, type PartyName, type PartyProject } from '../../domain/explain/payers.ts';
import type { Explained } from '../../domain/explain/step.ts';
import type { Period } from '../../domain/portfolio.ts';
import { monthOrNull } from '../../domain/project.ts';
import { basisOf } from '../../domain/report.ts';
import { gainingDepartments } from '../../queries/gainingDepartments.ts';
import type { ProjectData } from '../../queries/toInputs.ts';
import type { Db } from '../../warehouse/schema.ts';
import { NOTHING } from './nothing.ts';
import type { Found } from './project.ts';
import { filesOf, withCosts } from './sources.ts';

/** What somebody pays for one project, or gains by it. */
export async function explainedParty(
  db: Db,
  found: Found,
  name: string | null,
  figure: PartyFigure,
): Promise<Explanation> {
  const { data, from, until } = found;
  const municipality = data.record.municipality_name;
  const projects = await partyProjects(db, [found]);
  const period = until === null ? null : { from, until };
  const explained = explainParty(projects, period, { name, municipality }, figure, false);
  const { sections, ...rest } = answered(explained, figure, period);
  return {
    ...rest,
    project: data.record.project,
    projectName: data.record.name,
    party: name,
    sections: withCosts(sections, data, await filesOf(db, data)),
  };
}

/** What somebody pays and gains in the projects and months that the filters leave. */
export async function explainedPartyOfAll(
  db: Db,
  found: readonly Pick<Found, 'data' | 'result' | 'span'>[],
  period: Period | null,
  party: PartyName,
  figure: PartyFigure,
): Promise<Explanation> {
  const explained = explainParty(await partyProjects(db, found), period, party, figure, true);
  const { sections, ...rest } = answered(explained, figure, period);
  return {
    ...rest,
    project: null,
    projectName: null,
    party: party.name,
    sections: withCosts(sections, null, new Map()),
  };
}

async function partyProjects(
  db: Db,
  found: readonly Pick<Found, 'data' | 'result' | 'span'>[],
): Promise<PartyProject[]> {
  const gaining = await gainingDepartments(db);
  return found.map(({ data, result, span }) => ({
    result,
    span,
    name: data.record.name,
    benefitName: (benefit) => data.records.get(benefit)?.name ?? benefit,
    municipality: data.record.municipality_name,
    departments: departmentsOf(data, gaining),
  }));
}

/** The department that each benefit is gained in: its own, else the project's. */
export function departmentsOf(data: ProjectData, gaining: ReadonlyMap<string, string | null>) {
  return new Map(
    [...data.records.keys()].map((benefit) => [benefit, gaining.get(benefit) ?? data.record.department_name]),
  );
}

function answered({ formula, ...rest }: Explained, figure: PartyFigure, period: Period | null) {
  const steps = rest.sections.flatMap((section) => section.steps);
  return {
    ...NOTHING,
    figure,
    from: monthOrNull(period?.from ?? null),
    until: monthOrNull(period?.until ?? null),
    ...rest,
    formula: [...formula],
    basis: basisOf({
      expected: steps.some((s) => s.expected),
      complete: steps.every((s) => s.value !== null),
    }),
  };
}
