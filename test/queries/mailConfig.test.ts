import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { loadPaths } from '../../etl/load.ts';
import { today } from '../../server/clock.ts';
import { mailConfig } from '../../server/mail/config.ts';
import { isDigestTime } from '../../server/mail/digestTime.ts';
import { scheduleMail } from '../../server/mail/schedule.ts';
import { engines } from '../support/databases.ts';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { tempFolder, writeBundle } from '../support/gevinst.ts';
import { startMailServer } from '../support/mailServer.ts';

const MAIL_FROM = 'gevinst@kommune.dk';
const config = (env: Record<string, string>) => mailConfig({ MAIL_FROM, ...env }, 3100);

describe('how mail is sent is said by the environment', () => {
  test('without SMTP_URL none is', () => {
    expect(mailConfig({}, 3000)).toBeNull();
    expect(config({ SMTP_URL: ' ' })).toBeNull();
  });

  test('a mail server, its port, its name and password, and that no password goes unencrypted', () => {
    expect(config({ SMTP_URL: 'smtp://relay.kommune.dk:25' })?.smtp).toEqual({
      host: 'relay.kommune.dk',
      port: 25,
      secure: false,
      requireTLS: false,
      auth: null,
    });
    expect(config({ SMTP_URL: 'smtp://gevinst%40kommune.dk:p%40%2Fss@smtp.kommune.dk' })?.smtp).toEqual({
      host: 'smtp.kommune.dk',
      port: 587,
      secure: false,
      requireTLS: true,
      auth: { user: 'gevinst@kommune.dk', pass: 'p@/ss' },
    });
    expect(config({ SMTP_URL: 'smtps://smtp.kommune.dk' })?.smtp).toMatchObject({ port: 465, secure: true });
  });

  test('links lead to PUBLIC_URL, or to this machine; mail goes at half past seven on weekdays, and on the first', () => {
    const SMTP_URL = 'smtp://relay.kommune.dk';
    expect(config({ SMTP_URL })).toMatchObject({
      publicUrl: 'http://localhost:3100',
      remindersAt: '30 7 * * 1-5',
      digestAt: '0 8 1 * *',
      digestTo: [],
    });
    expect(
      config({ SMTP_URL, PUBLIC_URL: 'https://g.dk/gevinst/', DIGEST_TO: 'a@k.dk, b@k.dk' }),
    ).toMatchObject({ publicUrl: 'https://g.dk/gevinst', digestTo: ['a@k.dk', 'b@k.dk'] });
  });

  const SMTP_URL = 'smtp://u:hemmelig@smtp.kommune.dk';
  test.each([
    ['SMTP_URL', { SMTP_URL: 'smtp.kommune.dk:hemmelig' }],
    ['SMTP_URL', { SMTP_URL: 'https://u:hemmelig@smtp.kommune.dk' }],
    ['SMTP_URL', { SMTP_URL: 'smtp://u:hemmelig%@smtp.kommune.dk' }],
    ['SMTP_URL', { SMTP_URL: 'smtp://u:hemme/lig@smtp.kommune.dk' }],
    ['MAIL_FROM', { SMTP_URL, MAIL_FROM: '' }],
    ['MAIL_FROM', { SMTP_URL, MAIL_FROM: 'Gevinst' }],
    ['DIGEST_TO', { SMTP_URL, DIGEST_TO: 'chef@kommune.dk; direktør' }],
    ['REMINDERS_AT', { SMTP_URL, REMINDERS_AT: 'hver dag' }],
    ['DIGEST_AT', { SMTP_URL, DIGEST_AT: '99 8 1 * *' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'gevinst.kommune.dk' }],
  ])('a wrong %s is named, and no password shown: %o', (variable, env) => {
    const failure = (() => {
      try {
        return config(env as Record<string, string>);
      } catch (error) {
        return error as Error;
      }
    })();
    expect(failure).toMatchObject({ code: 'bad-configuration', details: { variable } });
    expect((failure as Error).message).not.toMatch(/hemme/);
  });
});

describe('when the digest of a month is to be sent', () => {
  const at = (moment: string) => Date.parse(moment) / 1000;

  test('on the 1st at 8.00 in Denmark, and for the rest of the month where it was not', () => {
    const isTime = (moment: string) => isDigestTime('0 8 1 * *', at(moment));
    expect(isTime('2026-11-01T06:59:59Z')).toBe(false);
    expect(isTime('2026-11-01T07:00:00Z')).toBe(true);
    expect(isTime('2026-11-30T22:59:59Z')).toBe(true);
    expect(isTime('2026-11-30T23:00:00Z')).toBe(false);
  });

  test('in summer time, at midnight, and on another day of the month', () => {
    expect(isDigestTime('0 0 1 * *', at('2026-06-30T21:59:59Z'))).toBe(true);
    expect(isDigestTime('0 0 1 * *', at('2026-06-30T22:00:00Z'))).toBe(true);
    expect(isDigestTime('30 7 5 * *', at('2026-07-05T05:29:59Z'))).toBe(false);
    expect(isDigestTime('30 7 5 * *', at('2026-07-05T05:30:00Z'))).toBe(true);
  });
});

test.each(engines)('on $name mail goes by itself at its time, once', async ({ open }) => {
  const server = await startMailServer();
  const folder = tempFolder();
  const { db, close } = await open();
  await loadPaths(db, [writeBundle(folder.path, { ...EXAMPLE, followups: `benefit;due\nB1;${today()}` })], {
    by: 'test',
  });
  await db.updateTable('benefit').set({ owner_email: 'anne@kommune.dk' }).execute();
  const every = { SMTP_URL: server.url, REMINDERS_AT: '* * * * * *' };
  const said: string[] = [];
  const mail = config(every);
  const job = mail && scheduleMail(db, mail, (line) => said.push(line));
  await expect.poll(() => said, { timeout: 60_000 }).not.toEqual([]);
  // Its time comes again and again.
  await pause(2500);
  await job?.stop();
  expect(server.received.map((m) => m.to?.[0]?.address)).toEqual(['anne@kommune.dk']);
  expect(said).toEqual(['reminders: 1 sent.']);
  await server.close();
  await close();
  folder.remove();
});

test.each(engines)(
  'on $name a digest that was not sent at its time is sent when the server starts, once',
  async ({ open }) => {
    const server = await startMailServer();
    const folder = tempFolder();
    const { db, close } = await open();
    await loadPaths(db, [writeBundle(folder.path, EXAMPLE)], { by: 'test' });
    const mail = config({ SMTP_URL: server.url, DIGEST_TO: 'chef@kommune.dk', DIGEST_AT: '0 0 1 * *' });
    const said: string[] = [];
    const started = async () => {
      const job = mail && scheduleMail(db, mail, (line) => said.push(line));
      await job?.stop();
    };
    server.refused.add('chef@kommune.dk');
    await started();
    expect(server.received).toEqual([]);
    expect(said).toEqual([expect.stringContaining('550 No such mailbox')]);
    server.refused.clear();
    await started();
    await started();
    expect(server.received.map((m) => m.to?.[0]?.address)).toEqual(['chef@kommune.dk']);
    expect(server.received[0]?.subject).toContain('Gevinstopfølgning for');
    expect(said.slice(1)).toEqual(['digest: 1 sent.']);
    await server.close();
    await close();
    folder.remove();
  },
);
