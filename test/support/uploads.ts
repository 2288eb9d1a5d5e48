import { setTimeout as pause } from 'node:timers/promises';
import { type LoadOutcome, Upload, type UploadOptions } from '../../server/contract/uploads.ts';

/** What only our own pages send. */
export const OWN = { 'X-Gevinst': '1' };
export const BYTES = { ...OWN, 'Content-Type': 'application/octet-stream' };

/** Sends files to a server, and has them looked through and loaded. `url` is asked for each time. */
export function uploadsAt(url: () => string) {
  const json = async (path: string) => (await fetch(url() + path)).json();
  const post = (path: string, body: object = {}) =>
    fetch(url() + path, {
      method: 'POST',
      headers: { ...OWN, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const uploaded = async (name: string, body: string, to = '') => {
    const path = `/api/uploads?name=${encodeURIComponent(name)}${to && `&upload=${to}`}`;
    const sent = await fetch(url() + path, { method: 'POST', headers: BYTES, body });
    return Upload.parse(await sent.json());
  };
  /** Starts it, and waits until it is over. */
  const done = async (
    upload: string,
    what: 'preview' | 'load',
    options: UploadOptions = {},
  ): Promise<Upload> => {
    const started = await post(`/api/uploads/${upload}/${what}`, options);
    if (started.status !== 200) throw new Error(`${what}: ${await started.text()}`);
    for (;;) {
      const now = Upload.parse(await json(`/api/uploads/${upload}`));
      if (now.state !== 'previewing' && now.state !== 'loading') return now;
      await pause(30);
    }
  };
  const outcome = async (...asked: Parameters<typeof done>): Promise<LoadOutcome['files']> =>
    (await done(...asked)).outcome?.files ?? [];
  return { json, post, uploaded, done, outcome };
}
