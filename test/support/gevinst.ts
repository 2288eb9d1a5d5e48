import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BIN = new URL('../../dist/gevinst.js', import.meta.url).pathname;

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the built command line to its end. */
export function gevinst(...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    const out: Outcome = { code: null, stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => {
      out.stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      out.stderr += chunk;
    });
    child.on('close', (code) => resolve({ ...out, code }));
  });
}

/** Starts the built `gevinst` serving on a free port, and waits until it says where. */
export async function startGevinst(args: string[]): Promise<{ url: string; stop(): Promise<void> }> {
  const child = spawn(process.execPath, [BIN, ...args, '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const url = await new Promise<string>((resolve, reject) => {
    let stdout = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
      const found = /(http:\/\/\S+)\s/.exec(stdout)?.[1];
      if (found) resolve(found);
    });
    child.once('close', () => reject(new Error(`gevinst ${args.join(' ')} ended: ${stdout}${stderr}`)));
  });
  return {
    url,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** A folder in the system's temporary one, and how to remove it. */
export function tempFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'gevinst-test-'));
  // A process that was stopped may be taking its last files away.
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 10 }) };
}

/** Writes tables as CSV files of a bundle: `{ costs: 'project;from;…\nP1;2024-01;…' }`. */
export function writeBundle(folder: string, tables: Record<string, string>): string {
  mkdirSync(folder, { recursive: true });
  for (const [table, text] of Object.entries(tables)) {
    const lines = text
      .trim()
      .split('\n')
      .map((line) => line.trim());
    writeFileSync(join(folder, `${table}.csv`), `${lines.join('\n')}\n`);
  }
  return folder;
}
