import { spawn } from 'node:child_process';
import type { Outcome } from '../support/gevinst.ts';

const BIN = new URL('../../dist/gevinst.js', import.meta.url).pathname;

/** The built command line, as long as it runs. */
export interface Running {
  /** What it has said until now. */
  said: Outcome;
  /** Waits until its stdout, or what it is asked to look at, is as it should be. */
  until(holds: (said: Outcome) => boolean): Promise<void>;
  /** Sends it a signal, and waits for its end. */
  end(signal: 'SIGTERM' | 'SIGINT'): Promise<Outcome>;
}

/** Starts the built `gevinst`, with more in its environment. */
export function running(args: string[], environment: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, [BIN, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  const said: Outcome = { code: null, stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    said.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.stderr += chunk;
  });
  let hasEnded = false;
  const ended = new Promise<Outcome>((resolve) =>
    child.once('close', (code) => {
      hasEnded = true;
      resolve({ ...said, code });
    }),
  );
  return {
    said,
    async until(holds) {
      const start = performance.now();
      while (!holds(said)) {
        if (hasEnded || performance.now() - start > 60_000) {
          throw new Error(`gevinst ${args.join(' ')}: ${said.stdout}${said.stderr}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}
