import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeBundle } from '../support/gevinst.ts';

const PROJECTS = 50;
const FIRST_DAY = Date.UTC(2023, 0, 1);
const DAYS = 36 * 30;
const codes = Array.from({ length: PROJECTS }, (_, i) => String(i + 1).padStart(3, '0'));

/** A bundle of fifty projects with a robot each and so many runs over three years; made once a folder. */
export async function writeBenchBundle(
  folder: string,
  runs: number,
): Promise<{ dimensions: string; runs: string }> {
  const dimensions = join(folder, 'bundle');
  const runsFile = join(folder, `runs-${runs}.csv`);
  mkdirSync(folder, { recursive: true });
  writeBundle(dimensions, {
    departments: 'department;name;municipality\nadm;Administration;0630',
    rates: 'rate;valid_from;hourly_kr;hours_per_fte\nstd;2020-01-01;400;1500',
    projects: table(
      'project;name;municipality;department;technology;stage;live',
      (c) => `P${c};Projekt ${c};0630;adm;RPA;operation;2023-01-01`,
    ),
    robots: table('robot;project;name', (c) => `R${c};P${c};Robot ${c}`),
    measures: table(
      'measure;project;name;unit;kind;better',
      (c) => `M${c};P${c};Minutter;minutter;level;lower`,
    ),
    measurements: table(
      'measure;phase;from;value;basis',
      (c) => `M${c};before;2022-01-01;10;actual\nM${c};after;2023-01-01;2;actual`,
    ),
    benefits: table(
      'benefit;project;name;type;method;volume;minutes;rate;cashable',
      (c) => `B${c};P${c};Tid;productivity;per_item;robot:R${c};M${c};std;no`,
    ),
    costs: table(
      'project;from;to;per;amount_kr;category;basis',
      (c) =>
        `P${c};2022-10;;once;150000;project_resources;actual\nP${c};2023-01;2025-12;month;4000;licences;actual`,
    ),
  });
  if (!existsSync(runsFile)) await pipeline(Readable.from(runLines(runs)), createWriteStream(runsFile));
  return { dimensions, runs: runsFile };
}

function table(header: string, row: (code: string) => string): string {
  return [header, ...codes.map(row)].join('\n');
}

function* runLines(runs: number): Generator<string> {
  yield 'robot;transaction;started;ended;status;items;reason\n';
  let lines = '';
  for (let i = 0; i < runs; i++) {
    const day = FIRST_DAY + Math.floor((i * DAYS) / runs) * 86_400_000;
    const started = new Date(day + (25_200 + ((i * 37) % 36_000)) * 1000);
    const ended = new Date(started.getTime() + (20 + (i % 90)) * 1000);
    const outcome = i % 20 === 0 ? 'business_exception;1;Bilag mangler' : 'success;1;';
    lines += `R${codes[i % PROJECTS]};T-${i};${started.toISOString()};${ended.toISOString()};${outcome}\n`;
    if (i % 5000 !== 0) continue;
    yield lines;
    lines = '';
  }
  yield lines;
}
