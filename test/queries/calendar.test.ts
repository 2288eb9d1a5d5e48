import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPaths } from '../../etl/load.ts';
import { calendarOf } from '../../server/answers/calendar.ts';
import type { Db } from '../../server/warehouse/schema.ts';
import { engines } from '../support/databases.ts';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { tempFolder, writeBundle } from '../support/gevinst.ts';

const FOLLOWUPS = `
  benefit;due;done;status;note
  B1;2026-03-18;;;
  B1;2026-02-10;2026-02-11;on_track;Som ventet
  B2;2026-03-29;;;`;

describe.each(engines)('$name', ({ open }) => {
  const folder = tempFolder();
  let warehouse: Awaited<ReturnType<typeof open>>;
  let db: Db;

  const eventsOf = async (owner?: string, now = '2026-03-01T12:00:00Z') => {
    const address = 'https://gevinst.kommune.dk';
    const text = await calendarOf(db, { owner, address, now: new Date(now) });
    return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((v) => new ICAL.Event(v));
  };

  beforeAll(async () => {
    warehouse = await open();
    db = warehouse.db;
    const bundle = writeBundle(folder.path, { ...EXAMPLE, followups: FOLLOWUPS });
    await loadPaths(db, [bundle], { by: 'test' });
  });
  afterAll(async () => {
    await warehouse.close();
    folder.remove();
  });

  test('each follow-up that is not done is one whole day, the day that summer time begins too', async () => {
    const events = await eventsOf();
    expect(
      events.map((e) => [e.summary, e.startDate.toString(), e.startDate.isDate, e.duration.days]),
    ).toEqual([
      ['Følg op: Kortere sagsbehandling', '2026-03-18', true, 1],
      ['Følg op: Flere tilfredse borgere', '2026-03-29', true, 1],
    ]);
  });

  test('it leads to the benefit’s card, and calls a week before', async () => {
    const [event] = await eventsOf();
    expect(event?.component.getFirstPropertyValue('url')).toBe(
      'https://gevinst.kommune.dk/projekt/P1/gevinst/B1',
    );
    const alarm = event?.component.getFirstSubcomponent('valarm');
    expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-P7D');
  });

  test('an event is the same one whenever it is asked for, so that a calendar does not show it twice', async () => {
    const uids = async (now: string) => (await eventsOf(undefined, now)).map((e) => e.uid);
    expect(await uids('2026-03-02T12:00:00Z')).toEqual(await uids('2026-03-09T12:00:00Z'));
    expect(new Set(await uids('2026-03-02T12:00:00Z')).size).toBe(2);
  });

  test('an owner’s calendar has the owner’s follow-ups alone; that of someone unknown has none', async () => {
    expect((await eventsOf('Bo Dahl')).map((e) => e.summary)).toEqual(['Følg op: Flere tilfredse borgere']);
    expect(await eventsOf('Ingen Her')).toEqual([]);
  });

  test('an owner is the one that the page “Mine gevinster” has: capitals aside, or by the address alone', async () => {
    const names = async (owner: string) => (await eventsOf(owner)).map((e) => e.summary);
    expect(await names('bo  dahl')).toEqual(['Følg op: Flere tilfredse borgere']);
    await db
      .updateTable('benefit')
      .set({ owner: null, owner_email: 'ida@kommune.dk' })
      .where('benefit', '=', 'B1')
      .execute();
    expect(await names('ida@kommune.dk')).toEqual(['Følg op: Kortere sagsbehandling']);
  });

  test('an owner’s name puts nothing into the calendar but a name', async () => {
    const owner = 'Bo\r\nBEGIN:VEVENT\r\nSUMMARY:Falsk\r\nEND:VEVENT';
    expect(await eventsOf(owner)).toEqual([]);
  });

  test('the calendar’s name is written as text, and its last line is ended too', async () => {
    const owner = 'Holm; Anne, Løn\\HR';
    const text = await calendarOf(db, { owner, address: 'https://gevinst.kommune.dk', now: new Date(0) });
    expect(text).toContain('\r\nX-WR-CALNAME:Gevinstopfølgning for Holm\\; Anne\\, Løn\\\\HR\r\n');
    expect(text).toMatch(/\r\nEND:VCALENDAR\r\n$/);
  });
});
