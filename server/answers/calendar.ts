import { createHash } from 'node:crypto';
import { ICalAlarmType, ICalCalendar, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { ownerKey, ownerOf } from '../domain/owners.ts';
import { linksBelow } from '../mail/links.ts';
import { texts } from '../mail/texts.ts';
import { maskCpr } from '../privacy.ts';
import { openFollowups } from '../queries/openFollowups.ts';
import type { Db } from '../warehouse/schema.ts';

const HOUR = 3600;
const A_WEEK = 7 * 24 * HOUR;

interface Asked {
  /** Whose follow-ups; without it all. */
  owner?: string | undefined;
  /** The dashboard's, which events lead to. */
  address: string;
  now: Date;
}

/** An iCalendar (RFC 5545) of the follow-ups that are not done: one all-day event each, with an alarm a week before. */
export async function calendarOf(db: Db, { owner, address, now }: Asked): Promise<string> {
  const links = linksBelow(address);
  const calendar = new ICalCalendar({
    name: asText(texts.calendar.name(owner)),
    prodId: { company: 'Gevinst', product: 'Gevinst', language: 'DA' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 4 * HOUR,
  });
  const open = await openFollowups(db);
  // The same owner as on “Mine gevinster”: by name without regard to capitals, or by the address that is all there is.
  const own = owner === undefined ? open : open.filter((f) => ownerKey(ownerOf(f)) === ownerKey(owner));
  for (const followup of own) {
    const { project, project_name, benefit, name, due } = followup;
    const url = links.benefit(project, benefit);
    const description = [project_name, texts.calendar.owner(followup.owner), url].join('\n');
    calendar.createEvent({
      id: `${createHash('sha256')
        .update(JSON.stringify([benefit, due]))
        .digest('hex')
        .slice(0, 32)}@gevinst`,
      stamp: now,
      start: new Date(due),
      allDay: true,
      timezone: 'UTC',
      summary: maskCpr(texts.calendar.event(name)),
      description: maskCpr(description),
      url,
      transparency: ICalEventTransparency.TRANSPARENT,
      alarms: [
        { type: ICalAlarmType.display, trigger: A_WEEK, description: maskCpr(texts.calendar.event(name)) },
      ],
    });
  }
  // The library leaves out the end of the last line.
  return `${calendar.toString()}\r\n`;
}

/** The library writes the calendar's name as it is: a line of its own would be another part of the calendar. */
function asText(name: string): string {
  return maskCpr(name)
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll(/[\\;,]/g, '\\$&');
}
