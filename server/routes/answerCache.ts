import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, Response } from 'express';
import { today } from '../clock.ts';
import { version } from '../queries/version.ts';
import type { Db } from '../warehouse/schema.ts';

const MOST_ANSWERS = 300;
const SMALL = 1024;
const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

interface Answer {
  etag: string;
  plain: Buffer;
  br: Buffer | null;
  gzip: Buffer | null;
}

/**
 * Keeps answers, compressed, until the warehouse changes (its version counter moves) or the day does. The same
 * question asked twice at once is worked out once.
 */
export class AnswerCache {
  private answers = new Map<string, Promise<Answer>>();
  private validFor = '';

  /** @param keeps whether answers are kept at all; what is not the warehouse's content moves no counter */
  constructor(
    private readonly db: Db,
    private readonly keeps = true,
  ) {}

  async send(req: Request, res: Response, key: string, ask: () => Promise<unknown>): Promise<void> {
    const now = `${await version(this.db)} ${today()}`;
    if (now !== this.validFor) {
      this.answers = new Map();
      this.validFor = now;
    }
    const answer = await this.answer(key, ask);
    res.set({ ETag: answer.etag, 'Cache-Control': 'private, no-cache', Vary: 'Accept-Encoding' });
    if (isHeld(req.get('If-None-Match'), answer.etag)) {
      res.status(304).end();
      return;
    }
    const encoding = req.acceptsEncodings(answer.br ? ['br', 'gzip', 'identity'] : ['identity']);
    res.type('json');
    if (encoding === 'br' || encoding === 'gzip') res.set('Content-Encoding', encoding);
    res.end((encoding === 'br' && answer.br) || (encoding === 'gzip' && answer.gzip) || answer.plain);
  }

  private answer(key: string, ask: () => Promise<unknown>): Promise<Answer> {
    if (!this.keeps) return ask().then(compressed);
    const answers = this.answers;
    const kept = answers.get(key);
    if (kept) return kept;
    const made = ask().then(compressed);
    // A failed answer is not kept: the next question may well succeed.
    made.catch(() => answers.delete(key));
    answers.set(key, made);
    const oldest = answers.keys().next();
    if (answers.size > MOST_ANSWERS && !oldest.done) answers.delete(oldest.value);
    return made;
  }
}

/** Whether the asker holds the answer already. Also with `Cache-Control: no-cache`, which asks for just this check. */
function isHeld(ifNoneMatch: string | undefined, etag: string): boolean {
  const held = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return held.includes(etag) || held.includes('*');
}

async function compressed(body: unknown): Promise<Answer> {
  const plain = Buffer.from(JSON.stringify(body));
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  if (plain.length < SMALL) return { etag, plain, br: null, gzip: null };
  const [br, gz] = await Promise.all([
    brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    gzipped(plain),
  ]);
  return { etag, plain, br, gzip: gz };
}
