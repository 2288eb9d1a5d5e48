import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const ALONE = ['domain', 'web', 'architecture'].map(testsIn);
const WAREHOUSE = ['warehouse', 'queries', 'etl', 'golden'].map(testsIn);

/** By what tests need before they start, so that those of the arithmetic wait for nothing. */
const TESTS = [
  project('alone', { include: ALONE, needs: [] }),
  project('warehouse', { include: WAREHOUSE, needs: ['postgres'] }),
  project('built', {
    include: [testsIn('*')],
    exclude: [...ALONE, ...WAREHOUSE],
    needs: ['build', 'postgres', 'chromium'],
  }),
];

function testsIn(folder: string): string {
  return `test/${folder}/**/*.test.ts`;
}

function project(
  name: string,
  { needs, ...files }: { include: string[]; exclude?: string[]; needs: string[] },
) {
  const globalSetup = needs.map((need) => `test/support/${need}-setup.ts`);
  return { extends: true as const, test: { name, ...files, globalSetup } };
}

export default defineConfig({
  root: 'web',
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
  },
  // The pages are built from web/; the tests are beside it.
  test: {
    root: import.meta.dirname,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: TESTS,
  },
});
