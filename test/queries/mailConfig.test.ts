import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { loadPaths } from '../../etl/load.ts';
import { today } from '../../server/clock.ts';
import { mailConfig } from '../../server/mail/config.ts';
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
  await pause(3500);
  job?.stop();
  await pause(500);
  expect(server.received.map((m) => m.to?.[0]?.address)).toEqual(['anne@kommune.dk']);
  expect(said).toEqual(['reminders: 1 sent.']);
  await server.close();
  await close();
  folder.remove();
});
