import { JsonScanner } from './jsonScanner.ts';
import type { Record } from './records.ts';

/** What APIs call the list of records in their answers. */
const LISTS = ['value', 'data', 'items', 'results', 'records'];
const HAS_LIST = new RegExp(`"(${LISTS.join('|')})"\\s*:\\s*\\[`);
/** What stands beside it there; a record has an id or the like beside a list of its own. */
const OF_ANSWER =
  /^([@$]|odata|_?(next|prev(ious)?|pag(e|es|ing|ination)|per|size|limit|offset|skip|top|total|count|cursor|has|more|links?|meta|self|first|last|success|status|ok|errors?|message)([A-Z_].*)?$)/;

/** The records of an API's answer, one page of several in a file; the record itself where it is no answer. */
export function recordsIn(record: Record): Record[] {
  const { line, text } = record;
  if (text === null || !HAS_LIST.test(text)) return [record];
  const answer = parsed(text);
  const list = answer && listOf(answer);
  if (!list || !isAnswer(answer, list)) return [record];
  if (list.length === 0) return [];
  return new JsonScanner()
    .push(Buffer.from(text))
    .map((found) => ({ line: line + found.line - 1, text: found.text }));
}

/** Whether the text is an object with a list that is called as those of answers are. */
export function hasList(text: string): boolean {
  const answer = parsed(text);
  return answer !== null && listOf(answer) !== null;
}

/** Whether the list is of records, with nothing beside it but where in the whole it belongs. */
function isAnswer(answer: object, list: readonly unknown[]): boolean {
  const isOfAnswer = ([key, value]: [string, unknown]) =>
    value === list || OF_ANSWER.test(key.charAt(0).toLowerCase() + key.slice(1));
  return list.every(isObject) && Object.entries(answer).every(isOfAnswer);
}

function listOf(answer: object): readonly unknown[] | null {
  const values = answer as { [key: string]: unknown };
  return LISTS.map((name) => values[name]).find((value) => Array.isArray(value)) ?? null;
}

function parsed(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
