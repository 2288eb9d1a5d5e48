import type * as z from 'zod/mini';
import { type ActionName, type Actions, actions } from '../server/contract/actions.ts';
import { EDITOR_HEADER } from '../server/contract/editor.ts';
import { Upload } from '../server/contract/uploads.ts';
import { ApiError, pathOf, problemOf } from './api.ts';
import { editorName } from './components/edit/editorName.ts';

type Params<N extends ActionName> = z.infer<Actions[N]['params']>;
type Answer<N extends ActionName> = z.infer<Actions[N]['answer']>;
type Body<N extends ActionName> = Actions[N]['body'] extends z.ZodMiniType
  ? z.infer<Actions[N]['body']>
  : null;

/** What tells the server that it is our own page that asks, and who does. */
function ownPage(): Record<string, string> {
  const name = editorName();
  return { 'X-Gevinst': '1', ...(name === '' ? {} : { [EDITOR_HEADER]: encodeURIComponent(name) }) };
}

/** Does one action of the contract; the answer is parsed by the same contract. @throws ApiError */
export async function act<N extends Exclude<ActionName, 'addFile'>>(
  name: N,
  params: Params<N>,
  body: Body<N>,
): Promise<Answer<N>> {
  const { method, path, answer } = actions[name];
  const response = await fetch(pathOf(path, params), {
    method: method.toUpperCase(),
    headers: body === null ? ownPage() : { ...ownPage(), 'Content-Type': 'application/json' },
    body: body === null ? null : JSON.stringify(body),
  }).catch((error: Error) => {
    throw new ApiError('unreachable', error.message);
  });
  const given: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw problemOf(response.status, given);
  return answer.parse(given) as Answer<N>;
}

/**
 * Sends a file into a new upload (`null`) or an earlier one. `fetch` does not tell how far it has come; this does.
 * @throws ApiError `aborted` when it was stopped
 */
export function sendFile(
  file: File,
  upload: string | null,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<Upload> {
  const query = new URLSearchParams({ name: file.name, ...(upload === null ? {} : { upload }) });
  const request = new XMLHttpRequest();
  request.open('POST', `${actions.addFile.path}?${query}`);
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  for (const [name, value] of Object.entries(ownPage())) request.setRequestHeader(name, value);
  return new Promise((resolve, reject) => {
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onerror = () => reject(new ApiError('unreachable', ''));
    request.onabort = () => reject(new ApiError('aborted', ''));
    request.onload = () => {
      const body = jsonOf(request.responseText);
      if (request.status === 200) resolve(Upload.parse(body));
      else reject(problemOf(request.status, body));
    };
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
