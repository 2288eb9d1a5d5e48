import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { engineOf } from '../server/warehouse/dialect.ts';

export interface ChildOutput {
  stdout: string;
  /** The last thing it said on stderr, without the program's name; '' for nothing. */
  complaint: string;
}

interface ChildWatch {
  onProgress(done: number, total: number): void;
  signal: AbortSignal;
}

/**
 * Runs this same program with other arguments to its end. Stopped by the signal, it throws that.
 * @param database the warehouse that it works on; null for what needs none
 */
export function runItself(database: string | null, args: string[], watch?: ChildWatch): Promise<ChildOutput> {
  const embedded = database !== null && engineOf(database) === 'sqlite';
  const options = process.execArgv.filter((option) => !option.startsWith('--inspect'));
  const child = spawn(
    process.execPath,
    [...options, process.argv[1] ?? '', ...args, ...(embedded ? [`--db=${database}`] : [])],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      // A URL holds a password, and arguments can be read by every user of the machine.
      env: embedded || database === null ? process.env : { ...process.env, DATABASE_URL: database },
      ...(watch ? { signal: watch.signal } : {}),
    },
  );
  let stdout = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  createInterface({ input: child.stderr }).on('line', (line) => {
    const progress = progressOf(line);
    if (progress) watch?.onProgress(progress.done, progress.total);
    else if (line.startsWith('gevinst: ')) complaint = line.slice('gevinst: '.length);
  });
  return new Promise((resolve, reject) => {
    let failure: Error | null = null;
    child.once('error', (error) => {
      failure = error;
    });
    // Also one that was stopped is waited for: until then it holds the warehouse.
    child.once('close', () => (failure ? reject(failure) : resolve({ stdout, complaint })));
  });
}

/** `{"done":bytes,"total":bytes}`; null for any other line. */
function progressOf(line: string): { done: number; total: number } | null {
  if (!line.startsWith('{"done":')) return null;
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
