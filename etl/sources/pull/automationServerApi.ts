import * as z from 'zod/mini';
import { GevinstError } from '../../../server/errors.ts';
import type { Zone } from '../../time/zone.ts';
import { automationServer } from '../automationServer.ts';
import { parseInstant } from '../canonical/parse/instant.ts';
import type { Connector } from './connector.ts';
import { type Api, getJson, Refused } from './http.ts';

/** The most that the API gives at once. */
const SIZE = 200;

const Queue = z.object({ id: z.number(), name: z.string() });
const Queues = z.array(Queue);
const QueuePage = z.object({ items: Queues, total_pages: z.number() });

/** What is not named here, `data`, `message` and `reference` above all, is dropped as the answer is read. */
const Item = z.object({
  id: z.union([z.number(), z.string()]),
  status: z.string(),
  updated_at: z.string(),
  started_at: z.optional(z.nullable(z.string())),
  work_duration_seconds: z.optional(z.nullable(z.number())),
});
type Item = z.infer<typeof Item>;
const ItemPage = z.object({ items: z.array(Item), total_items: z.number(), total_pages: z.number() });
type ItemPage = z.infer<typeof ItemPage>;

type Queue = z.infer<typeof Queue>;

/** The API of Automation Server: its queues, and the items of each, the latest change first. */
export class AutomationServerApi implements Connector {
  readonly source = automationServer;
  readonly ascending = false;
  readonly moment = 'updated_at';
  readonly header = [
    'id',
    'workqueue_id',
    'workqueue_name',
    'status',
    'started_at',
    'work_duration_seconds',
    'updated_at',
  ];

  constructor(
    private readonly api: Api,
    private readonly zone: Zone,
  ) {}

  async *pages(since: number | null): AsyncIterable<string[][]> {
    for (const queue of await this.#queues()) {
      for await (const items of this.#items(queue, since)) yield items.map((item) => cells(queue, item));
    }
  }

  async close(): Promise<void> {}

  async #queues(): Promise<Queue[]> {
    const queues: Queue[] = [];
    for (let page = 1; ; page++) {
      const answer = await getJson(this.api, `/workqueues?page=${page}&size=${SIZE}`);
      const all = Queues.safeParse(answer);
      if (all.success) return all.data;
      const { items, total_pages } = this.#read(QueuePage, answer, '/workqueues');
      queues.push(...items);
      if (page >= total_pages || items.length === 0) return queues;
    }
  }

  /**
   * A queue's items from the latest change back to `since`. What changes meanwhile comes first in the list, and pushes
   * others on to the next page, where they are read again. What is deleted meanwhile pulls others back over the edge of
   * a page that has been read: the total tells by how many at most, and so many pages are read again.
   */
  async *#items(queue: Queue, since: number | null): AsyncIterable<Item[]> {
    let total = 0;
    let isOrdered = true;
    for (let page = 1; ; ) {
      const answer = await this.#itemPage(queue, page);
      if (answer === null) return;
      const fell = total - answer.total_items;
      total = answer.total_items;
      if (fell > 0 && page > 1) {
        page = Math.max(1, page - Math.ceil(fell / SIZE));
        continue;
      }
      const moments = answer.items.map((item) => this.#moment(item));
      isOrdered &&= moments.every((moment, i) => i === 0 || moment <= (moments[i - 1] ?? 0));
      yield answer.items.filter((_, i) => since === null || !((moments[i] ?? since) < since));
      const reached = since !== null && isOrdered && (moments.at(-1) ?? since) < since;
      if (reached || page >= answer.total_pages || answer.items.length === 0) return;
      page++;
    }
  }

  /** null when the queue has been deleted since the list of them was read. */
  async #itemPage({ id }: Queue, page: number): Promise<ItemPage | null> {
    const path = `/workqueues/${id}/items?page=${page}&size=${SIZE}`;
    try {
      return this.#read(ItemPage, await getJson(this.api, path), path);
    } catch (error) {
      if (error instanceof Refused && (error.status === 410 || error.status === 404)) return null;
      throw error;
    }
  }

  #moment({ updated_at }: Item): number {
    return parseInstant(updated_at, Number.NEGATIVE_INFINITY, this.zone);
  }

  #read<T extends z.core.$ZodType>(shape: T, answer: unknown, path: string): z.output<T> {
    const read = z.safeParse(shape, answer);
    if (read.success) return read.data;
    const wrong = read.error.issues[0]?.path.join('.') || 'the answer';
    throw new GevinstError(
      'source-unreachable',
      `${this.api.base}${path} does not answer as Automation Server does (${wrong}). Check the address.`,
    );
  }
}

function cells(queue: Queue, item: Item): string[] {
  const { id, status, started_at, work_duration_seconds, updated_at } = item;
  return [id, queue.id, queue.name, status, started_at, work_duration_seconds, updated_at].map((value) =>
    String(value ?? ''),
  );
}
