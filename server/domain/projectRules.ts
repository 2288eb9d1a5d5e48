import { isDay } from './schedule.ts';

/** A project's facts as they are edited. */
interface ProjectFacts {
  name: string;
  municipality: string;
  started: string | null;
  live: string | null;
  ended: string | null;
  ownerEmail: string | null;
}

/** One thing that is wrong with a project's facts, by the field. */
export interface ProjectIssue {
  field: string;
  fault: 'required' | 'too-long' | 'not-a-day' | 'not-an-email' | 'ends-before';
}

const LONGEST_LINE = 200;
const LONGEST_TEXT = 4_000;

/** Everything that is wrong with a project's facts; the page and the server ask the same. */
export function projectIssues(facts: ProjectFacts & Record<string, string | null>): ProjectIssue[] {
  const issues: ProjectIssue[] = [];
  const wrong = (field: string, fault: ProjectIssue['fault']) => issues.push({ field, fault });
  if (facts.name.trim() === '') wrong('name', 'required');
  if (facts.name.length > LONGEST_LINE) wrong('name', 'too-long');
  if (facts.municipality.trim() === '') wrong('municipality', 'required');
  for (const field of ['started', 'live', 'ended'] as const) {
    const day = facts[field];
    if (day !== null && !isDay(day)) wrong(field, 'not-a-day');
  }
  for (const field of ['started', 'live'] as const) {
    const day = facts[field];
    if (day !== null && facts.ended !== null && facts.ended < day) {
      wrong('ended', 'ends-before');
      break;
    }
  }
  if (facts.ownerEmail !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(facts.ownerEmail)) {
    wrong('ownerEmail', 'not-an-email');
  }
  for (const [field, text] of Object.entries(facts)) {
    if (field !== 'name' && (text?.length ?? 0) > LONGEST_TEXT) wrong(field, 'too-long');
  }
  return issues;
}
