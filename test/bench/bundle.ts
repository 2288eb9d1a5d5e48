import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeBundle } from '../support/gevinst.ts';

const PROJECTS = 50;
const ROBOTS = 130;
const FIRST_SECOND = Date.UTC(2022, 0, 1) / 1000;
/** Forty-eight months. */
const DAYS = 1461;
const REASONS = Array.from({ length: 40 }, (_, i) => `Bilag ${i + 1} mangler`);
const codes = Array.from({ length: PROJECTS }, (_, i) => String(i + 1).padStart(3, '0'));

export interface BenchBundle {
  dimensions: string;
  /** So many runs in the order of time. */
  runs: string;
  /** The same runs in another order. */
  shuffled: string;
  /** A hundredth as many new ones, of the days that follow. */
  more: string;
}

/** A bundle of fifty projects with 130 robots and so many runs over four years. */
export async function writeBenchBundle(folder: string, runs: number): Promise<BenchBundle> {
  const dimensions = join(folder, 'bundle');
  mkdirSync(folder, { recursive: true });
  writeBundle(dimensions, {
    departments: 'department;name;municipality\nadm;Administration;0630',
    rates: 'rate;valid_from;hourly_kr;hours_per_fte\nstd;2020-01-01;400;1500',
    projects: table(
      'project;name;municipality;department;technology;stage;live',
      (c) => `P${c};Projekt ${c};0630;adm;RPA;operation;2023-01-01`,
    ),
    robots: [
      'robot;project;name',
      ...Array.from({ length: ROBOTS }, (_, i) => {
        const code = String(i + 1).padStart(3, '0');
        return `R${code};P${codes[i % PROJECTS]};Robot ${code}`;
      }),
    ].join('\n'),
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
  const write = async (name: string, which: Which) => {
    const path = join(folder, name);
    await pipeline(Readable.from(runLines(which, runs)), createWriteStream(path));
    return path;
  };
  // A stride that shares no divisor with the number of runs meets each of them once.
  const stride = Array.from({ length: 100 }, (_, i) => Math.floor(runs * 0.618) + i).find((n) =>
    coprime(n, runs),
  );
  return {
    dimensions,
    runs: await write(`runs-${runs}.csv`, { from: 0, to: runs, stride: 1 }),
    shuffled: await write('runs-other-order.csv', { from: 0, to: runs, stride: stride ?? 1 }),
    more: await write('runs-more.csv', { from: runs, to: runs + Math.ceil(runs / 100), stride: 1 }),
  };
}

function coprime(a: number, b: number): boolean {
  return b === 0 ? a === 1 : coprime(b, a % b);
}

function table(header: string, row: (code: string) => string): string {
  return [header, ...codes.map(row)].join('\n');
}

/** Which runs a file has, and in which order. */
interface Which {
  from: number;
  to: number;
  /** Of `of` runs, each as many places after the one before, round and round: 1 is their own order. */
  stride: number;
}

function* runLines({ from, to, stride }: Which, of: number): Generator<string> {
  yield 'robot;transaction;started;ended;status;items;reason\n';
  const count = to - from;
  let lines: string[] = [];
  for (let n = 0, place = 0; n < count; n++, place = (place + stride) % count) {
    lines.push(runLine(from + place, of));
    if (lines.length < 5000) continue;
    yield lines.join('');
    lines = [];
  }
  yield lines.join('');
}

/** The run of a number: always the same. */
function runLine(i: number, of: number): string {
  const id = [1, 2, 3, 4]
    .map((word) =>
      scrambled(i * 4 + word)
        .toString(16)
        .padStart(8, '0'),
    )
    .join('');
  const robot = String(1 + (scrambled(i) % ROBOTS)).padStart(3, '0');
  const at = FIRST_SECOND + Math.floor((i * DAYS) / of) * 86_400 + 25_200 + ((i * 37) % 36_000);
  const outcome = i % 12 === 0 ? `business_exception;1;${REASONS[i % REASONS.length]}` : 'success;1;';
  return `R${robot};${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)};${instant(at)};${instant(at + 20 + (i % 90))};${outcome}\n`;
}

/** A number that looks like chance, of 32 bits. */
function scrambled(n: number): number {
  let x = Math.imul(n ^ (n >>> 16), 0x45d9f3b) ^ Math.imul(Math.floor(n / 65_536), 0x9e3779b1);
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
  x = Math.imul(x ^ (x >>> 12), 0x297a2d39);
  return (x ^ (x >>> 15)) >>> 0;
}

const days = new Map<number, string>();
const two = (n: number) => (n < 10 ? `0${n}` : String(n));

function instant(seconds: number): string {
  const day = Math.floor(seconds / 86_400);
  let text = days.get(day);
  if (text === undefined) {
    text = new Date(day * 86_400_000).toISOString().slice(0, 10);
    days.set(day, text);
  }
  const of = seconds - day * 86_400;
  return `${text}T${two(Math.floor(of / 3600))}:${two(Math.floor(of / 60) % 60)}:${two(of % 60)}Z`;
}
