import type { Email } from 'postal-mime';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadPaths } from '../../etl/load.ts';
import { takeTurn } from '../../server/edits/mailSent.ts';
import { type MailConfig, mailConfig } from '../../server/mail/config.ts';
import { linksBelow } from '../../server/mail/links.ts';
import { remindersDue } from '../../server/mail/reminders.ts';
import { sendDigest, sendReminders } from '../../server/mail/rounds.ts';
import type { Db } from '../../server/warehouse/schema.ts';
import { engines } from '../support/databases.ts';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { tempFolder, writeBundle } from '../support/gevinst.ts';
import { type MailServer, startMailServer } from '../support/mailServer.ts';
import { CERTIFICATE } from '../support/sqlServer/certificate.ts';

const PEOPLE = {
  ...EXAMPLE,
  benefits: `
    benefit;project;name;type;method;volume;minutes;indicator;rate;cashable;owner;owner_email
    B1;P1;Kortere sagsbehandling <b>& "hurtig" 🎉;productivity;per_item;robot:R1;min1;;std;no;Åse Ærø;Ase@kommune.dk
    B2;P2;Flere tilfredse borgere;quality;indicator;;;tilf;;;Bo Dahl;bo@kommune.dk
    B3;P2;Færre opkald;quality;indicator;;;tilf;;;Ida Uden;
    B4;P2;Slut;quality;indicator;;;tilf;;;Åse Ærø;ase@kommune.dk
    B 5/ø;P2;Skema 010190-1234;quality;indicator;;;tilf;;;Åse Ærø;ase@kommune.dk`,
  followups: `
    benefit;due;done;status;note
    B1;2026-03-18;;;
    B1;2026-02-10;2026-02-11;on_track;Som ventet
    B2;2026-03-18;;;
    B3;2026-03-18;;;
    B4;2026-03-18;;;
    B 5/ø;2026-03-25;;;`,
};

/** 07:30 in Denmark on a day. */
const at = (day: string) => () => Date.parse(`${day}T06:30:00Z`) / 1000;
const to = (mail: Email | undefined) => mail?.to?.map(({ address }) => address);
const header = (mail: Email | undefined, key: string) => mail?.headers.find((h) => h.key === key)?.value;

describe.each(engines)('$name', ({ open }) => {
  const folder = tempFolder();
  let warehouse: Awaited<ReturnType<typeof open>>;
  let db: Db;
  let server: MailServer;
  let config: MailConfig;

  const remind = (day: string) => sendReminders(db, config, at(day));

  beforeAll(async () => {
    server = await startMailServer();
    config = configOf(server.url);
    warehouse = await open();
    db = warehouse.db;
    await loadPaths(db, [writeBundle(folder.path, PEOPLE)], { by: 'test' });
    await db.insertInto('benefit_card').values(closedCard('B4')).execute();
  });
  beforeEach(async () => {
    server.received.length = 0;
    server.refused.clear();
    await db.deleteFrom('reminder').execute();
  });
  afterAll(async () => {
    await warehouse.close();
    await server.close();
    folder.remove();
  });

  test('an owner gets one mail with all that is due; a closed benefit is not in it', async () => {
    const delivered = await remind('2026-03-18');
    expect(delivered?.failed).toEqual([]);
    expect(server.received.map(to)).toEqual([['ase@kommune.dk'], ['bo@kommune.dk']]);
    const [mail] = server.received;
    expect(mail?.subject).toBe('2 gevinster skal følges op');
    expect(mail?.text).toContain('Hej Åse Ærø');
    expect(mail?.text).toContain('* Kortere sagsbehandling <b>& "hurtig" 🎉');
    expect(mail?.text).toContain('Følges op i dag, 18. marts 2026');
    expect(mail?.text).toContain('Følges op senest 25. marts 2026');
    expect(mail?.text).toContain('https://gevinst.kommune.dk/projekt/P2/gevinst/B%205%2F%C3%B8');
    expect(mail?.text).toContain('https://gevinst.kommune.dk/mine-gevinster?owner=%C3%85se%20%C3%86r%C3%B8');
    expect(mail?.text).not.toContain('Slut');
  });

  test('its HTML is escaped, its sender said, and no machine answers it; no CPR number is in it', async () => {
    await remind('2026-03-18');
    const [mail] = server.received;
    expect(mail?.html).toContain('Kortere sagsbehandling &lt;b&gt;&amp; &quot;hurtig&quot; 🎉</a>');
    expect(mail?.html).not.toContain('<b>');
    expect(mail?.from).toMatchObject({ name: 'Gevinst', address: 'gevinst@kommune.dk' });
    expect(header(mail, 'auto-submitted')).toBe('auto-generated');
    expect(header(mail, 'list-id')).toContain('<gevinst.kommune.dk>');
    expect(`${mail?.html}${mail?.text}`).not.toContain('010190');
    expect(mail?.text).toContain('Skema XXXXXX-XXXX');
  });

  test('none is sent twice, and none is missed: 14 days before, on the day, each week after', async () => {
    const sent: string[] = [];
    for (const day of ['03', '04', '05', '18', '19', '24', '25', '26', '31']) {
      server.received.length = 0;
      await remind(`2026-03-${day}`);
      await remind(`2026-03-${day}`);
      sent.push(...server.received.filter((m) => to(m)?.[0] === 'bo@kommune.dk').map(() => day));
    }
    expect(sent).toEqual(['04', '18', '25']);
  });

  test('who is refused gets it the next time; the others have theirs already', async () => {
    server.refused.add('ase@kommune.dk');
    const first = await remind('2026-03-18');
    expect(first?.failed.map(({ letter, why }) => [letter.to.address, why])).toEqual([
      ['ase@kommune.dk', '550 No such mailbox'],
    ]);
    expect(server.received.map(to)).toEqual([['bo@kommune.dk']]);
    server.refused.clear();
    await remind('2026-03-18');
    expect(server.received.map(to)).toEqual([['bo@kommune.dk'], ['ase@kommune.dk']]);
  });

  test('two servers at once send one mail each owner', async () => {
    const both = await Promise.all([remind('2026-03-18'), remind('2026-03-18')]);
    expect(both.filter((delivered) => delivered === null)).toHaveLength(1);
    expect(server.received).toHaveLength(2);
  });

  test('a server that went away while it was sending keeps the others waiting ten minutes, no longer', async () => {
    const now = at('2026-03-18')();
    await takeTurn(db, 'gone', now - 599);
    expect(await remind('2026-03-18')).toBeNull();
    await takeTurn(db, 'gone', now - 600);
    expect((await sendReminders(db, config, () => now + 1))?.sent).toHaveLength(2);
  });

  test('an owner without an address is counted and named', async () => {
    const { unaddressed } = await remindersDue(db, '2026-03-18', linksBelow('https://gevinst.kommune.dk'));
    expect(unaddressed).toEqual({ followups: 1, owners: ['Ida Uden'] });
  });

  test('to see what is due sends and records nothing', async () => {
    const { letters } = await remindersDue(db, '2026-03-18', linksBelow('https://gevinst.kommune.dk'));
    expect(letters.map((l) => l.to.address)).toEqual(['ase@kommune.dk', 'bo@kommune.dk']);
    expect(server.received).toEqual([]);
    expect(await db.selectFrom('reminder').selectAll().execute()).toEqual([]);
  });

  test('a mail server that does not answer is said, and nothing is recorded; nor is its password shown', async () => {
    const locked = await startMailServer('hem/lig');
    const wrong = configOf(locked.url.replace('hem%2Flig', 'gættet'));
    const failure = await sendReminders(db, wrong, at('2026-03-18')).catch((error) => error);
    expect(failure).toMatchObject({ code: 'mail-unreachable' });
    expect(failure.message).not.toMatch(/hem|gættet/);
    await sendReminders(db, configOf(locked.url), at('2026-03-18'));
    expect(locked.received).toHaveLength(2);
    await locked.close();
    await db.deleteFrom('reminder').execute();
    const nowhere = configOf('smtp://127.0.0.1:1');
    const gone = await sendReminders(db, nowhere, at('2026-03-18')).catch((error) => error);
    expect(gone).toMatchObject({ code: 'mail-unreachable' });
    expect(await db.selectFrom('reminder').selectAll().execute()).toEqual([]);
  });

  test('a mail server whose certificate cannot be checked gets nothing, and what to do is said', async () => {
    const signed = await startMailServer('hemlig', CERTIFICATE);
    const failure = await sendReminders(db, configOf(signed.url), at('2026-03-18')).catch((error) => error);
    expect(failure).toMatchObject({ code: 'mail-unreachable' });
    expect(failure.message).toContain('self-signed certificate. Nothing was sent.');
    expect(failure.message).toContain('NODE_EXTRA_CA_CERTS');
    expect(signed.received).toEqual([]);
    await signed.close();
    expect(await db.selectFrom('reminder').selectAll().execute()).toEqual([]);
  });

  test('while no costs are registered the digest’s net is unknown', async () => {
    const costs = await db.selectFrom('cost').selectAll().execute();
    await db.deleteFrom('cost').execute();
    await sendDigest(db, config, at('2024-06-01'));
    await db.insertInto('cost').values(costs).execute();
    const text = server.received[0]?.text?.replaceAll('\u00a0', ' ') ?? '';
    expect(text).toContain('Gevinst\n  I maj 2024: 24.000 kr.');
    const unknown = 'ukendt: der er ingen omkostninger registreret';
    expect(text).toContain(`Netto\n  I maj 2024: ${unknown}\n  I alt til og med maj 2024: ${unknown}`);
  });

  test('the digest has May’s figures and those to its end, with what is unknown and why', async () => {
    await sendDigest(db, config, at('2024-06-01'));
    const [mail] = server.received;
    const text = mail?.text?.replaceAll('\u00a0', ' ') ?? '';
    expect(to(mail)).toEqual(['chef@kommune.dk']);
    expect(mail?.subject).toBe('Gevinstopfølgning for maj 2024');
    expect(text).toContain('Gevinst\n  I maj 2024: 24.000 kr.\n  I alt til og med maj 2024: 120.000 kr.');
    expect(text).toContain('Omkostninger\n  I maj 2024: 2.000 kr.\n  I alt til og med maj 2024: 160.000 kr.');
    expect(text).toContain('Frigjorte timer\n  I maj 2024: 60,0\n  I alt til og med maj 2024: 300');
    expect(text).toContain('Afkast\n  I maj 2024: opgøres kun i alt\n  I alt til og med maj 2024: −25,0 %');
    expect(text).toContain('* Ansøgninger om helbredstillæg\n  Gevinsterne har nu dækket omkostningerne.');
  });

  test('it says what was followed up, what is overdue, and whom nobody can remind', async () => {
    await sendDigest(db, config, at('2026-03-01'));
    const text = server.received[0]?.text ?? '';
    expect(text).toContain('Gevinst\n  I februar 2026: ukendt: der er ikke målt noget efter ændringen');
    expect(text).toContain('Omkostninger\n  I februar 2026: ingen registreret');
    expect(text).toContain('Fulgt op i februar 2026');
    expect(text).toContain('11. februar 2026: på rette vej');
    expect(text).toContain('Ingen opfølgninger er overskredet.');
    expect(text).toContain(
      'Flere tilfredse borgere\n  Tilfredse borgere\n  70 %, mål 80 % senest 30. juni 2024',
    );
    server.received.length = 0;
    await sendDigest(db, config, at('2026-04-01'));
    const april = server.received[0]?.text ?? '';
    expect(april).toContain('Færre opkald\n  Tilfredse borgere\n  Senest 18. marts 2026. Ejer: Ida Uden');
    expect(april).toContain('1 opfølgning har ingen gyldig mailadresse på ejeren: Ida Uden.');
  });

  test('a benefit that is set aside is in no digest, its follow-ups neither', async () => {
    const aside = { ...closedCard('B1'), closed: null, archived: '2026-02-20' };
    await db.insertInto('benefit_card').values(aside).execute();
    await sendDigest(db, config, at('2026-03-01'));
    await db.deleteFrom('benefit_card').where('benefit', '=', 'B1').execute();
    expect(server.received[0]?.text).toContain('Fulgt op i februar 2026');
    expect(server.received[0]?.text).not.toContain('Kortere sagsbehandling');
  });

  test('a year after a project went live its realisation report is due, that month', async () => {
    const due = async (day: string) => {
      server.received.length = 0;
      await sendDigest(db, config, at(day));
      return server.received[0]?.text?.includes('/projekt/P1/rapport');
    };
    expect(await due('2025-01-01')).toBe(true);
    expect(await due('2025-02-01')).toBe(false);
  });

  test('the digest of a month is sent once', async () => {
    await sendDigest(db, config, at('2024-06-01'));
    await sendDigest(db, config, at('2024-06-02'));
    expect(server.received).toHaveLength(1);
    await sendDigest(db, config, at('2024-07-01'));
    expect(server.received).toHaveLength(2);
  });
});

function configOf(smtp: string): MailConfig {
  const config = mailConfig(
    {
      SMTP_URL: smtp,
      MAIL_FROM: 'Gevinst <gevinst@kommune.dk>',
      PUBLIC_URL: 'https://gevinst.kommune.dk/',
      DIGEST_TO: 'chef@kommune.dk',
    },
    3000,
  );
  if (config === null) throw new Error('SMTP_URL is set');
  return config;
}

function closedCard(benefit: string) {
  const empty = {
    measured_by: null,
    department: null,
    frequency: null,
    phase_in: null,
    assumptions: null,
    dependencies: null,
    risks: null,
    evidence: null,
    deviation: null,
    archived: null,
  };
  return { benefit, ...empty, closed: '2026-01-01' };
}
