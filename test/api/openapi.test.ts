import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { endpoints } from '../../server/contract/endpoints.ts';
import { openApiDocument } from '../../server/routes/openapi.ts';

test('the OpenAPI document is valid OpenAPI 3.1', async () => {
  const result = await new Validator().validate(structuredClone(openApiDocument()));
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
});

test('it has every endpoint with its parameters', () => {
  const { paths } = openApiDocument();
  expect(Object.keys(paths).sort()).toEqual(
    Object.values(endpoints)
      .map((e) => e.path)
      .sort(),
  );
  expect(
    paths['/api/projects/{project}/business-case']?.get.parameters.map((p) => [p.name, p.in, p.required]),
  ).toEqual([
    ['project', 'path', true],
    ['until', 'query', false],
  ]);
});
