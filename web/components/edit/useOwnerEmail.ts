import { useState } from 'react';
import { type FollowedEmail, followedEmail, type OwnerAddress } from './ownerEmail.ts';

interface Typed {
  owner: string;
  ownerEmail: string;
}

/**
 * Keeps the owner’s address in step with the owner: once the owner’s field is left, not while a name is half written. `said` is
 * what to say beside the address.
 */
export function useOwnerEmail(
  typed: Typed,
  owners: readonly OwnerAddress[],
  set: (change: Partial<Typed>) => void,
) {
  const [former, setFormer] = useState<Typed>(typed);
  const [said, setSaid] = useState<FollowedEmail['said']>(null);
  const leaveOwner = () => {
    const { ownerEmail, said: now } = followedEmail(typed, former, owners);
    if (typed.owner !== former.owner) setFormer({ owner: typed.owner, ownerEmail: '' });
    if (ownerEmail === typed.ownerEmail) return;
    setSaid(now);
    set({ ownerEmail });
  };
  const typeEmail = (ownerEmail: string) => {
    setSaid(null);
    set({ ownerEmail });
  };
  return { leaveOwner, typeEmail, said };
}
