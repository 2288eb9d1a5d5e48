import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { UNREADABLE } from '../../server/contract/unreadable.ts';
import { unreadable as danish } from '../../web/text/da/unreadable.ts';
import { unreadable as english } from '../../web/text/en/unreadable.ts';

const namedIn = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);

describe('why a file cannot be read', () => {
  test.each(Object.entries(UNREADABLE))('%s has its sentence in both languages, of %j', (why, values) => {
    for (const texts of [danish, english]) {
      const text = (texts as Record<string, string>)[why] ?? '';
      expect(text).toMatch(/^[\p{Lu}“].*[.?]$/u);
      expect(values).toEqual(expect.arrayContaining(namedIn(text)));
    }
  });

  test('no reader refuses a file without one of these reasons', () => {
    // A path of the command line is on no page; the others pass on a reason, or put it in.
    const others = ['plan.ts', 'watch/folder.ts', 'childLoader.ts', 'unreadableFile.ts'];
    const bare = readdirSync('etl', { recursive: true, encoding: 'utf8' }).filter(
      (file) =>
        file.endsWith('.ts') &&
        !others.includes(file) &&
        /new GevinstError\(\s*'(unreadable-file|too-large)'/.test(readFileSync(`etl/${file}`, 'utf8')),
    );
    expect(bare).toEqual([]);
  });
});
