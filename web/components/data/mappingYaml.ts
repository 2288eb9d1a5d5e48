import type { MappingContent, Origin } from '../../../server/contract/mappings.ts';

/** A mapping as the text of a mapping file: YAML in which every text of the user's is quoted. */
export function mappingYaml(content: MappingContent): string {
  const { columns, statuses, codes = {}, where = [], ...settings } = content;
  const coded = Object.entries(codes).filter(([, words]) => Object.keys(words).length > 0);
  const lines = [
    ...Object.entries(settings).map(([name, value = '']) => `${name}: ${quoted(value)}`),
    ...(where.length > 0 ? ['where:'] : []),
    ...where.map((filter) => `  - ${JSON.stringify(filter)}`),
    ...(statuses && Object.keys(statuses).length > 0 ? ['statuses:', ...words(statuses, '  ')] : []),
    ...(coded.length > 0 ? ['codes:'] : []),
    ...coded.flatMap(([column, of]) => [`  ${column}:`, ...words(of, '    ')]),
    'columns:',
    ...Object.entries(columns).map(([name, origin]) => `  ${name}: ${from(origin)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function words(of: Readonly<Record<string, string>>, indent: string): string[] {
  return Object.entries(of).map(([word, means]) => `${indent}${JSON.stringify(word)}: ${quoted(means)}`);
}

function from(origin: Origin): string {
  const parts = Object.entries(origin).map(
    ([name, value]) =>
      `${name}: ${Array.isArray(value) ? `[${value.map((one) => JSON.stringify(one)).join(', ')}]` : JSON.stringify(value)}`,
  );
  return `{ ${parts.join(', ')} }`;
}

/** Our own words need no quotes; JSON's way of quoting is YAML's too. */
function quoted(text: string): string {
  return /^[a-z][a-z_]*$/.test(text) ? text : JSON.stringify(text);
}
