import fc from 'fast-check';
import type { Benefit, BenefitInputs } from '../../server/domain/benefit.ts';
import { dayText, firstDay, monthNumber } from '../../server/domain/calendar.ts';
import { METHODS, type Per, type Phase } from '../../server/domain/codes.ts';
import type { Cost } from '../../server/domain/costs.ts';
import { type Measurement, measured } from '../../server/domain/measured.ts';
import { benefit, cost, project, RATE, robot } from './inputs.ts';

const FIRST = firstDay(monthNumber('2022-01'));
const day = fc.integer({ min: FIRST, max: FIRST + 900 }).map(dayText);
const per = fc.constantFrom<Per>('day', 'week', 'month', 'year');
const amount = fc.integer({ min: 0, max: 200_000 }).map((n) => n / 100);

/** Measurements with different first days in a phase, some with an end, some a range. */
const measurement = (phase: Phase) =>
  fc
    .tuple(
      day,
      per,
      amount,
      fc.option(fc.integer({ min: 0, max: 200 }), { nil: null }),
      amount,
      amount,
      fc.boolean(),
    )
    .map(
      ([from, p, value, length, below, above, expected]): Measurement => ({
        phase,
        from,
        to: length === null ? null : dayText(Date.parse(from) / 86_400_000 + length),
        per: p,
        value,
        low: Math.max(0, value - below),
        high: value + above,
        basis: expected ? 'expected' : 'actual',
      }),
    );

const series = (phase: Phase) =>
  fc.uniqueArray(measurement(phase), { selector: (row) => row.from, maxLength: 4 });

const measure = (kind: 'flow' | 'level') =>
  fc
    .tuple(series('before'), series('after'), series('saved'), fc.constantFrom('timer', 'min', 'kr.'))
    .map(([before, after, saved, unit]) => measured(kind, unit, [...before, ...after, ...saved]));

const terms = fc.record({
  from: fc.option(day, { nil: null }),
  attribution: fc.double({ min: 0, max: 1, noNaN: true }),
  cashable: fc.option(fc.boolean(), { nil: null }),
});

const rates = fc.uniqueArray(
  fc
    .tuple(day, fc.integer({ min: 20_000, max: 60_000 }))
    .map(([validFrom, hourlyOere]) => ({ ...RATE, validFrom, hourlyOere })),
  { selector: (r) => r.validFrom, maxLength: 3 },
);

const runs = fc.option(
  fc
    .uniqueArray(fc.tuple(day, fc.integer({ min: 0, max: 500 })), { selector: ([d]) => d, maxLength: 60 })
    .map((entries) => {
      const months: Record<string, number> = {};
      for (const [d, n] of entries) months[d.slice(0, 7)] = (months[d.slice(0, 7)] ?? 0) + n;
      return robot(months, Object.fromEntries(entries));
    }),
  { nil: null },
);

/** A benefit of any method with whatever measurements. */
const anyBenefit: fc.Arbitrary<BenefitInputs> = fc
  .record({
    method: fc.constantFrom(...METHODS),
    terms,
    rates,
    runs,
    volume: measure('flow'),
    minutes: measure('level'),
    hours: measure('flow'),
    ratio: measure('level'),
    fte: measure('level'),
    amount: measure('flow'),
    live: fc.option(day, { nil: null }),
    ended: fc.option(day, { nil: null }),
  })
  .map(({ method, terms: own, rates: r, runs: volumeRuns, live, ended, ...measures }) =>
    benefit(method, measures, {
      ...(own as Partial<Benefit>),
      rates: [RATE, ...r],
      runs: method === 'per_item' ? volumeRuns : null,
      live,
      ended,
    }),
  );

const anyCost: fc.Arbitrary<Cost> = fc
  .tuple(
    day,
    amount,
    fc.constantFrom('once' as const, 'month' as const, 'year' as const),
    fc.boolean(),
    fc.integer({ min: 0, max: 9 }),
  )
  .map(([from, kroner, p, expected, note]) =>
    cost(from, kroner, { per: p, basis: expected ? 'expected' : 'actual', note: String(note) }),
  );

/** A project of a few benefits and costs, its codes by number. */
export const anyProject = fc
  .tuple(fc.array(anyBenefit, { maxLength: 4 }), fc.array(anyCost, { maxLength: 5 }))
  .map(([benefits, costs]) =>
    project(
      benefits.map((b, i) => ({ ...b, benefit: { ...b.benefit, benefit: `B${i}` } })),
      costs,
    ),
  );
