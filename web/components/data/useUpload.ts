import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { LARGEST_FILE } from '../../../server/contract/actions.ts';
import type { Upload, UploadOptions } from '../../../server/contract/uploads.ts';
import { act, sendFile } from '../../act.ts';
import { ApiError, queryClient } from '../../api.ts';
import { refreshFigures } from '../edit/useEdit.ts';

/** The upload under way, so that a page that is left and opened again finds it. */
const KEPT = 'gevinst-upload';
const ASKED_EVERY_MS = 400;

/** How much of the files has been sent, in bytes. */
interface Sending {
  done: number;
  total: number;
}

export interface Uploading {
  upload: Upload | null;
  sending: Sending | null;
  problem: ApiError | null;
  /** Whether something is being sent or worked on: what is asked for meanwhile is not done. */
  busy: boolean;
  /** Sends files, and has them looked through with those that were sent before. */
  send(files: readonly File[]): Promise<void>;
  /** Gives whether the server took it up. */
  preview(options: UploadOptions): Promise<boolean>;
  load(): Promise<void>;
  /** Stops what is under way and forgets the files; what has been loaded stays. */
  drop(): void;
}

/** Files on their way into the warehouse: sent, looked through, loaded. */
export function useUpload(): Uploading {
  const [id, setId] = useState(() => sessionStorage.getItem(KEPT));
  const [sending, setSending] = useState<Sending | null>(null);
  const [problem, setProblem] = useState<ApiError | null>(null);
  const stop = useRef<AbortController | null>(null);
  const upload = useAsked(id);
  const busy = sending !== null || isWorking(upload);

  const keep = (next: Upload | null) => {
    if (next) queryClient.setQueryData(['upload', next.upload], next);
    if (next) sessionStorage.setItem(KEPT, next.upload);
    else sessionStorage.removeItem(KEPT);
    setId(next?.upload ?? null);
  };
  const attempt = async (work: () => Promise<Upload>): Promise<boolean> => {
    setProblem(null);
    try {
      keep(await work());
      return true;
    } catch (error) {
      const told = error instanceof ApiError ? error : new ApiError('internal', String(error));
      if (told.code !== 'aborted') setProblem(told);
      return false;
    }
  };

  // A page that is left stops what it is sending; what the server has is kept.
  useEffect(() => () => stop.current?.abort(), []);

  return {
    upload,
    sending,
    problem,
    busy,
    async send(files) {
      if (busy) return;
      stop.current = new AbortController();
      const { signal } = stop.current;
      const earlier = upload && upload.state !== 'loaded' ? upload : null;
      await attempt(async () => {
        try {
          const sent = await sendAll(files, earlier, setSending, signal);
          keep(sent);
          return await act('preview', { upload: sent.upload }, sent.options);
        } finally {
          setSending(null);
        }
      });
    },
    preview: async (options) => !busy && attempt(() => act('preview', { upload: id ?? '' }, options)),
    async load() {
      if (!busy) await attempt(() => act('loadUpload', { upload: id ?? '' }, upload?.options ?? {}));
    },
    drop() {
      stop.current?.abort();
      // Files that are gone already are forgotten all the same; those loaded before it was stopped are in the list.
      if (id) act('dropUpload', { upload: id }, null).then(refreshFigures, () => undefined);
      setProblem(null);
      keep(null);
    },
  };
}

/** One file after the other, so that they are in the order in which they were chosen. @throws ApiError */
async function sendAll(
  files: readonly File[],
  earlier: Upload | null,
  onProgress: (sending: Sending) => void,
  signal: AbortSignal,
): Promise<Upload> {
  if (files.some(({ size }) => size > LARGEST_FILE)) throw new ApiError('too-large', '');
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  let upload = earlier;
  onProgress({ done, total });
  try {
    for (const file of files) {
      const before = done;
      const tell = (sent: number) => onProgress({ done: Math.min(before + sent, total), total });
      upload = await sendFile(file, upload?.upload ?? null, tell, signal);
      done = before + file.size;
    }
  } catch (error) {
    // Half of what was chosen is nothing to look through.
    if (!earlier && upload) act('dropUpload', { upload: upload.upload }, null).catch(() => undefined);
    throw error;
  }
  if (!upload) throw new ApiError('no-files', '');
  return upload;
}

/** Asks how far the upload is while it is being worked on, and has the page's figures fetched anew when it is loaded. */
function useAsked(id: string | null): Upload | null {
  const { data, error } = useQuery({
    queryKey: ['upload', id],
    queryFn: () => act('upload', { upload: id ?? '' }, null),
    enabled: id !== null,
    refetchInterval: ({ state }) => (isWorking(state.data) ? ASKED_EVERY_MS : false),
    refetchIntervalInBackground: true,
    staleTime: 0,
  });
  const loaded = data?.state === 'loaded';
  useEffect(() => {
    if (!loaded) return;
    // What is over is not shown again by the page's next visit.
    sessionStorage.removeItem(KEPT);
    void refreshFigures();
  }, [loaded]);
  return id === null || error ? null : (data ?? null);
}

export function isWorking(upload: Upload | null | undefined): boolean {
  return upload?.state === 'previewing' || upload?.state === 'loading';
}
