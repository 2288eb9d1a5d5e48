import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** One line of the table. `ratio` is Gevinst over peer, where there is one. */
export interface Line {
  what: string;
  gevinst: string;
  peer?: string;
  ratio?: number;
  /** What the ratio or the figure is to be. */
  goal?: string;
}

export interface Finished {
  seconds: number;
  /** Largest resident memory in MB; null where the system does not tell. */
  peakMb: number | null;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [
    sorted[sorted.length % 2 ? middle : middle - 1],
    sorted[middle],
  ];
  return (low + high) / 2;
}

/** Does something several times, one after the other. */
export async function times<T>(n: number, once: (i: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let i = 0; i < n; i++) results.push(await once(i));
  return results;
}

/** Milliseconds that something took. */
export async function milliseconds(once: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await once();
  return performance.now() - start;
}

/** Runs a program to its end. @throws Error with what it wrote, unless it ended well */
export function run(command: string, args: string[], input = ''): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, { stdio: ['pipe', 'ignore', 'pipe'] });
    let peakMb: number | null = null;
    let stderr = '';
    const watch = setInterval(() => {
      peakMb = peakOf(child.pid) ?? peakMb;
    }, 20);
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ seconds: (performance.now() - start) / 1000, peakMb });
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}: ${stderr}`));
    });
    child.stdin.end(input);
  });
}

function peakOf(pid: number | undefined): number | null {
  try {
    const kb = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kb ? Number(kb) / 1024 : null;
  } catch {
    return null;
  }
}
