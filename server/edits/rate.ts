import type { NewRate } from '../contract/card.ts';
import type { Card } from '../domain/card.ts';
import { GevinstError } from '../errors.ts';
import { rates } from '../queries/rates.ts';
import type { Trx } from '../warehouse/schema.ts';
import type { Editor } from './edit.ts';
import { putRow } from './rows.ts';

const STANDARD = 'standard';

/**
 * Makes the first rate of a warehouse, valid from the year of the card's first baseline, and gives its code.
 * @throws GevinstError `bad-parameter`; `changed-meanwhile` if there has come a rate since
 */
export async function addRate(
  trx: Trx,
  card: Card,
  { hourlyKr, hoursPerFte }: NonNullable<NewRate>,
  { by, at }: Editor,
): Promise<string> {
  if (!(hourlyKr >= 0 && hourlyKr < 100_000)) throw wrong('hourlyKr', 'kroner from 0 to 99,999');
  if (!(hoursPerFte > 0 && hoursPerFte <= 2_000)) throw wrong('hoursPerFte', 'hours from 1 to 2,000');
  if ((await rates(trx)).length > 0) {
    throw new GevinstError(
      'changed-meanwhile',
      'There has come an hourly rate meanwhile. Nothing was saved.',
    );
  }
  const days = card.inputs.flatMap((i) => i.baseline?.from ?? []).sort();
  const year = days[0]?.slice(0, 4) ?? String(new Date(at * 1000).getUTCFullYear());
  await putRow(trx, 'rate', ['rate', 'valid_from'], {
    rate: STANDARD,
    valid_from: `${year}-01-01`,
    hourly_oere: Math.round(hourlyKr * 100),
    hours_per_fte: hoursPerFte,
    source: by,
  });
  return STANDARD;
}

function wrong(parameter: string, expected: string): GevinstError {
  return new GevinstError('bad-parameter', `“${parameter}” is wrong: expected ${expected}.`, {
    parameter,
    expected,
  });
}
