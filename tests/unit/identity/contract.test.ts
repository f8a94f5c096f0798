import { expect, it } from 'vitest';
import { identityContract } from '../../../shared/contract/identity.ts';

it('asks for the passphrase again for every change of trust, every invitation and the receiving identity', () => {
  const asking = Object.entries(identityContract).filter(([, { needs }]) => needs.confirmation === 'passphrase');
  expect(asking.map(([name]) => name)).toEqual([
    'identity.exportReceiving',
    'directory.trust',
    'directory.found',
    'directory.certify',
    'directory.setRoles',
    'directory.revoke',
    'invitation.make',
  ]);
});
