import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import buildIfOld from '../support/build-setup.ts';
import { tempFolder } from '../support/gevinst.ts';
import { benchApi } from './api.ts';
import { writeBenchBundle } from './bundle.ts';
import { benchLoad, requireRoom } from './load.ts';
import type { Line } from './measure.ts';
import { benchPage } from './page.ts';
import { benchStart } from './start.ts';
import { tableOf } from './table.ts';

const PARTS = ['load', 'api', 'start', 'page'];
const USAGE = `npm run bench -- [${PARTS.join('] [')}] [--runs 1000000] [--repeat 3]`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '1000000' }, repeat: { type: 'string', default: '3' } },
});
const runs = Number(values.runs);
const repeat = Number(values.repeat);
const unknown = positionals.filter((part) => !PARTS.includes(part));
if (unknown.length > 0 || !(runs > 0) || !(repeat > 0)) {
  console.error(`Usage: ${USAGE}`);
  process.exit(1);
}
const wants = (part: string) => positionals.length === 0 || positionals.includes(part);

buildIfOld();
const folder = tempFolder();
try {
  const lines: Line[] = [];
  requireRoom(folder.path, runs);
  const bundle = await writeBenchBundle(folder.path, runs);
  // Every part asks a warehouse with all the runs; how long loading took is shown only where it is measured.
  const loaded = await benchLoad(folder.path, bundle, {
    runs,
    repeat: wants('load') ? repeat : 1,
    peers: wants('load'),
  });
  if (wants('load')) lines.push(...loaded.lines);
  if (wants('api')) lines.push(...(await benchApi(folder.path, loaded.db, { repeat })));
  if (wants('start')) lines.push(...(await benchStart(loaded.db, { repeat })));
  if (wants('page')) lines.push(...(await benchPage(loaded.db)));
  console.log(
    `Medians of ${repeat} to ${repeat * 3} runs, Node ${process.version}, ${cpus().length} cores\n`,
  );
  console.log(tableOf(lines));
} finally {
  folder.remove();
}
