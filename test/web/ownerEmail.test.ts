import { expect, test } from 'vitest';
import { followedEmail, knownEmail } from '../../web/components/edit/ownerEmail.ts';

const OWNERS = [
  { owner: 'Bo', ownerEmail: 'bo@odense.dk' },
  { owner: 'Ida Holm', ownerEmail: 'ida@odense.dk' },
  { owner: 'Kim', ownerEmail: 'kim@odense.dk' },
  { owner: 'Per', ownerEmail: null },
];
const IDA = { owner: 'Ida Holm', ownerEmail: 'ida@odense.dk' };
const NOBODY = { owner: '', ownerEmail: '' };
const after = (owner: string, ownerEmail: string, former = IDA) =>
  followedEmail({ owner, ownerEmail }, former, OWNERS);

test('a name that only begins as a known one has no known address', () => {
  expect(after('Bo Hansen', '', NOBODY)).toEqual({ ownerEmail: '', said: null });
  expect(knownEmail('B', OWNERS)).toBe('');
  expect(after('Bo', '', NOBODY)).toEqual({ ownerEmail: 'bo@odense.dk', said: 'followed' });
  expect(knownEmail(' ida  holm', OWNERS)).toBe('ida@odense.dk');
  expect(knownEmail('', [{ owner: '', ownerEmail: 'x@y.dk' }])).toBe('');
});

test('the former owner’s address follows to the new owner, or goes where none is known', () => {
  expect(after('Kim', 'ida@odense.dk')).toEqual({ ownerEmail: 'kim@odense.dk', said: 'followed' });
  expect(after('Per', 'Ida@Odense.dk ')).toEqual({ ownerEmail: '', said: 'emptied' });
  expect(after('', 'ida@odense.dk')).toEqual({ ownerEmail: '', said: 'emptied' });
});

test('the address that the card had with its owner counts as the owner’s, known elsewhere or not', () => {
  const own = { owner: 'Ida Holm', ownerEmail: 'ih@private.dk' };
  expect(after('Kim', 'ih@private.dk', own)).toEqual({ ownerEmail: 'kim@odense.dk', said: 'followed' });
});

test('an address that was typed stays, and so does one whose owner is only written otherwise', () => {
  expect(after('Kim', 'kk@odense.dk')).toEqual({ ownerEmail: 'kk@odense.dk', said: null });
  expect(after('ida holm', 'ida@odense.dk')).toEqual({ ownerEmail: 'ida@odense.dk', said: null });
});
