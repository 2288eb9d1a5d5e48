const DANISH_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' });

/** Today in Denmark, `YYYY-MM-DD`. The domain has no clock; whoever asks it passes the day in. */
export function today(): string {
  return danishDay(new Date());
}

/** The day in Denmark of a moment, `YYYY-MM-DD`. */
export function danishDay(moment: Date): string {
  return DANISH_DAY.format(moment);
}
