import { z } from 'zod';
import { MappingFile } from './schema.ts';

/** The JSON Schema of mapping files, for editors that complete and check them: the text of docs/mapping.schema.json. */
export function mappingSchema(): string {
  const schema = z.toJSONSchema(MappingFile, { io: 'input', target: 'draft-2020-12' });
  const titled = { title: 'A mapping file of Gevinst', ...schema };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
