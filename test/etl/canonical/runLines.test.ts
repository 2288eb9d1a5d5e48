import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { openFile } from '../../../etl/openFile.ts';
import { openCsv } from '../../../etl/readers/csv.ts';
import { RunFileReader } from '../../../etl/runFile/readRunFile.ts';
import { requiredLayout } from '../../../etl/sources/canonical/header.ts';
import { RunReader } from '../../../etl/sources/canonical/runReader.ts';
import { runs } from '../../../etl/sources/canonical/tables/runs.ts';
import type { Misread } from '../../../etl/sources/source.ts';
import { zoneNamed } from '../../../etl/time/zone.ts';
import { ReasonTexts } from '../../../etl/write/runs/reasonTexts.ts';
import { RunBatch } from '../../../etl/write/runs/runBatch.ts';
import { SipHash } from '../../../etl/write/runs/sipHash.ts';
import { tempFolder } from '../../support/gevinst.ts';

const folder = tempFolder();
afterAll(() => folder.remove());
const LATEST = Date.UTC(2026, 0, 1) / 1000;
const ROBOTS = new Map([
  ['R1', 1],
  ['Kø 2', 2],
]);

function lookups() {
  const find = (name: string) => ROBOTS.get(name.trim()) ?? 0;
  return {
    robots: { find },
    reasons: new ReasonTexts(),
    hash: new SipHash(new Uint8Array(16).fill(7)),
    zone: zoneNamed('Europe/Copenhagen'),
  };
}

/** What was read: each run's columns, each refusal, how many rows, and the reasons. */
function told(batch: RunBatch, reasons: ReasonTexts, read: number, refused: string[]) {
  const rows = Array.from({ length: batch.size }, (_, at) =>
    Object.entries(batch.columns)
      .map(([name, values]) => `${name} ${values[at]}`)
      .join(', '),
  );
  return { rows, read, refused, reasons: reasons.takeFresh(), masked: reasons.masked };
}

/** Reads the file both ways: from its bytes, and through its text. */
async function bothWays(content: Buffer, capacity = 1_000) {
  const path = join(folder.path, 'runs.csv');
  writeFileSync(path, content);
  const { bytes, inspection, close } = await openFile(path);
  const rows = await openCsv(bytes, inspection, () => {});
  const layout = requiredLayout(rows.header, runs);
  const refusal = (line: number, { column, value, fault }: Misread) =>
    `${line} ${column} ${value} ${fault.code} ${fault.expected}`;

  const slow = { batch: RunBatch.of(1_000), lookups: lookups(), read: 0, refused: [] as string[] };
  const reader = new RunReader(layout, rows.decimal, slow.lookups, LATEST);
  for await (const some of rows.batches()) {
    slow.read += some.length;
    for (const row of some) {
      const misread = reader.read(row, slow.batch);
      if (misread) slow.refused.push(refusal(row.line, misread));
    }
  }

  const fast = { lookups: lookups(), refused: [] as string[], rows: [] as string[] };
  if (!rows.raw) throw new Error('The file is not read from its bytes.');
  const file = new RunFileReader({ raw: rows.raw, layout, latest: LATEST }, fast.lookups, {
    refuse: (line, misread) => fast.refused.push(refusal(line, misread)),
    onBytes() {},
  });
  for (let more = true; more; ) {
    const batch = RunBatch.of(capacity);
    more = file.next(batch);
    fast.rows.push(...told(batch, new ReasonTexts(), 0, []).rows);
  }
  await close();
  const { reasons } = fast.lookups;
  return {
    slow: told(slow.batch, slow.lookups.reasons, slow.read, slow.refused),
    fast: {
      rows: fast.rows,
      read: file.read,
      refused: fast.refused,
      reasons: reasons.takeFresh(),
      masked: reasons.masked,
    },
  };
}

const cell = {
  robot: fc.constantFrom('R1', 'R1', 'R1', 'Kø 2', ' R1 ', 'R9', '', '"R1"'),
  transaction: fc.constantFrom(
    'a',
    'b-1',
    ' c ',
    '',
    '"d;e"',
    '"f""g"',
    'sag æøå',
    '"to\nlinjer"',
    'x'.repeat(1_001),
    '1,77244E+15',
    '1.77E+15',
    '2E+15',
    '2E15',
    '#N/A',
    '#17',
  ),
  instant: fc.constantFrom(
    '2024-03-31T02:30:00',
    '2024-10-27 02:30:00',
    '2024-02-29T08:00:00.1234567Z',
    '2023-02-29T08:00:00Z',
    '2024-06-30T12:00:00+02:00',
    '2024-06-30T12:00:00-0330',
    '30-06-2024 12:00',
    '2024-06-30 12:00',
    '2024-06-30T24:00:00',
    '2027-01-01T00:00:00Z',
    '2024-13-01T00:00:00Z',
    '"2024-06-30 12:00:01"',
    'i går',
    '',
  ),
  status: fc.constantFrom('success', 'success', 'SUCCESS', 'gennemført', 'business_exception', 'ok?', ''),
  items: fc.constantFrom('', '1', '12', '0', '-1', '1,0', '1.000', '9999999', 'mange'),
  reason: fc.constantFrom(
    '',
    'Bilag mangler',
    ' Bilag mangler ',
    'cpr 010190-1234',
    '"a;b"',
    'Ærgerligt',
    'x"y',
  ),
};
const row = fc
  .tuple(cell.robot, cell.transaction, cell.instant, cell.instant, cell.status, cell.items, cell.reason)
  .map((cells) => cells.join(';'));
const line = fc.oneof(
  { weight: 12, arbitrary: row },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', ';;;;;;', 'R1;a', 'R1;a;;2024-06-30 12:00;success;1;;;;', '  '),
  },
);

describe('lines read from bytes', () => {
  test.each(['utf8', 'latin1'] as const)('are what they are through their text (%s)', (encoding) =>
    fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 12 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.integer({ min: 1, max: 5 }),
        async (lines, newline, ends, capacity) => {
          const header = 'robot;transaction;started;ended;status;items;reason';
          const text = [header, ...lines].join(newline) + (ends ? newline : '');
          const { slow, fast } = await bothWays(Buffer.from(text, encoding), capacity);
          expect(fast).toEqual(slow);
        },
      ),
      { numRuns: 300 },
    ),
  );

  test('a quote that is never closed is told with its line', async () => {
    const text =
      'robot;transaction;ended;status\nR1;a;2024-01-01 08:00;success\nR1;"b;2024-01-01 08:00;success\n';
    await expect(bothWays(Buffer.from(text))).rejects.toThrow(
      'The quote that opens on line 3 is never closed.',
    );
  });
});
