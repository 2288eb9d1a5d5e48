import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SOURCES } from '../../../etl/sources/index.ts';
import { withMapping } from '../../../etl/sources/sourceDocument.ts';

const FOLDER = join(import.meta.dirname, '../../../docs/sources');
const page = (name: string) => readFileSync(join(FOLDER, `${name}.md`), 'utf8');

test('every source has a page, and every page a source', () => {
  const pages = readdirSync(FOLDER).map((file) => file.replace(/\.md$/, ''));
  expect(pages.sort()).toEqual(SOURCES.map(({ name }) => name).sort());
});

describe.each(SOURCES.map((source) => ({ name: source.name, source })))(
  'docs/sources/$name.md',
  ({ name, source }) => {
    test('has the columns and states that the source reads (`npm run docs`)', () => {
      expect(page(name)).toBe(withMapping(page(name), source));
    });

    test('says how to get the data, load it, what is counted and what is not read', () => {
      const titles = [...page(name).matchAll(/^## (.+)$/gm)].map(([, title]) => title);
      expect(titles).toEqual(['Getting the data', 'Loading', 'What is counted', 'What is not read']);
    });

    test('loads with options of its own source', () => {
      const [, command = ''] = /```sh\n(npx gevinst load .*)\n```/.exec(page(name)) ?? [];
      expect(command).not.toBe('');
      expect(/--source (\S+)/.exec(command)?.[1] ?? name).toBe(name);
    });
  },
);
