import { sql } from 'kysely';
import type { Told } from '../../server/contract/uploads.ts';
import { INPUTS_OF, kindOf } from '../../server/domain/card.ts';
import { METHODS, type Method, ROLES, type Role } from '../../server/domain/codes.ts';
import { fitsAs } from '../../server/domain/inputFit.ts';
import type { Db } from '../../server/warehouse/schema.ts';

interface Named {
  benefit: string;
  method: Method;
  measure: string;
  name: string;
  unit: string;
  kind: 'flow' | 'level';
}

/** So many are told by name. */
const MOST_TOLD = 5;

/**
 * The benefits whose method cannot reckon with a measure that they name, where a load has either of the two: said, not
 * refused, since whichever of them is loaded last may be the right one.
 */
export async function misfits(trx: Db, loadId: number): Promise<Told[]> {
  const told: Told[] = [];
  for (const role of ROLES) {
    const methods = METHODS.filter((method) => INPUTS_OF[method].includes(role));
    const { rows } = await sql<Named>`
      select b.benefit, b.method, m.measure, m.name, m.unit, m.kind
      from benefit b join measure m on m.measure = ${sql.ref(`b.${role}`)}
      where (b.load_id = ${loadId} or m.load_id = ${loadId}) and b.method in (${sql.join(methods)})
      order by b.benefit`.execute(trx);
    told.push(...rows.filter((row) => !fitsAs(role, row)).map((row) => misfitTold(role, row)));
  }
  const more = told.length - MOST_TOLD;
  return more > 0
    ? [
        ...told.slice(0, MOST_TOLD),
        {
          code: 'more-misfits',
          values: { count: more },
          text: `${more} more benefits name a measure that does not fit`,
        },
      ]
    : told;
}

function misfitTold(role: Role, { benefit, measure, name, unit, kind }: Named): Told {
  const expected = role === 'amount' ? 'kroner' : role === 'volume' ? 'a number of items' : 'time';
  const text = `the ${role} of the benefit “${benefit}” is the measure “${measure}” (${name}, a ${kind} in ${unit}), but must be a ${kindOf(role)} of ${expected}: its figures are unknown until it names another measure, or the measure is put right`;
  return { code: 'measure-misfit', values: { role, benefit, measure, name, unit, kind }, text };
}
