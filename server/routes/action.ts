import express, { type Request, type RequestHandler, type Router } from 'express';
import type * as z from 'zod/mini';
import { type ActionName, type Actions, actions } from '../contract/actions.ts';
import { GevinstError } from '../errors.ts';
import { routeOf, validated } from './endpoint.ts';
import { requireOwnPage } from './ownPage.ts';

type Params<N extends ActionName> = z.infer<Actions[N]['params']>;
type Query<N extends ActionName> = z.infer<Actions[N]['query']>;
type Body<N extends ActionName> = Actions[N]['body'] extends z.ZodMiniType
  ? z.infer<Actions[N]['body']>
  : null;
export type Answer<N extends ActionName> = z.infer<Actions[N]['answer']>;

export interface Asked<N extends ActionName> {
  params: Params<N>;
  query: Query<N>;
  /** null where the contract has none, or a file: that is read from the request. */
  body: Body<N>;
}

const json = express.json({ limit: '256kb' });

/** Mounts one action of the contract: lets in who may act, validates what is sent, and answers what is never cached. */
export function mountAction<N extends ActionName>(
  router: Router,
  name: N,
  act: (asked: Asked<N>, req: Request) => Answer<N> | Promise<Answer<N>>,
): void {
  const { method, path, params, query, body, answer: _ } = actions[name];
  const handlers: RequestHandler[] = [];
  if (method !== 'get')
    handlers.push(guard(body === 'file' ? 'application/octet-stream' : body && 'application/json'));
  if (body !== null && body !== 'file') handlers.push(json);
  router[method](routeOf(path), ...handlers, async (req, res) => {
    const asked = {
      params: validated(params, req.params),
      query: validated(query, req.query),
      body: body === null || body === 'file' ? null : validated(body, req.body as object),
    } as Asked<N>;
    const answer = await act(asked, req);
    res.set('Cache-Control', 'no-store').json(answer);
  });
}

/** Before anything of the body is read. */
function guard(contentType: string | null): RequestHandler {
  return (req, _res, next) => {
    requireOwnPage(req);
    if (contentType !== null && req.is(contentType) !== contentType) {
      throw new GevinstError(
        'bad-parameter',
        `The body must be ${contentType}, and its Content-Type say so.`,
        {
          parameter: 'Content-Type',
          expected: contentType,
        },
      );
    }
    next();
  };
}
