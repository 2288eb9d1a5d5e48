import { isDay, scheduleDue } from '../domain/schedule.ts';
import { GevinstError } from '../errors.ts';
import type { Db } from '../warehouse/schema.ts';
import { type Editor, edit } from './edit.ts';
import { followupOf } from './followupContent.ts';
import { replaceFollowup } from './followupWrites.ts';
import { setGoLive } from './project.ts';

/**
 * Adds follow-ups so many months after `live` to each of some benefits, but to closed ones, and not where one is there
 * already. Gives how many were added. With `saveLive` the day becomes the project's go-live, where it has none.
 * @throws GevinstError `not-found`, `bad-parameter`, `changed-meanwhile` if the project has got another go-live
 */
export async function scheduleFollowups(
  db: Db,
  project: string,
  given: {
    benefits: readonly string[];
    live: string;
    months: readonly number[];
    saveLive?: boolean | undefined;
  },
  editor: Editor,
): Promise<{ added: number }> {
  const { live, months } = given;
  if (!isDay(live)) {
    throw new GevinstError('bad-parameter', `“${live}” is no day of the calendar.`, { parameter: 'live' });
  }
  return edit(db, async (trx) => {
    if (given.saveLive) await setGoLive(trx, project, live, editor);
    let added = 0;
    for (const benefit of new Set(given.benefits)) {
      const { closed, followups } = await followupOf(trx, project, benefit);
      if (closed !== null) continue;
      const existing = followups.map((f) => f.due);
      for (const due of scheduleDue(live, months, existing)) {
        const followup = { due, done: null, status: null, note: null, value: null };
        await replaceFollowup(trx, { project, benefit }, null, followup, editor);
        added++;
      }
    }
    return { added };
  });
}
