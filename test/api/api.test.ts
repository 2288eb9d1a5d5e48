import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endpoints } from '../../server/contract/endpoints.ts';
import { Problem } from '../../server/contract/problem.ts';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { gevinst, startGevinst, tempFolder, writeBundle } from '../support/gevinst.ts';

const folder = tempFolder();
const db = `${folder.path}/test.db`;
let server: Awaited<ReturnType<typeof startGevinst>>;

beforeAll(async () => {
  const loaded = await gevinst('load', writeBundle(`${folder.path}/bundle`, EXAMPLE), '--db', db);
  expect(loaded).toMatchObject({ code: 0, stderr: '' });
  server = await startGevinst(['serve', '--db', db]);
});
afterAll(async () => {
  await server.stop();
  folder.remove();
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers });
const json = async (path: string) => (await get(path)).json();

describe('answers are what the contract says', () => {
  const paths: Record<keyof typeof endpoints, string> = {
    portfolio: '/api/portfolio',
    projects: '/api/projects?technology=RPA',
    project: '/api/projects/P1',
    businessCase: '/api/projects/P1/business-case?until=2024-03',
    series: '/api/projects/P1/series',
    benefits: '/api/projects/P1/benefits',
    measures: '/api/projects/P2/measures',
    loads: '/api/loads?limit=5',
    load: '/api/loads/1',
    map: '/api/projects/P1/map',
    goals: '/api/goals',
    benefitEntries: '/api/benefits',
    card: '/api/projects/P1/cards/B1',
    cardChoices: '/api/projects/P1/card-choices',
    projectFacts: '/api/projects/P1/facts',
    plan: '/api/projects/P1/plan',
    projectPayers: '/api/projects/P1/payers?until=2024-03',
    portfolioPayers: '/api/portfolio/payers?municipality=0630',
    followups: '/api/projects/P1/followups',
    myBenefits: '/api/my-benefits?owner=Anne%20Holm',
    owners: '/api/owners',
    realisation: '/api/projects/P1/realisation',
    explanation: '/api/projects/P1/explanation?figure=gains',
    explanations: '/api/projects/P1/explanations',
    planExplanations: '/api/projects/P1/plan/explanations',
    portfolioExplanation: '/api/portfolio/explanation?figure=roi',
    portfolioExplanations: '/api/portfolio/explanations?technology=RPA',
    changes: '/api/projects/P1/changes',
    robotChoices: '/api/robots',
    robotWork: '/api/projects/P1/robots',
    workLoads: '/api/projects/P1/robots/loads',
  };
  test.each(Object.entries(paths))('%s: %s', async (name, path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    const { answer } = endpoints[name as keyof typeof endpoints];
    expect(answer.parse(await response.json())).toBeTruthy();
  });
});

describe('figures worked by hand', () => {
  test('P1 to June 2024: 144,000 − 112,000 = 32,000 kr, 28.6 %, 360 hours, break-even in May', async () => {
    const { totals, until, complete, benefits } = await json('/api/projects/P1/business-case');
    expect({ until, complete }).toEqual({ until: '2024-06', complete: true });
    expect(totals).toMatchObject({
      costs: 112_000,
      gains: 144_000,
      net: 32_000,
      hours: 360,
      breakEven: '2024-05',
      paybackMonths: 4,
    });
    expect(totals.roi).toBeCloseTo(32 / 112, 9);
    expect(totals.costPerHour).toBe(311.11);
    expect(totals.fte).toBeCloseTo(720 / 1500, 9);
    expect(benefits[0]).toMatchObject({ before: 10, after: 4, changePercent: -60, dataPoints: 3602 });
  });

  test('the command line gives the same JSON as the API', async () => {
    const { stdout } = await gevinst('report', 'P1', '--json', '--db', db);
    expect(JSON.parse(stdout)).toEqual(await json('/api/projects/P1/business-case'));
  });

  test('the portfolio adds P2’s costs to P1’s figures, and P2’s gains are unknown, not zero', async () => {
    const portfolio = await json('/api/portfolio');
    expect(portfolio.totals).toMatchObject({ costs: 162_000, gains: 144_000, net: -18_000 });
    expect(portfolio.split).toEqual({ cashable: 0, freed: 144_000, unspecified: 0 });
    const p2 = portfolio.projects.find((p: { project: string }) => p.project === 'P2');
    expect(p2.totals.gains).toBeNull();
    expect(p2.reasons.gains).toBe('not-monetary');
    expect(portfolio.behindTarget).toMatchObject([
      { benefit: 'B2', after: 70, target: 80, due: '2024-06-30' },
    ]);
    expect(portfolio.followupsDue).toMatchObject([{ benefit: 'B2', due: '2024-07-01', overdue: true }]);
  });

  test('filters leave the projects that match, and say what else there is to choose', async () => {
    const vejle = await json('/api/portfolio?municipality=0630');
    expect(vejle.projects.map((p: { project: string }) => p.project)).toEqual(['P1']);
    expect(vejle.totals.costs).toBe(112_000);
    expect(vejle.filters.municipality).toEqual([
      { value: '0630', label: 'Vejle', projects: 1 },
      { value: '0751', label: 'Aarhus', projects: 1 },
    ]);
  });

  test('a period counts its months only: April to June is 6,000 in costs and 72,000 in gains', async () => {
    const { totals } = await json('/api/portfolio?municipality=0630&from=2024-04&until=2024-06');
    expect(totals).toMatchObject({ costs: 6000, gains: 72_000 });
  });

  test('a benefit shows every input with its load, and the rate in force', async () => {
    const { benefits } = await json('/api/projects/P1/benefits');
    expect(
      benefits[0].inputs.map((i: { role: string; phase: string; value: number }) => [
        i.role,
        i.phase,
        i.value,
      ]),
    ).toEqual([
      ['minutes', 'after', 4],
      ['minutes', 'before', 10],
    ]);
    expect(benefits[0].runs).toMatchObject({
      robot: 'R1',
      runs: 3600,
      items: 3600,
      from: '2024-01',
      until: '2024-06',
    });
    expect(benefits[0].rates).toMatchObject([
      { rate: 'std', hourlyKr: 400, hoursPerFte: 1500, source: 'Budget 2024' },
    ]);
  });
});

describe('errors are said in one form', () => {
  test.each([
    ['/api/projects/nope', 404, 'not-found', { project: 'nope' }],
    ['/api/projects/nope/series', 404, 'not-found', { project: 'nope' }],
    ['/api/loads/999', 404, 'not-found', { load: 999 }],
    ['/api/loads/x', 400, 'bad-parameter', { parameter: 'load' }],
    ['/api/nope', 404, 'not-found', undefined],
    ['/api/projects/P1/business-case?until=2024-13', 400, 'bad-parameter', { parameter: 'until' }],
    ['/api/portfolio?until=9999-12', 400, 'bad-parameter', { parameter: 'until' }],
    ['/api/projects/P1/business-case?untl=2024-12', 400, 'bad-parameter', { parameter: 'untl' }],
    ['/api/portfolio?until=2024-01&until=2024-02', 400, 'bad-parameter', { parameter: 'until' }],
    ['/api/portfolio?stage=flying', 400, 'bad-parameter', { parameter: 'stage' }],
    ['/api/portfolio?from=2024-06&until=2024-01', 400, 'bad-parameter', { parameter: 'from' }],
    ['/api/projects/%E0%A4%A', 400, 'bad-parameter', { parameter: 'path' }],
  ])('%s → %i %s', async (path, status, code, details) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    const { error } = Problem.parse(await response.json());
    expect(error.code).toBe(code);
    expect(error.message).not.toMatch(/\bat .*:\d+|node_modules/);
    if (details) expect(error.details).toMatchObject(details);
  });

  test('another host name is refused: a page elsewhere cannot read this machine’s figures', async () => {
    const { request } = await import('node:http');
    const status = await new Promise((resolve) => {
      request(`${server.url}/api/portfolio`, { headers: { Host: 'evil.example' } }, (r) =>
        resolve(r.statusCode),
      ).end();
    });
    expect(status).toBe(403);
  });

  test('who says no host name at all, as before HTTP/1.1, is refused as well', async () => {
    const { connect } = await import('node:net');
    const answer = await new Promise<string>((resolve, reject) => {
      const { hostname, port } = new URL(server.url);
      const socket = connect(Number(port), hostname, () =>
        socket.write('GET /api/portfolio HTTP/1.0\r\n\r\n'),
      );
      socket.once('data', (data) => resolve(String(data))).once('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
  });

  test('serving on an address that others can reach is refused with what to do', async () => {
    const { code, stderr } = await gevinst('serve', '--db', db, '--host', '0.0.0.0');
    expect(code).toBe(1);
    expect(stderr).toMatch(/no sign-in yet.*127\.0\.0\.1/);
  });
});

describe('answers are kept until the warehouse changes', () => {
  test('the same question has the same ETag, and is answered 304 to who has it', async () => {
    const first = await get('/api/portfolio');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    expect((await get('/api/portfolio', { 'If-None-Match': etag })).status).toBe(304);
  });

  test('large answers come compressed', async () => {
    expect((await get('/api/portfolio', { 'Accept-Encoding': 'br' })).headers.get('content-encoding')).toBe(
      'br',
    );
    expect((await get('/api/portfolio', { 'Accept-Encoding': 'gzip' })).headers.get('content-encoding')).toBe(
      'gzip',
    );
    const plain = await get('/api/portfolio', { 'Accept-Encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.json()).toEqual(await json('/api/portfolio'));
  });

  test('a cost loaded by another process is in the next answer', async () => {
    const before = await json('/api/projects/P2/business-case');
    const costs = 'project;from;per;amount_kr;category;basis\nP2;2024-03;once;1.000,00;training;actual';
    const more = writeBundle(`${folder.path}/more`, { costs });
    expect((await gevinst('load', more, '--db', db)).code).toBe(0);
    const after = await json('/api/projects/P2/business-case');
    expect(after.totals.costs - before.totals.costs).toBe(1000);
  });
});

describe('besides the API', () => {
  test('/healthz answers', async () => {
    expect(await json('/healthz')).toEqual({ status: 'ok' });
  });

  test('any other address is the dashboard, under a strict content security policy', async () => {
    const page = await get('/projekt/P1');
    expect(page.headers.get('content-type')).toMatch(/text\/html/);
    expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self'(;|$)/);
  });
});
