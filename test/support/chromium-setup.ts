import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromiumPath, NO_CHROMIUM } from './chromium.ts';

/** Makes sure that there is a Chromium: Playwright's build first, which needs no root, then Debian's. */
export default function setup(): void {
  if (chromiumPath()) return;
  run('npx', ['playwright-core', 'install', 'chromium']);
  if (chromiumPath()) return;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  }
  if (!chromiumPath()) throw new Error(NO_CHROMIUM);
}

function run(program: string, args: string[]): void {
  console.log(`No Chromium yet: ${program} ${args.join(' ')}`);
  spawnSync(program, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}
