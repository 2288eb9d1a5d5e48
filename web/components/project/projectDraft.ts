import type { ProjectFacts } from '../../../server/contract/card.ts';
import { type ProjectIssue, projectIssues } from '../../../server/domain/projectRules.ts';

type Content = ProjectFacts['content'];

/** A project's facts as they are typed: texts, empty where nothing is said. */
export type ProjectDraft = { [K in keyof Content]: string };

/** An empty project; of the municipality that is the only one so far, if so. */
export function emptyProject(municipality: string): ProjectDraft {
  return {
    name: '',
    municipality,
    department: '',
    field: '',
    technology: '',
    stage: '',
    started: '',
    live: '',
    ended: '',
    owner: '',
    ownerEmail: '',
    contact: '',
    goal: '',
    summary: '',
  };
}

export function projectDraftOf(content: Content): ProjectDraft {
  const entries = Object.entries(content).map(([field, value]) => [field, value ?? '']);
  return Object.fromEntries(entries) as ProjectDraft;
}

/** What is typed as facts, and what is wrong with them by field. */
export function readProject(draft: ProjectDraft): {
  content: Content;
  faults: ReadonlyMap<string, ProjectIssue['fault']>;
} {
  const entries = Object.entries(draft).map(([field, text]) => [field, text.trim() || null]);
  const said = Object.fromEntries(entries) as Content;
  const content = { ...said, name: draft.name.trim(), municipality: draft.municipality };
  const faults = new Map(projectIssues(content).map(({ field, fault }) => [field, fault]));
  return { content, faults };
}
