import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface WorkItem {
  id: number;
  workqueue_id: number;
  status: string;
  updated_at: string;
  started_at?: string | null;
  work_duration_seconds?: number | null;
}

/** What the vendor's server does, over HTTP: queues, pages of items with the latest change first, and tokens. */
export class AutomationServer {
  queues: { id: number; name: string }[] = [];
  items: WorkItem[] = [];
  token: string | null = null;
  /** Whether the list of queues comes in pages. */
  pagedQueues = false;
  /** The paths that were asked for. */
  readonly asked: string[] = [];
  /** Runs before an answer; true when it has answered itself. */
  before: (path: string, response: ServerResponse) => boolean | undefined = () => undefined;
  readonly #server = createServer((request, response) => this.#answer(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '', 'http://server');
    const path = `${url.pathname}${url.search}`;
    this.asked.push(path);
    if (this.before(path, response)) return;
    if (this.token !== null && request.headers.authorization !== `Bearer ${this.token}`) {
      send(response, 401, { detail: 'Invalid or expired token' });
      return;
    }
    const [status, body] = this.#answerTo(url);
    send(response, status, body);
  }

  #answerTo({ pathname, searchParams }: URL): [number, unknown] {
    const page = Number(searchParams.get('page') ?? 1);
    const size = Number(searchParams.get('size') ?? 50);
    if (size > 200) return [422, { detail: 'size' }];
    if (pathname === '/api/workqueues') {
      return [200, this.pagedQueues ? paged(this.queues, page, size) : this.queues];
    }
    const queue = /^\/api\/workqueues\/(\d+)\/items$/.exec(pathname)?.[1];
    if (queue === undefined) return [404, { detail: 'Not Found' }];
    if (!this.queues.some(({ id }) => id === Number(queue))) return [410, { detail: 'Workqueue is gone' }];
    const items = this.items
      .filter((item) => item.workqueue_id === Number(queue))
      .sort((a, b) => (a.updated_at < b.updated_at ? 1 : a.updated_at > b.updated_at ? -1 : 0))
      .map((item) => ({
        ...item,
        data: { cpr: '010190-1234' },
        reference: '010190-1234',
        message: 'Hr. Hansen',
      }));
    return [200, paged(items, page, size)];
  }
}

function paged<T>(all: readonly T[], page: number, size: number) {
  const items = all.slice((page - 1) * size, page * size);
  return { page, size, total_items: all.length, total_pages: Math.ceil(all.length / size), items };
}

export function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
