import type { Request, Router } from 'express';
import type * as z from 'zod/mini';
import { type EndpointName, type Endpoints, endpoints } from '../contract/endpoints.ts';
import { GevinstError } from '../errors.ts';
import type { AnswerCache } from './answerCache.ts';

type Params<N extends EndpointName> = z.infer<Endpoints[N]['params']>;
type Query<N extends EndpointName> = z.infer<Endpoints[N]['query']>;
type Answer<N extends EndpointName> = z.infer<Endpoints[N]['answer']>;

/** Mounts one endpoint of the contract: validates what is asked, and answers from the cache or by `ask`. */
export function mount<N extends EndpointName>(
  router: Router,
  cache: AnswerCache,
  name: N,
  ask: (params: Params<N>, query: Query<N>) => Promise<Answer<N>>,
): void {
  const endpoint = endpoints[name];
  router.get(routeOf(endpoint.path), async (req, res) => {
    const params = validated(endpoint.params, req.params) as Params<N>;
    const query = validated(endpoint.query, req.query) as Query<N>;
    await cache.send(req, res, keyOf(req), () => ask(params, query));
  });
}

/** A path of the contract as Express takes it: `/api/loads/{load}` → `/api/loads/:load` */
export function routeOf(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

function keyOf(req: Request): string {
  const query = Object.entries(req.query).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${req.path}?${JSON.stringify(query)}`;
}

/** What was sent, as its schema has it. @throws GevinstError `bad-parameter`, naming the parameter and what was expected */
export function validated(schema: z.ZodMiniObject, input: object): unknown {
  const unknown = Object.keys(input).find((name) => !Object.hasOwn(schema.shape, name));
  if (unknown !== undefined) {
    const names = Object.keys(schema.shape);
    const expected = names.length > 0 ? `Expected ${names.join(', ')}.` : 'This address takes none.';
    throw new GevinstError('bad-parameter', `There is no parameter “${unknown}” here. ${expected}`, {
      parameter: unknown,
    });
  }
  refuseUnstorable(input);
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const parameter = (issue?.path ?? []).join('.');
  throw new GevinstError(
    'bad-parameter',
    `The parameter “${parameter}” is wrong: ${issue?.message ?? 'invalid'}.`,
    {
      parameter,
      expected: issue?.message ?? 'a valid value',
    },
  );
}

/** No database keeps these: the null character, and half of a character that takes two. */
const UNSTORABLE = /\0|\p{Cs}/u;
/** Deeper than anything of the contract. */
const DEEPEST = 32;

/** @throws GevinstError `bad-parameter`, naming the field */
function refuseUnstorable(value: unknown, field = '', depth = 0): void {
  if (depth > DEEPEST) {
    throw new GevinstError('bad-parameter', 'The body is nested too deeply.', { parameter: 'body' });
  }
  if (typeof value === 'string' && UNSTORABLE.test(value)) {
    throw new GevinstError('bad-parameter', `“${field}” holds a character that is no text. Write it again.`, {
      parameter: field,
      expected: 'text',
    });
  }
  if (value === null || typeof value !== 'object') return;
  for (const [name, inner] of Object.entries(value)) {
    refuseUnstorable(inner, field === '' ? name : `${field}.${name}`, depth + 1);
  }
}
