import { MUNICIPALITIES, type Municipality } from '../../../server/domain/municipalities.ts';
import { holdsCpr } from '../../../server/privacy.ts';
import { Fault } from '../../refusal.ts';
import { fold } from './fold.ts';

const byCode = new Map(MUNICIPALITIES.map((m) => [m.municipality, m]));
const byName = new Map(MUNICIPALITIES.map((m) => [fold(m.name), m]));
const LONGEST = 100;

/**
 * The municipality that a cell means: a code with or without its zero, or a name (`Aarhus`, `Århus`,
 * `Københavns Kommune`). A name that is no municipality's is kept and is its own code; an unknown code is refused.
 */
export function municipalityOf(cell: string): Municipality | Fault {
  if (/^\d+$/.test(cell)) {
    const known = byCode.get(cell.padStart(4, '0'));
    return known ?? new Fault('unknown-municipality', 'the code of one of the 98 municipalities, or a name');
  }
  const name = fold(cell.replace(/\s+(regions)?kommune$/i, ''));
  const known = byName.get(name) ?? byName.get(name.replace(/s$/, ''));
  if (known) return known;
  if (cell.length > LONGEST) return new Fault('too-long', `at most ${LONGEST} characters`);
  if (holdsCpr(cell)) return new Fault('personal-number', 'a name without a personal (CPR) number');
  return { municipality: cell, name: cell };
}
