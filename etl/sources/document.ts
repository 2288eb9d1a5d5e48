import { readFileSync, writeFileSync } from 'node:fs';
import { SOURCES } from './index.ts';
import { withMapping } from './sourceDocument.ts';

/** `npm run docs`: writes the tables in docs/sources/*.md. */
for (const source of SOURCES) {
  const page = new URL(`../../docs/sources/${source.name}.md`, import.meta.url);
  writeFileSync(page, withMapping(readFileSync(page, 'utf8'), source));
}
