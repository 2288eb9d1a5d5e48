import { portfolioAnswer } from '../answers/portfolio.ts';
import type { Portfolio } from '../contract/portfolio.ts';
import { dayNumber, dayText, firstDay, lastFullMonth, monthText } from '../domain/calendar.ts';
import { dueness } from '../domain/followupState.ts';
import { DAYS_AHEAD } from '../domain/reminding.ts';
import { followupsDone } from '../queries/followupsDone.ts';
import { mailSent } from '../queries/mailSent.ts';
import { openFollowups } from '../queries/openFollowups.ts';
import type { Db } from '../warehouse/schema.ts';
import type { Block, Item } from './blocks.ts';
import { figuresBlocks } from './digestFigures.ts';
import { measured } from './format.ts';
import type { Letter } from './letter.ts';
import type { Links } from './links.ts';
import { unaddressedOf } from './reminders.ts';
import { texts } from './texts.ts';

const DIGEST = 'digest';
const SHOWN = 15;
const said = texts.digest;

/** The digest of the last full month before `today` (`YYYY-MM-DD`), to each recipient who has not had it. */
export async function digestsDue(
  db: Db,
  today: string,
  recipients: readonly string[],
  links: Links,
): Promise<Letter[]> {
  const month = monthText(lastFullMonth(today));
  const had = new Set(
    (await mailSent(db, [DIGEST])).filter((s) => s.about === month).map((s) => s.recipient),
  );
  const waiting = [...new Set(recipients.map((r) => r.toLowerCase()))].filter((r) => !had.has(r));
  if (waiting.length === 0) return [];
  const blocks = await digestBlocks(db, today, links);
  return waiting.map((recipient) => ({
    to: { name: '', address: recipient },
    subject: said.subject(month),
    blocks,
    records: [{ kind: DIGEST, recipient, about: month }],
  }));
}

async function digestBlocks(db: Db, today: string, links: Links): Promise<Block[]> {
  const last = lastFullMonth(today);
  const month = monthText(last);
  const [inMonth, toDate] = [
    await portfolioAnswer(db, { from: month, until: month }, today),
    await portfolioAnswer(db, { until: month }, today),
  ];
  const count = toDate.projects.length;
  return [
    { kind: 'paragraph', text: texts.greeting([]) },
    { kind: 'paragraph', text: count === 0 ? said.none : said.intro(month, count) },
    ...(count === 0 ? [] : figuresBlocks(inMonth, toDate, month)),
    ...section(said.even.title(month), said.even.none, brokenEven(toDate, month, links)),
    ...section(said.done.title(month), said.done.none, await done(db, last, links)),
    ...(await openBlocks(db, today, links)),
    ...section(said.behind.title, said.behind.none, behind(toDate, links)),
    ...section(said.report.title, said.report.none, reportsDue(toDate, today, links)),
    { kind: 'link', text: said.overview, href: links.overview },
    { kind: 'paragraph', text: said.stop },
  ];
}

function section(title: string, none: string, items: Item[]): Block[] {
  const rest = items.length - SHOWN;
  return [
    { kind: 'heading', text: title },
    items.length === 0 ? { kind: 'paragraph', text: none } : { kind: 'list', items: items.slice(0, SHOWN) },
    ...(rest > 0 ? [{ kind: 'paragraph' as const, text: texts.more(rest) }] : []),
  ];
}

function brokenEven({ projects }: Portfolio, month: string, links: Links): Item[] {
  return projects
    .filter(({ totals }) => totals.breakEven === month)
    .map((p) => ({ title: p.name, href: links.project(p.project), lines: [said.even.row] }));
}

async function done(db: Db, month: number, links: Links): Promise<Item[]> {
  const followups = await followupsDone(db, dayText(firstDay(month)), dayText(firstDay(month + 1) - 1));
  return followups.map((f) => ({
    title: f.name,
    href: links.benefit(f.project, f.benefit),
    lines: [f.project_name, said.done.row(f.done ?? '', said.status[f.status ?? ''] ?? null)],
  }));
}

async function openBlocks(db: Db, today: string, links: Links): Promise<Block[]> {
  const open = await openFollowups(db, { by: dayText(dayNumber(today) + DAYS_AHEAD) });
  const overdue = open
    .filter((f) => dueness(f.due, today) === 'overdue')
    .map((f) => ({
      title: f.name,
      href: links.benefit(f.project, f.benefit),
      lines: [f.project_name, said.overdue.row(f.due, f.owner)],
    }));
  const { followups, owners } = unaddressedOf(open);
  const names = owners.map((owner) => owner ?? said.unaddressed.nobody);
  const unaddressed: Block[] = [
    { kind: 'heading', text: said.unaddressed.title },
    { kind: 'paragraph', text: said.unaddressed.row(followups, names) },
  ];
  return [...section(said.overdue.title, said.overdue.none, overdue), ...(followups > 0 ? unaddressed : [])];
}

function behind({ behindTarget }: Portfolio, links: Links): Item[] {
  const value = (b: Portfolio['behindTarget'][number], known: number) => measured(known, b.unit, b.per);
  return behindTarget.map((b) => ({
    title: b.name,
    href: links.benefit(b.project, b.benefit),
    lines: [b.projectName, said.behind.row(value(b, b.after), value(b, b.target), b.due)],
  }));
}

/** Projects that have been live for a year in this month. */
function reportsDue({ projects }: Portfolio, today: string, links: Links): Item[] {
  const aYearAgo = monthText(lastFullMonth(today) + 1 - 12);
  return projects
    .filter((p) => p.live?.startsWith(aYearAgo) && p.stage !== 'retired')
    .map((p) => ({ title: p.name, href: links.report(p.project), lines: [said.report.row(p.live ?? '')] }));
}
