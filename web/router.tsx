import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { endpoints } from '../server/contract/endpoints.ts';
import { PortfolioQuery } from '../server/contract/portfolio.ts';
import { Month } from '../server/contract/scalars.ts';
import { NotFound } from './components/NotFound.tsx';
import { Shell } from './components/Shell.tsx';
import { Overview } from './pages/Overview.tsx';
import { areasReady } from './text/index.ts';

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
/** `copy` is the benefit that a new one begins as a copy of, `robot` the one that it counts. */
const NewBenefitSearch = z.object({ copy: lenient(z.string()), robot: lenient(z.string()) });
const PlanSearch = z.object({ version: lenient(z.string().check(z.regex(/^\d{1,4}$/))) });
const OwnerSearch = z.object({ owner: lenient(z.string()) });
const DataSearch = z.object({ load: lenient(endpoints.load.params.shape.load) });

/** A page that is fetched when it is first wanted, with its texts. */
async function withTexts<T>(page: Promise<T>): Promise<T> {
  await areasReady();
  return page;
}

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
  component: lazyRouteComponent(() => withTexts(import('./pages/Project.tsx')), 'ProjectPage'),
  validateSearch: (search) => ProjectSearch.parse(search),
});
const data = createRoute({
  getParentRoute: () => root,
  path: '/data',
  component: lazyRouteComponent(() => withTexts(import('./pages/Data.tsx')), 'DataPage'),
  validateSearch: (search) => DataSearch.parse(search),
});

const benefitMap = createRoute({
  getParentRoute: () => root,
  path: '/projekt/$project/gevinstkort',
  component: lazyRouteComponent(() => withTexts(import('./pages/BenefitMap.tsx')), 'BenefitMapPage'),
});
const measuring = createRoute({
  getParentRoute: () => root,
  path: '/projekt/$project/maalinger',
  component: lazyRouteComponent(() => withTexts(import('./pages/Measuring.tsx')), 'MeasuringPage'),
});
const plan = createRoute({
  getParentRoute: () => root,
  path: '/projekt/$project/plan',
  component: lazyRouteComponent(() => withTexts(import('./pages/Plan.tsx')), 'PlanPage'),
  validateSearch: (search) => PlanSearch.parse(search),
});
const followup = createRoute({
  getParentRoute: () => root,
  path: '/projekt/$project/opfoelgning',
  component: lazyRouteComponent(() => withTexts(import('./pages/Followup.tsx')), 'FollowupPage'),
});
const realisation = createRoute({
  getParentRoute: () => root,
  path: '/projekt/$project/rapport',
  component: lazyRouteComponent(() => withTexts(import('./pages/Realisation.tsx')), 'RealisationPage'),
});
const benefitCard = createRoute({
  getParentRoute: () => root,
  path: '/projekt/$project/gevinst/$benefit',
  component: lazyRouteComponent(() => withTexts(import('./pages/BenefitCard.tsx')), 'BenefitCardPage'),
});
const newBenefit = createRoute({
  getParentRoute: () => root,
  path: '/projekt/$project/ny-gevinst',
  component: lazyRouteComponent(() => withTexts(import('./pages/NewBenefit.tsx')), 'NewBenefitPage'),
  validateSearch: (search) => NewBenefitSearch.parse(search),
});
const newProject = createRoute({
  getParentRoute: () => root,
  path: '/nyt-projekt',
  component: lazyRouteComponent(() => withTexts(import('./pages/NewProject.tsx')), 'NewProjectPage'),
});
const myBenefits = createRoute({
  getParentRoute: () => root,
  path: '/mine-gevinster',
  component: lazyRouteComponent(() => withTexts(import('./pages/MyBenefits.tsx')), 'MyBenefitsPage'),
  validateSearch: (search) => OwnerSearch.parse(search),
});
const goals = createRoute({
  getParentRoute: () => root,
  path: '/maal',
  component: lazyRouteComponent(() => withTexts(import('./pages/Goals.tsx')), 'GoalsPage'),
});

/** Everything in an address is text: the code 1042 is no number, and 0751 keeps its zero. */
function searchText(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

export const router = createRouter({
  routeTree: root.addChildren([
    overview,
    project,
    data,
    benefitMap,
    measuring,
    plan,
    followup,
    realisation,
    benefitCard,
    newBenefit,
    newProject,
    myBenefits,
    goals,
  ]),
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
