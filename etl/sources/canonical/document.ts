import { writeFileSync } from 'node:fs';
import { mappingSchema } from '../mapping/jsonSchema.ts';
import { tablesDocument } from './tablesDocument.ts';

/** `npm run docs`: writes docs/tables.md, and docs/mapping.schema.json (which `npm run format` then evens out). */
writeFileSync(new URL('../../../docs/tables.md', import.meta.url), tablesDocument());
writeFileSync(new URL('../../../docs/mapping.schema.json', import.meta.url), mappingSchema());
