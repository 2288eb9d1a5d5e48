import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { actions } from '../../server/contract/actions.ts';
import { endpoints } from '../../server/contract/endpoints.ts';
import { openApiDocument } from '../../server/routes/openapi.ts';

test('the OpenAPI document is valid OpenAPI 3.1', async () => {
  const result = await new Validator().validate(structuredClone(openApiDocument()));
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
});

test('it has every endpoint with its parameters', () => {
  const { paths } = openApiDocument();
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(described.sort()).toEqual(
    [
      ...Object.values(endpoints).map((e) => `get ${e.path}`),
      ...Object.values(actions).map((a) => `${a.method} ${a.path}`),
      'get /api/calendar.ics',
      'get /api/loads/{load}/refusals.csv',
    ].sort(),
  );
  expect(
    paths['/api/projects/{project}/business-case']?.get?.parameters.map((p) => [p.name, p.in, p.required]),
  ).toEqual([
    ['project', 'path', true],
    ['until', 'query', false],
  ]);
});
