import cliProgress from 'cli-progress';

export interface ProgressBar {
  update(done: number, total: number, what: string): void;
  stop(): void;
}

/** A bar on stderr with the time left, on a terminal; nothing elsewhere. */
export function progressBar(title: string): ProgressBar {
  if (!process.stderr.isTTY) return { update() {}, stop() {} };
  const bar = new cliProgress.SingleBar({
    format: `${title} {bar} {percentage} % {what}, {eta_formatted} left`,
    stream: process.stderr,
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    barCompleteChar: '█',
    barIncompleteChar: '░',
  });
  let total = 0;
  let started = false;
  return {
    update(done, of, what) {
      // A new stage counts from the start again, and so does the time left.
      if (!started || of !== total) bar.start(of, done, { what });
      else bar.update(done, { what });
      started = true;
      total = of;
    },
    stop() {
      if (started) bar.stop();
      started = false;
    },
  };
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
