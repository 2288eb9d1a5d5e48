import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { today } from '../../server/clock.ts';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { gevinst, startGevinst, tempFolder, writeBundle } from '../support/gevinst.ts';
import { type MailServer, startMailServer } from '../support/mailServer.ts';

const TABLES = {
  ...EXAMPLE,
  benefits: EXAMPLE.benefits
    ?.replace('cashable;owner', 'cashable;owner;owner_email')
    .replace('Anne Holm', 'Anne Holm;anne@kommune.dk')
    .replace('Bo Dahl', 'Bo Dahl;bo@kommune.dk'),
  followups: `benefit;due\nB1;${today()}\nB2;${today()}`,
} as Record<string, string>;

describe('gevinst remind', () => {
  const folder = tempFolder();
  const database = `${folder.path}/warehouse.db`;
  let server: MailServer;

  beforeAll(async () => {
    server = await startMailServer();
    await gevinst('load', writeBundle(`${folder.path}/bundle`, TABLES), '--db', database);
  });
  afterAll(async () => {
    for (const name of ['SMTP_URL', 'MAIL_FROM', 'DIGEST_TO']) delete process.env[name];
    await server.close();
    folder.remove();
  });

  test('without a mail server it says what to set, and shows who would get what', async () => {
    const { code, stderr } = await gevinst('remind', '--db', database);
    expect(code).toBe(1);
    expect(stderr).toContain('Set SMTP_URL and MAIL_FROM');
    const dry = await gevinst('remind', '--dry-run', '--db', database);
    expect(dry.code).toBe(0);
    expect(dry.stdout).toContain('anne@kommune.dk: 1 gevinst skal følges op');
    expect(dry.stdout).toContain('2 would be sent; nothing was.');
  });

  test('2 when one is refused, and then only that one is sent: 0; then nothing is due', async () => {
    process.env.SMTP_URL = server.url;
    process.env.MAIL_FROM = 'gevinst@kommune.dk';
    server.refused.add('bo@kommune.dk');
    const first = await gevinst('remind', '--db', database);
    expect(first.code).toBe(2);
    expect(first.stdout).toContain('bo@kommune.dk: 550 No such mailbox');
    server.refused.clear();
    expect((await gevinst('remind', '--db', database)).code).toBe(0);
    expect((await gevinst('remind', '--db', database)).stdout).toBe('Nothing is due.\n');
    expect(server.received.map((m) => m.to?.[0]?.address)).toEqual(['anne@kommune.dk', 'bo@kommune.dk']);
  });

  test('the digest needs somebody to be sent to', async () => {
    expect((await gevinst('remind', '--digest', '--db', database)).stderr).toContain('DIGEST_TO');
    process.env.DIGEST_TO = 'chef@kommune.dk';
    expect((await gevinst('remind', '--digest', '--db', database)).code).toBe(0);
    expect(server.received.at(-1)?.subject).toMatch(/^Gevinstopfølgning for /);
  });

  test('the served calendar has the follow-ups of an owner; what it does not know is refused', async () => {
    const { url, stop } = await startGevinst(['serve', '--db', database]);
    const answer = await fetch(`${url}/api/calendar.ics?owner=Bo%20Dahl`);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const text = await answer.text();
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(text.replaceAll('\r\n ', '')).toContain(`${url}/projekt/P2/gevinst/B2`);
    expect((await fetch(`${url}/api/calendar.ics?ejer=Bo`)).status).toBe(400);
    await stop();
  });
});
