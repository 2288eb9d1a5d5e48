import { ownerKey } from '../../../server/domain/owners.ts';

/** An owner with an address, as a form or other cards have them. */
export interface OwnerAddress {
  owner: string;
  ownerEmail: string | null;
}

/** The address to write to, and what is to be said of its change: it followed the owner, or was the former owner’s. */
export interface FollowedEmail {
  ownerEmail: string;
  said: 'followed' | 'emptied' | null;
}

/**
 * The address once the owner is another. One that was typed for somebody stays; an empty one, or the former owner’s, becomes the
 * one that is known of exactly the new owner, else nothing.
 * @param former the owner until now, with the address that came with the name
 */
export function followedEmail(
  { owner, ownerEmail }: { owner: string; ownerEmail: string },
  former: OwnerAddress,
  owners: readonly OwnerAddress[],
): FollowedEmail {
  const email = ownerEmail.trim();
  if (ownerKey(owner) === ownerKey(former.owner)) return { ownerEmail, said: null };
  const own = same(email, former.ownerEmail) || same(email, knownEmail(former.owner, owners));
  if (email !== '' && !own) return { ownerEmail, said: null };
  const known = knownEmail(owner, owners);
  if (same(email, known)) return { ownerEmail, said: null };
  return { ownerEmail: known, said: known === '' ? 'emptied' : 'followed' };
}

/** The address that is known of an owner, by the whole name; empty where none is. */
export function knownEmail(owner: string, owners: readonly OwnerAddress[]): string {
  const key = ownerKey(owner);
  return key === '' ? '' : (owners.find((o) => ownerKey(o.owner) === key && o.ownerEmail)?.ownerEmail ?? '');
}

function same(a: string, b: string | null): boolean {
  return a.toLowerCase() === (b ?? '').trim().toLowerCase();
}
