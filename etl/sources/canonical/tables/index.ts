import type { Table, TableShape } from '../table.ts';
import { benefits } from './benefits.ts';
import { costs } from './costs.ts';
import { departments } from './departments.ts';
import { followups } from './followups.ts';
import { links } from './links.ts';
import { measurements } from './measurements.ts';
import { measures } from './measures.ts';
import { projects } from './projects.ts';
import { rates } from './rates.ts';
import { risks } from './risks.ts';
import { robots } from './robots.ts';
import { runs } from './runs.ts';
import { targets } from './targets.ts';

const SMALL: readonly Table[] = [
  departments,
  rates,
  projects,
  robots,
  measures,
  measurements,
  benefits,
  targets,
  costs,
  risks,
  links,
  followups,
];

/** All tables, each after those that its rows name: a bundle is loaded in this order. */
export const TABLES: readonly TableShape[] = [...SMALL, runs];

/** The table as the common loader takes it; runs have their own. */
export function smallTable(name: string): Table | undefined {
  return SMALL.find((table) => table.name === name);
}
