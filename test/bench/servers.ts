import { type ChildProcess, spawn } from 'node:child_process';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';

const PEER = join(import.meta.dirname, 'peers/http.mjs');

export interface Started {
  url: string;
  /** From the start of the process to its first good answer. */
  ms: number;
  stop(): Promise<void>;
}

export async function startPeer(body?: string): Promise<Started> {
  const port = await freePort();
  return untilAnswering([PEER, String(port), ...(body ? [body] : [])], port);
}

/** Starts a Node program that serves on a port, and waits for its first 200 on /healthz. */
export async function untilAnswering(args: string[], port: number): Promise<Started> {
  const start = performance.now();
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  while (!(await answers(`${url}/healthz`))) {
    if (child.exitCode !== null) throw new Error(`${args.join(' ')} ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return { url, ms: performance.now() - start, stop: () => stop(child) };
}

function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    request(url, { agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    })
      .once('error', () => resolve(false))
      .end();
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('close', () => resolve());
    child.kill('SIGTERM');
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
