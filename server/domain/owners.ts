/**
 * What tells one owner from another: the name without regard to capitals and spaces, so that `Anne  Holm` and `anne holm` are
 * one. Empty for a benefit that no one owns.
 */
export function ownerKey(name: string | null): string {
  return (name ?? '').normalize('NFC').replaceAll(/\s/gu, '').toLowerCase();
}

/** Whose a benefit is: the name, else the address that is all that is known. */
export function ownerOf(benefit: { owner: string | null; owner_email: string | null }): string | null {
  const name = benefit.owner?.trim() || benefit.owner_email?.trim();
  return name ? name : null;
}
