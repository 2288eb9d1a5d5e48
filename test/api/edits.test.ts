import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

const OWN_PAGE = { 'X-Gevinst': '1', 'Content-Type': 'application/json' };

async function ask(path: string) {
  return (await fetch(server.url + path)).json();
}

async function send(method: string, path: string, body: object, headers: Record<string, string> = OWN_PAGE) {
  const response = await fetch(server.url + path, { method, headers, body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
}

const card = async () => ask('/api/projects/P1/cards/B1');
const save = async (change: object, headers?: Record<string, string>) => {
  const { revision, card: content } = await card();
  const body = { revision, card: { ...content, ...change }, newRate: null };
  return send('PUT', '/api/projects/P1/cards/B1', body, headers);
};

describe('an edit', () => {
  test('is seen by the next question, and is in the history with the name of who made it', async () => {
    const headers = { ...OWN_PAGE, 'X-Gevinst-Name': encodeURIComponent('Åse Øst') };
    expect(await ask('/api/projects/P1/benefits')).toMatchObject({ benefits: [{ owner: 'Anne Holm' }] });
    expect(await save({ owner: 'Bente Å. Sørensen' }, headers)).toMatchObject({ status: 200 });
    expect(await ask('/api/projects/P1/benefits')).toMatchObject({
      benefits: [{ owner: 'Bente Å. Sørensen' }],
    });
    const { changes } = await ask('/api/projects/P1/changes?subject=benefit&key=B1');
    expect(changes[0]).toMatchObject({
      by: 'Åse Øst',
      verb: 'changed',
      fields: [{ field: 'owner', from: 'Anne Holm', to: 'Bente Å. Sørensen' }],
    });
  });

  test('that began from what is no longer there is refused, and nothing is written over', async () => {
    const { revision, card: content } = await card();
    expect(await save({ confidence: 'høj' })).toMatchObject({ status: 200 });
    const late = { revision, card: { ...content, confidence: 'lav' }, newRate: null };
    expect(await send('PUT', '/api/projects/P1/cards/B1', late)).toMatchObject({
      status: 409,
      body: { error: { code: 'changed-meanwhile' } },
    });
    expect((await card()).card.confidence).toBe('høj');
  });

  test('is put back by restoring what was before it', async () => {
    const before = (await card()).card.confidence;
    await save({ confidence: 'ukendt grund' });
    const { changes } = await ask('/api/projects/P1/changes?subject=benefit&key=B1');
    const restored = await fetch(`${server.url}/api/changes/${changes[0].change}/restore`, {
      method: 'POST',
      headers: { 'X-Gevinst': '1' },
    });
    expect(restored.status).toBe(200);
    expect((await card()).card.confidence).toBe(before);
  });

  test('with a personal number in any field is refused by the field’s name, and the number is nowhere', async () => {
    const { status, body } = await save({ assumptions: 'Borgeren 010180-1234 klagede' });
    expect(status).toBe(422);
    expect(body.error).toMatchObject({
      code: 'personal-number',
      details: { parameter: 'card.assumptions' },
    });
    expect(JSON.stringify(body)).not.toContain('010180');
    expect(readFileSync(db).includes('010180-1234')).toBe(false);
    expect(readFileSync(`${db}-wal`).includes('010180-1234')).toBe(false);
  });

  test('that another site’s page could have sent is refused', async () => {
    expect(await save({}, { 'Content-Type': 'application/json' })).toMatchObject({ status: 403 });
    expect(await save({}, { ...OWN_PAGE, Origin: 'https://ond.example' })).toMatchObject({ status: 403 });
  });

  test('whose body is no such thing is refused with the place of what is wrong', async () => {
    expect(await save({ attribution: 'halvdelen' })).toMatchObject({
      status: 400,
      body: { error: { code: 'bad-parameter', details: { parameter: 'card.attribution' } } },
    });
    expect(await send('PUT', '/api/projects/P1/cards/B1', { hat: 1 })).toMatchObject({ status: 400 });
    expect(
      await send('PUT', '/api/projects/P1/cards/nope', {
        revision: '',
        card: (await card()).card,
        newRate: null,
      }),
    ).toMatchObject({
      status: 404,
    });
  });
});
