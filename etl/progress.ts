import cliProgress from 'cli-progress';

export interface ProgressBar {
  update(done: number, total: number, what: string): void;
  stop(): void;
}

/** A bar on stderr with the time left, on a terminal; nothing elsewhere. */
export function progressBar(title: string): ProgressBar {
  if (!process.stderr.isTTY) return { update() {}, stop() {} };
  const bar = new cliProgress.SingleBar({
    format: `${title} {bar} {percentage} % {what}, {left}`,
    stream: process.stderr,
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    barCompleteChar: '█',
    barIncompleteChar: '░',
  });
  let total = 0;
  let began: number | null = null;
  return {
    update(done, of, what) {
      // A new stage counts from the start again, and so does the time left.
      const isNew = began === null || of !== total;
      if (began === null || isNew) began = performance.now();
      const left = timeLeft(done, of, performance.now() - began);
      if (isNew) bar.start(of, done, { what, left });
      else bar.update(done, { what, left });
      total = of;
    },
    stop() {
      if (began !== null) bar.stop();
      began = null;
    },
  };
}

/** Under so much of it done, or so many milliseconds, nothing is known of the pace. */
const LEAST_SHARE = 0.02;
const LEAST_MS = 1_000;

/** The time that is left when the rest goes as fast as what is done; … until there is something to go by. */
export function timeLeft(done: number, total: number, elapsedMs: number): string {
  if (done >= total) return 'finishing';
  if (done < total * LEAST_SHARE || elapsedMs < LEAST_MS) return '…';
  const seconds = Math.max(1, Math.round((elapsedMs * (total - done)) / done / 1000));
  if (seconds < 60) return `${seconds}s left`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}m ${seconds % 60}s left`;
  return `${Math.floor(minutes / 60)}h ${minutes % 60}m left`;
}

/** How far it is as lines of JSON on stderr, for a program that shows it. */
export function progressLines(): ProgressBar {
  const PAUSE_MS = 100;
  let last = 0;
  return {
    update(done, total) {
      const now = Date.now();
      if (now - last < PAUSE_MS && done < total) return;
      last = now;
      process.stderr.write(`${JSON.stringify({ done, total })}\n`);
    },
    stop() {},
  };
}
