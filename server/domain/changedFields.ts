type Scalar = string | number | boolean | null;

/** One field that two contents have different, by its place: `targets.0.likely`. */
export interface ChangedField {
  field: string;
  from: Scalar;
  to: Scalar;
}

/** The fields that differ between what was and what is; either may be nothing. What is the same is left out. */
export function changedFields(before: unknown, after: unknown): ChangedField[] {
  const from = flat(before);
  const to = flat(after);
  const fields = [...new Set([...from.keys(), ...to.keys()])];
  return fields
    .map((field) => ({ field, from: from.get(field) ?? null, to: to.get(field) ?? null }))
    .filter((change) => change.from !== change.to);
}

function flat(value: unknown, place = '', into = new Map<string, Scalar>()): Map<string, Scalar> {
  if (value !== null && typeof value === 'object') {
    for (const [name, inner] of Object.entries(value)) {
      flat(inner, place === '' ? nameOf(inner, name) : `${place}.${nameOf(inner, name)}`, into);
    }
  } else if (value !== undefined && place !== '') into.set(place, value as Scalar);
  return into;
}

/** What is one of several is known by what it is, not by where it stands: an input by its role, a target by its day. */
function nameOf(value: unknown, index: string): string {
  if (value === null || typeof value !== 'object' || !/^\d+$/.test(index)) return index;
  const { role, due, node, risk } = value as Record<string, unknown>;
  const known = [role, due, node, risk].find((name) => typeof name === 'string' && !name.includes('.'));
  return typeof known === 'string' ? known : index;
}
