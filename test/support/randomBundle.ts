import { between, pick, type Random, seeded } from '../../fixtures/demo/random.ts';
import { dayNumber, dayText } from '../../server/domain/calendar.ts';

const FIRST = dayNumber('2022-01-01');
const METHODS = ['per_item', 'hours', 'ratio', 'fte', 'amount'] as const;
/** The inputs of each method, how its unit is said, and what a value is at most. */
const INPUTS = {
  per_item: { volume: ['sager', 2_000], minutes: ['minutter', 60] },
  hours: { hours: ['timer', 500] },
  ratio: { hours: ['timer', 2_000], ratio: ['%', 100] },
  fte: { fte: ['årsværk', 20] },
  amount: { amount: ['kr.', 50_000] },
} as const;
const FLOWS = new Set(['volume', 'hours', 'amount']);

/**
 * A bundle of so many projects, the same for the same seed: benefits of every method on measurements, rates and terms that
 * begin and end on any day of 2022–2025, so that most months have several changes in them.
 */
export function randomBundle(seed: number, projects: number): Record<string, string> {
  const random = seeded(seed);
  const day = (after = 0, before = 1_000) => dayText(FIRST + between(random, after, before));
  const some = (share: number) => random() < share;
  const tables: Record<string, string[]> = {
    rates: ['rate;valid_from;hourly_kr;hours_per_fte', 'std;2020-01-01;400;1500'],
    projects: ['project;name;municipality'],
    robots: ['robot;project;name'],
    measures: ['measure;project;name;unit;kind;better'],
    measurements: ['measure;phase;from;to;per;value'],
    benefits: [
      'benefit;project;name;type;method;volume;minutes;hours;ratio;fte;amount;rate;from;to;attribution',
    ],
    costs: ['project;from;to;per;amount_kr;category;basis;note'],
    runs: ['robot;transaction;ended;status;items'],
  };
  const add = (table: string, ...cells: (string | number)[]) => tables[table]?.push(cells.join(';'));
  for (const from of days(random, 3)) add('rates', 'std', from, between(random, 200, 600), 1_480);
  for (let p = 0; p < projects; p++) {
    const project = `P${p}`;
    add('projects', project, project, 'Vejle');
    add('robots', `R${p}`, project, 'Robot');
    for (let i = 0; i < 150; i++) {
      const status = pick(random, ['success', 'success', 'success', 'business_exception', 'abandoned']);
      add('runs', `R${p}`, i, `${day()}T12:00:00Z`, status, between(random, 0, 9));
    }
    METHODS.forEach((method, b) => {
      const inputs = Object.entries(INPUTS[method]).map(([role, [unit, most]]) => {
        if (role === 'volume' && some(0.5)) return [role, `robot:R${p}`];
        const measure = `${project}${b}${role}`;
        add('measures', measure, project, measure, unit, FLOWS.has(role) ? 'flow' : 'level', 'lower');
        for (const row of series(random, FLOWS.has(role), most)) add('measurements', measure, ...row);
        return [role, measure];
      });
      const named = Object.fromEntries(inputs);
      const cells = ['volume', 'minutes', 'hours', 'ratio', 'fte', 'amount'].map((role) => named[role] ?? '');
      const terms = [some(0.4) ? day(200, 500) : '', some(0.3) ? day(600, 1_000) : ''];
      const share = pick(random, [100, 50, 33]);
      add(
        'benefits',
        `${project}B${b}`,
        project,
        'B',
        'productivity',
        method,
        ...cells,
        'std',
        ...terms,
        share,
      );
    });
    for (const [i, from] of days(random, 4).entries()) {
      const per = pick(random, ['once', 'month', 'year', 'period']);
      const to = per === 'period' || some(0.5) ? dayText(dayNumber(from) + between(random, 0, 600)) : '';
      add('costs', project, from, to, per, between(random, 1, 100_000), 'other', 'actual', i % 2);
    }
  }
  return Object.fromEntries(Object.entries(tables).map(([name, lines]) => [name, lines.join('\n')]));
}

/** Measurements of every phase with different first days, some with a last day. */
function series(random: Random, flow: boolean, most: number): string[][] {
  const phases = ['before', 'after', 'saved'].filter((phase) => phase !== 'saved' || random() < 0.3);
  return phases.flatMap((phase) =>
    days(random, phase === 'saved' ? 1 : 3).map((from) => {
      const per = flow ? pick(random, ['day', 'week', 'month', 'year', 'period']) : '';
      const ends = per === 'period' || random() < 0.3;
      const to = ends ? dayText(dayNumber(from) + between(random, 0, 400)) : '';
      return [phase, from, to, per, `${between(random, 1, most)}`];
    }),
  );
}

function days(random: Random, most: number): string[] {
  const drawn = Array.from({ length: between(random, 1, most) }, () => FIRST + between(random, 0, 900));
  return [...new Set(drawn)].map(dayText);
}
