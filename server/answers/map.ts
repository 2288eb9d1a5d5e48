import type { GoalBenefit, GoalList, MapBenefit, MapNode, ProjectMap } from '../contract/map.ts';
import { type BenefitMap, carriers, linkIndex, projectMap } from '../domain/benefitMap.ts';
import { benefitStatus, type StatusFacts } from '../domain/benefitStatus.ts';
import { goalSum } from '../domain/goalSum.ts';
import { judgedRole } from '../domain/judged.ts';
import { monthOrNull, type ProjectMonths } from '../domain/project.ts';
import { basisOf, benefitFigures, kroner } from '../domain/report.ts';
import { contentOf, countOthers, otherMaps } from '../edits/mapContent.ts';
import { revisionOf } from '../edits/revision.ts';
import { benefitStatusFacts } from '../queries/benefitStatusFacts.ts';
import { mapSource } from '../queries/mapSource.ts';
import { projectInputs } from '../queries/projectInputs.ts';
import type { ProjectData } from '../queries/toInputs.ts';
import type { Db } from '../warehouse/schema.ts';
import { monthsUntil, projectData } from './project.ts';

/** A project's benefit map, with figures up to the last month with actual data. @throws GevinstError `not-found` */
export async function mapAnswer(db: Db, project: string, today: string): Promise<ProjectMap> {
  const data = await projectData(db, project);
  const source = await mapSource(db);
  const index = linkIndex(source);
  const map = projectMap(index, project);
  const others = otherMaps(index, project);
  const figures = figuresOf(data, today, await benefitStatusFacts(db));
  const goals = goalsOf(map, figures.benefits);
  const shared = countOthers(others);
  const texts = new Set(map.nodes.map((n) => n.node));
  const allGoals = others.flatMap((m) => m.nodes.filter((n) => n.kind === 'goal').map((n) => n.node));
  return {
    project,
    until: figures.until,
    revision: revisionOf(contentOf(map, source)),
    nodes: map.nodes.map(({ node, kind }): MapNode => {
      const text = !source.codes.has(node);
      return {
        node,
        kind,
        name: nameOf(data, node),
        text,
        shared: text ? shared.node(node) : 0,
        costs: node === project ? figures.costs : null,
        benefit: figures.benefits.get(node) ?? null,
        goal: goals.get(node) ?? null,
      };
    }),
    links: map.links.map((link) => ({ ...link, shared: shared.link(link) })),
    otherGoals: [...new Set(allGoals)].filter((goal) => !texts.has(goal)).sort(byText),
  };
}

function nameOf({ record, records, robots }: ProjectData, node: string): string {
  const robot = [...robots.values()].find((r) => r.robot === node);
  return node === record.project ? record.name : (records.get(node)?.name ?? robot?.name ?? node);
}

/** The portfolio by strategic goal: those that most benefits carry first. */
export async function goalsAnswer(db: Db, today: string): Promise<GoalList> {
  const index = linkIndex(await mapSource(db));
  const facts = await benefitStatusFacts(db);
  const goals = new Map<string, GoalBenefit[]>();
  const maps = new Map<string, number>();
  const without: GoalBenefit[] = [];
  for (const data of await projectInputs(db)) {
    const { project } = data.record;
    const { until, benefits } = figuresOf(data, today, facts);
    const reached = new Set<string>();
    const view = (code: string): GoalBenefit[] => {
      const own = benefits.get(code);
      const name = nameOf(data, code);
      return own ? [{ project, projectName: data.record.name, benefit: code, name, until, ...own }] : [];
    };
    for (const [goal, codes] of carriers(projectMap(index, project))) {
      const carrying = codes.flatMap(view);
      const before = goals.get(goal);
      if (before) before.push(...carrying);
      else goals.set(goal, carrying);
      maps.set(goal, (maps.get(goal) ?? 0) + 1);
      for (const code of codes) reached.add(code);
    }
    without.push(...[...benefits.keys()].filter((code) => !reached.has(code)).flatMap(view));
  }
  return {
    goals: [...goals]
      .map(([goal, benefits]) => ({
        goal,
        projects: new Set(benefits.map((b) => b.project)).size,
        maps: maps.get(goal) ?? 0,
        sum: goalSum(benefits),
        benefits,
      }))
      .sort((a, b) => b.benefits.length - a.benefits.length || byText(a.goal, b.goal)),
    without,
  };
}

function figuresOf(data: ProjectData, today: string, facts: (benefit: string) => StatusFacts) {
  const { project, until } = monthsUntil(data, today, null);
  const costsKnown = until !== null && data.inputs.costs.length > 0;
  const benefits = new Map(
    data.inputs.benefits.map((inputs): [string, MapBenefit] => {
      const code = inputs.benefit.benefit;
      const record = data.records.get(code);
      const { line, difference, per, expected, reasons } = benefitFigures(project, inputs, until ?? 0, today);
      const months = (project.benefits.get(code) ?? []).filter((m) => m.month <= (until ?? 0));
      const { method, gains, hours, before, after, target, targetDue, targetMet } = line;
      return [
        code,
        {
          basis: basisOf({
            expected: months.some((m) => m.expected),
            complete: months.every((m) => m.missing === null),
          }),
          ...{
            method,
            gains,
            hours,
            before,
            after,
            expected,
            difference,
            per,
            target,
            targetDue,
            targetMet,
            reasons,
          },
          unit: data.measures.get(record?.[judgedRole(inputs)] ?? '')?.record.unit ?? null,
          owner: record?.owner ?? null,
          status: benefitStatus(inputs, facts(code), until !== null, today),
        },
      ];
    }),
  );
  const costs: MapNode['costs'] = costsKnown
    ? { costs: kroner(costsUntil(project, until)), reasons: {} }
    : { costs: null, reasons: { costs: 'no-costs' } };
  return { until: monthOrNull(until), costs, benefits };
}

function costsUntil({ months }: ProjectMonths, until: number): number {
  return months.reduce((sum, m) => (m.month <= until ? sum + m.costs : sum), 0);
}

function goalsOf(map: BenefitMap, benefits: ReadonlyMap<string, MapBenefit>) {
  return new Map(
    [...carriers(map)].map(([goal, codes]) => [
      goal,
      goalSum(codes.flatMap((code) => benefits.get(code) ?? [])),
    ]),
  );
}

function byText(a: string, b: string): number {
  return a.localeCompare(b, 'da');
}
