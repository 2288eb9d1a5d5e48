import * as z from 'zod/mini';
import { endpoints } from '../contract/endpoints.ts';
import { Problem } from '../contract/problem.ts';
import { VERSION } from '../version.ts';

/** The OpenAPI 3.1 document, made from the contracts. */
export function openApiDocument() {
  const paths = Object.entries(endpoints).map(([name, endpoint]) => {
    const parameters = [...parametersOf(endpoint.params, 'path'), ...parametersOf(endpoint.query, 'query')];
    const operation = {
      operationId: name,
      summary: endpoint.summary,
      parameters,
      responses: {
        200: answer('The answer', endpoint.answer),
        304: { description: 'Not changed since the ETag that was sent' },
        400: answer('A parameter is wrong; details name it', Problem),
        404: answer('There is no such thing', Problem),
      },
    };
    return [endpoint.path, { get: operation }] as const;
  });
  return {
    openapi: '3.1.0',
    info: {
      title: 'Gevinst',
      version: VERSION,
      description:
        'Money in kroner, shares as fractions, months as YYYY-MM; null is unknown, and `reasons` says why.',
      license: { name: 'MPL-2.0', identifier: 'MPL-2.0' },
    },
    paths: Object.fromEntries(paths),
  };
}

function parametersOf(schema: z.ZodMiniObject, where: 'path' | 'query') {
  return Object.entries(schema.shape).map(([name, type]) => ({
    name,
    in: where,
    required: where === 'path',
    schema: jsonSchema(type as z.ZodMiniType),
  }));
}

function answer(description: string, schema: z.ZodMiniType) {
  return { description, content: { 'application/json': { schema: jsonSchema(schema) } } };
}

function jsonSchema(schema: z.ZodMiniType) {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'output' });
  return rest;
}
