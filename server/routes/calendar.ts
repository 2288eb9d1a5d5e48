import type { Router } from 'express';
import type * as z from 'zod/mini';
import { calendarOf } from '../answers/calendar.ts';
import { publicUrl } from '../config.ts';
import { calendar } from '../contract/calendar.ts';
import type { Db } from '../warehouse/schema.ts';
import { validated } from './endpoint.ts';

export function calendarRoutes(router: Router, db: Db): void {
  router.get(calendar.path, async (req, res) => {
    const { owner } = validated(calendar.query, req.query) as z.infer<typeof calendar.query>;
    const address = publicUrl(process.env, req.socket.localPort ?? 0);
    res.set('Cache-Control', 'no-cache').attachment('gevinstopfoelgning.ics');
    res.type('text/calendar; charset=utf-8').send(await calendarOf(db, { owner, address, now: new Date() }));
  });
}
