import { writeFileSync } from 'node:fs';
import { tablesDocument } from './tablesDocument.ts';

/** `npm run docs`: writes docs/tables.md. */
writeFileSync(new URL('../../../docs/tables.md', import.meta.url), tablesDocument());
