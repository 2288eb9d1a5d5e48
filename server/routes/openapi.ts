import * as z from 'zod/mini';
import { actions } from '../contract/actions.ts';
import { calendar } from '../contract/calendar.ts';
import { endpoints } from '../contract/endpoints.ts';
import { Problem } from '../contract/problem.ts';
import { VERSION } from '../version.ts';

type Action = (typeof actions)[keyof typeof actions];

interface Asked {
  summary: string;
  params: z.ZodMiniObject;
  query: z.ZodMiniObject;
}

interface Operation {
  operationId: string;
  summary: string;
  parameters: ReturnType<typeof parametersOf>;
  requestBody?: object;
  responses: Record<number, object>;
}

/** The OpenAPI 3.1 document, made from the contracts. */
export function openApiDocument() {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const [name, endpoint] of Object.entries(endpoints)) {
    const fresh = { 200: answer('The answer', endpoint.answer), 304: NOT_CHANGED };
    paths[endpoint.path] = { get: operation(name, endpoint, fresh) };
  }
  for (const [name, action] of Object.entries(actions)) {
    paths[action.path] = { ...paths[action.path], [action.method]: acting(name, action) };
  }
  const { params, query } = endpoints.load;
  paths[`${endpoints.load.path}/refusals.csv`] = {
    get: operation(
      'refusals',
      { summary: 'The rows that a load refused, for a spreadsheet', params, query },
      CSV,
    ),
  };
  paths[calendar.path] = { get: operation('calendar', calendar, CALENDAR) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Gevinst',
      version: VERSION,
      description:
        'Money in kroner, shares as fractions, months as YYYY-MM; null is unknown, and `reasons` says why.',
      license: { name: 'MPL-2.0', identifier: 'MPL-2.0' },
    },
    paths,
  };
}

const NOT_CHANGED = { description: 'Not changed since the ETag that was sent' };
const CSV = {
  200: { description: 'A CSV file', content: { 'text/csv': { schema: { type: 'string' } } } },
};
const CALENDAR = {
  200: { description: 'A calendar', content: { 'text/calendar': { schema: { type: 'string' } } } },
};
const OWN_PAGE = { name: 'X-Gevinst', in: 'header', required: true, schema: { const: '1' } };
const FILE = { required: true, content: { 'application/octet-stream': {} } };

function operation(
  name: string,
  { summary, params, query }: Asked,
  responses: Operation['responses'],
): Operation {
  return {
    operationId: name,
    summary,
    parameters: [...parametersOf(params, 'path'), ...parametersOf(query, 'query')],
    responses: {
      ...responses,
      400: answer('A parameter is wrong; details name it', Problem),
      404: answer('There is no such thing', Problem),
    },
  };
}

function acting(name: string, action: Action): Operation {
  const { method, body } = action;
  const asked = operation(name, action, { 200: answer('The answer', action.answer) });
  if (method === 'get') return asked;
  return {
    ...asked,
    parameters: [...asked.parameters, OWN_PAGE],
    ...(body === null ? {} : { requestBody: body === 'file' ? FILE : bodyOf(body) }),
    responses: {
      ...asked.responses,
      403: answer('Asked from the page of another site, or without the header', Problem),
      409: answer('Not possible as things are; the message says why', Problem),
      413: answer('Larger than is taken', Problem),
    },
  };
}

function bodyOf(schema: z.ZodMiniType) {
  return { required: true, content: { 'application/json': { schema: jsonSchema(schema) } } };
}

function parametersOf(schema: z.ZodMiniObject, where: 'path' | 'query') {
  return Object.entries(schema.shape).map(([name, type]) => ({
    name,
    in: where as string,
    required: where === 'path' || !(type as z.ZodMiniType).safeParse(undefined).success,
    schema: jsonSchema(type as z.ZodMiniType) as object,
  }));
}

function answer(description: string, schema: z.ZodMiniType) {
  return { description, content: { 'application/json': { schema: jsonSchema(schema) } } };
}

function jsonSchema(schema: z.ZodMiniType) {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'output' });
  return rest;
}
