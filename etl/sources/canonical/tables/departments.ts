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
  const own = new Map(rows.map((row) => [`${row.values.department}`, row]));
  const placed: ReadRow[] = [];
  const refused: RefusedRow[] = [];
  /** Whether each department of the file stands. */
  const stands = new Map<string, boolean>();
  const parentOf = (department: string): string | null => {
    const parent = own.has(department)
      ? own.get(department)?.values.parent
      : known.department.get(department)?.parent;
    return parent == null ? null : `${parent}`;
  };

  const faultOf = (department: string, isInCircle: boolean): Fault | null => {
    const parent = parentOf(department);
    if (parent === null) return null;
    if (isInCircle) return new Fault('parent-cycle', 'a department that is not part of this one');
    const isThere = own.has(parent) ? stands.get(parent) === true : known.department.has(parent);
    return isThere ? null : new Fault('unknown-reference', 'a known department');
  };

  for (const { values } of rows) {
    // Upwards to what has been placed, to the top, or round to where it began; and then down again.
    const path = new Set<string>();
    let at: string | null = `${values.department}`;
    while (at !== null && !stands.has(at) && !path.has(at)) {
      path.add(at);
      at = parentOf(at);
    }
    const upwards = [...path];
    const circle = at !== null && path.has(at) ? upwards.indexOf(at) : Number.POSITIVE_INFINITY;
    for (let i = upwards.length - 1; i >= 0; i--) {
      const department = upwards[i] ?? '';
      const row = own.get(department);
      if (!row) continue;
      const fault = faultOf(department, i >= circle);
      stands.set(department, fault === null);
      if (fault) refused.push({ row, column: 'parent', fault });
      else placed.push(row);
    }
  }
  return { rows: placed, refused };
}
