import { danishDay } from '../clock.ts';
import { dayNumber, dayText } from '../domain/calendar.ts';
import { DAYS_AHEAD, type Reminded, type ReminderKind, reminderOf } from '../domain/reminding.ts';
import { mailSent } from '../queries/mailSent.ts';
import { type OpenFollowup, openFollowups } from '../queries/openFollowups.ts';
import type { Db } from '../warehouse/schema.ts';
import type { Block } from './blocks.ts';
import { isAddress } from './config.ts';
import type { Letter } from './letter.ts';
import type { Links } from './links.ts';
import { texts } from './texts.ts';

/** Most urgent first. */
const KINDS = ['overdue', 'due', 'soon'] as const satisfies ReminderKind[];

/** Follow-ups that nobody can be reminded of, because their owner has no mail address. */
export interface Unaddressed {
  followups: number;
  /** Their owners; null for benefits without one. */
  owners: (string | null)[];
}

export interface Reminders {
  letters: Letter[];
  unaddressed: Unaddressed;
}

interface Due {
  kind: ReminderKind;
  followup: OpenFollowup;
}

/** A mail to each owner who is to be reminded today (`YYYY-MM-DD`), with all that there is to remind of. */
export async function remindersDue(db: Db, today: string, links: Links): Promise<Reminders> {
  const open = await openFollowups(db, { by: dayText(dayNumber(today) + DAYS_AHEAD) });
  const reminded = await remindedOf(db);
  const byAddress = new Map<string, Due[]>();
  for (const followup of open.filter(isAddressed)) {
    const recipient = recipientOf(followup);
    const kind = reminderOf(followup.due, today, reminded.get(keyOf(recipient, aboutOf(followup))) ?? {});
    if (kind) byAddress.set(recipient, [...(byAddress.get(recipient) ?? []), { kind, followup }]);
  }
  const letters = [...byAddress].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    letters: letters.map(([recipient, due]) => letterTo(recipient, due, links)),
    unaddressed: unaddressedOf(open),
  };
}

/** Those of some follow-ups that nobody can be reminded of. */
export function unaddressedOf(open: readonly OpenFollowup[]): Unaddressed {
  const without = open.filter((f) => !isAddressed(f));
  return { followups: without.length, owners: [...new Set(without.map((f) => f.owner))] };
}

async function remindedOf(db: Db): Promise<Map<string, Reminded>> {
  const reminded = new Map<string, Reminded>();
  for (const { kind, recipient, about, sent } of await mailSent(db, KINDS)) {
    const key = keyOf(recipient, about);
    reminded.set(key, { ...reminded.get(key), [kind]: danishDay(new Date(sent * 1000)) });
  }
  return reminded;
}

const isAddressed = ({ owner_email }: OpenFollowup) => isAddress(owner_email?.trim() ?? '');
const recipientOf = ({ owner_email }: OpenFollowup) => owner_email?.trim().toLowerCase() ?? '';
/** A follow-up that is put off is another one. */
const aboutOf = ({ benefit, due }: OpenFollowup) => `${benefit} ${due}`;
const keyOf = (recipient: string, about: string) => `${recipient} ${about}`;

function letterTo(recipient: string, due: readonly Due[], links: Links): Letter {
  const names = [...new Set(due.flatMap(({ followup }) => followup.owner ?? []))];
  const benefits = new Set(due.map(({ followup }) => followup.benefit)).size;
  const lists = KINDS.flatMap((kind) => listOf(kind, due, links));
  const mine = names.map((name): Block => {
    const text = names.length === 1 ? texts.reminder.mine : texts.reminder.mineOf(name);
    return { kind: 'link', text, href: links.mine(name) };
  });
  return {
    to: { name: names.length === 1 ? (names[0] ?? '') : '', address: recipient },
    subject: texts.reminder.subject(benefits),
    blocks: [
      { kind: 'paragraph', text: texts.greeting(names) },
      { kind: 'paragraph', text: texts.reminder.intro(benefits) },
      ...lists,
      ...mine,
      { kind: 'paragraph', text: texts.reminder.done },
      { kind: 'paragraph', text: texts.reminder.stop },
    ],
    records: due.map(({ kind, followup }) => ({ kind, recipient, about: aboutOf(followup) })),
  };
}

function listOf(kind: ReminderKind, due: readonly Due[], links: Links): Block[] {
  const some = due.filter((d) => d.kind === kind).map(({ followup }) => followup);
  if (some.length === 0) return [];
  const items = some.map((f) => ({
    title: f.name,
    href: links.benefit(f.project, f.benefit),
    lines: [texts.reminder.project(f.project_name), texts.reminder.due[kind](f.due)],
  }));
  return [
    { kind: 'heading', text: texts.reminder.heading[kind] },
    { kind: 'list', items },
  ];
}
