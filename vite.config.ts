import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const ALONE = ['domain', 'web', 'architecture'].map(testsIn);
const WAREHOUSE = ['warehouse', 'queries', 'etl', 'golden'].map(testsIn);
const PAGES = ['e2e'].map(testsIn);

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

const FIRST_PAGE =
  /node_modules\/(react|react-dom|scheduler|@mantine|@tanstack|i18next|react-i18next|zod|clsx)\//;

/** By what tests need before they start, so that those of the arithmetic wait for nothing. */
const TESTS = [
  project('alone', { include: ALONE, needs: [] }),
  project('warehouse', { include: WAREHOUSE, needs: ['postgres'] }),
  project('built', {
    include: [testsIn('*')],
    exclude: [...ALONE, ...WAREHOUSE, ...PAGES],
    needs: ['build', 'postgres'],
  }),
  // A browser on a busy machine may be late in ways that no page decides. What fails twice is wrong.
  project('pages', { include: PAGES, needs: ['build', 'chromium'], retry: process.env.CI ? 1 : 0 }),
];

function testsIn(folder: string): string {
  return `test/${folder}/**/*.test.ts`;
}

function project(
  name: string,
  { needs, ...tests }: { include: string[]; exclude?: string[]; needs: string[]; retry?: number },
) {
  const globalSetup = needs.map((need) => `test/support/${need}-setup.ts`);
  return { extends: true as const, test: { name, ...tests, globalSetup } };
}

/** Packs every text file once, as tightly as it goes, so that the server need not for each visitor. */
function packed(): Plugin {
  return {
    name: 'packed',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const texts = Object.keys(bundle).filter((name) => /\.(js|css|html)$/.test(name));
      await Promise.all(
        texts.map(async (name) => {
          const text = await readFile(join(dir, name));
          await writeFile(join(dir, `${name}.br`), await brotli(text));
          await writeFile(join(dir, `${name}.gz`), await gzipped(text, { level: 9 }));
        }),
      );
    },
  };
}

export default defineConfig({
  root: 'web',
  plugins: [react(), packed()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    // What the first page needs of libraries is one file: it packs tighter than several.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'libraries', test: FIRST_PAGE }] } } },
  },
  // The pages are built from web/; the tests are beside it.
  test: {
    root: import.meta.dirname,
    // Far more than any test takes: a busy machine is no error, and what hangs is told of a little later.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    teardownTimeout: 60_000,
    setupFiles: ['test/support/properties-setup.ts'],
    // One more than Vitest’s own choice: most of a test’s time is waiting for a browser, a database or a process.
    maxWorkers: availableParallelism(),
    // A page may take long to draw what it was asked for on a busy machine; a test that waits for it ends at once when it is there.
    expect: { poll: { timeout: 15_000 } },
    projects: TESTS,
  },
});
