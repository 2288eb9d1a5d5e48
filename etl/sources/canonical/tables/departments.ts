import { Fault } from '../../../refusal.ts';
import { optional } from '../column.ts';
import { code, municipality, text } from '../columns.ts';
import type { Known } from '../known.ts';
import { type ReadRow, type RefusedRow, table } from '../table.ts';

export const departments = table({
  name: 'departments',
  danish: ['afdelinger', 'forvaltninger', 'organisation'],
  about: 'The municipality’s departments, as a tree.',
  columns: {
    department: code(['afdeling', 'afdelingskode', 'forvaltning'], 'the department’s code'),
    name: text(['navn'], 'the department’s name'),
    municipality: municipality(['kommune']),
    parent: optional(
      code(['overordnet', 'overordnet afdeling', 'hører under'], 'the department that it is part of'),
    ),
  },
  key: ['department'],
  needs: ['department'],
  target: 'department',
  targetKey: ['department'],
  municipality: (values) => values.municipality,
  record: (values) => ({ ...values, municipality: values.municipality.municipality }),
  arrange: parentsFirst,
});

/** A parent may stand after its children in the file; what hangs from nothing, or from itself, is refused. */
function parentsFirst(rows: ReadRow[], known: Known): { rows: ReadRow[]; refused: RefusedRow[] } {
  const own = new Map(rows.map((row) => [row.values.department, row]));
  const placed: ReadRow[] = [];
  const refused: RefusedRow[] = [];
  const state = new Map<ReadRow, 'open' | 'placed' | 'refused'>();
  const parentOf = (department: unknown): unknown =>
    own.get(department)?.values.parent ??
    (own.has(department) ? null : known.department.get(`${department}`)?.parent);

  const place = (row: ReadRow): void => {
    if (state.has(row)) return;
    state.set(row, 'open');
    const { parent } = row.values;
    const above = own.get(parent);
    if (above) place(above);
    const fault = faultOf(row, above);
    state.set(row, fault ? 'refused' : 'placed');
    if (fault) refused.push({ row, column: 'parent', fault });
    else placed.push(row);
  };

  const faultOf = (row: ReadRow, above: ReadRow | undefined): Fault | null => {
    const { parent } = row.values;
    if (parent === null) return null;
    if (isOwnAncestor(row)) return new Fault('parent-cycle', 'a department that is not part of this one');
    const stands = above ? state.get(above) === 'placed' : known.department.has(`${parent}`);
    return stands ? null : new Fault('unknown-reference', 'a known department');
  };

  const isOwnAncestor = (row: ReadRow): boolean => {
    const seen = new Set<unknown>();
    for (let at: unknown = row.values.parent; at != null && !seen.has(at); at = parentOf(at)) {
      if (at === row.values.department) return true;
      seen.add(at);
    }
    return false;
  };

  for (const row of rows) place(row);
  return { rows: placed, refused };
}
