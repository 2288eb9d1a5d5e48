import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { endpoints } from '../server/contract/endpoints.ts';
import { PortfolioQuery } from '../server/contract/portfolio.ts';
import { Month } from '../server/contract/scalars.ts';
import { NotFound } from './components/NotFound.tsx';
import { Shell } from './components/Shell.tsx';
import { Overview } from './pages/Overview.tsx';

/** What a page reads from its address; a value it does not understand is left out rather than breaking the page. */
const FigureView = {
  by: z.catch(z.optional(z.enum(['month', 'year'])), undefined),
  view: z.catch(z.optional(z.enum(['table'])), undefined),
};
const lenient = <T extends z.ZodMiniType>(schema: T) => z.catch(z.optional(schema), undefined as never);
const shape = PortfolioQuery.shape;
const OverviewSearch = z.object({
  municipality: lenient(shape.municipality),
  department: lenient(shape.department),
  field: lenient(shape.field),
  technology: lenient(shape.technology),
  stage: lenient(shape.stage),
  from: lenient(shape.from),
  until: lenient(shape.until),
  rank: z.catch(z.optional(z.enum(['net', 'hours', 'roi'])), undefined),
  all: z.catch(z.optional(z.enum(['true'])), undefined),
  ...FigureView,
});
const ProjectSearch = z.object({ until: lenient(Month), ...FigureView });
const DataSearch = z.object({ load: lenient(endpoints.load.params.shape.load) });

/** A period that ends before it begins means nothing: its beginning is left out. */
function inOrder<T extends { from?: string | undefined; until?: string | undefined }>(search: T): T {
  const { from, until } = search;
  return from !== undefined && until !== undefined && from > until ? { ...search, from: undefined } : search;
}

const root = createRootRoute({ component: Shell, notFoundComponent: () => <NotFound /> });
const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: Overview,
  validateSearch: (search) => inOrder(OverviewSearch.parse(search)),
});
const project = createRoute({
  getParentRoute: () => root,
  path: '/projekt/$project',
  component: lazyRouteComponent(() => import('./pages/Project.tsx'), 'ProjectPage'),
  validateSearch: (search) => ProjectSearch.parse(search),
});
const data = createRoute({
  getParentRoute: () => root,
  path: '/data',
  component: lazyRouteComponent(() => import('./pages/Data.tsx'), 'DataPage'),
  validateSearch: (search) => DataSearch.parse(search),
});

/** Everything in an address is text: the code 1042 is no number, and 0751 keeps its zero. */
function searchText(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

export const router = createRouter({
  routeTree: root.addChildren([overview, project, data]),
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: searchText,
  scrollRestoration: true,
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
