import type { Card } from '@shared/domain/identity/card.ts';
import type { DirectoryKey } from '@shared/domain/identity/directory.ts';
import { toPublicPerson } from '@shared/domain/identity/public-person.ts';
import { replacementLimits } from '@shared/domain/identity/replacement.ts';
import { identityToRecipient } from 'age-encryption';
import { documentKeyHash } from '../crypto/document-key-hash.ts';
import { writeSignedFile } from '../formats/identity/signed-file.ts';
import { readIdentity } from '../vault/identity.ts';
import { nowOf, ownKeyOf, type Unlocked } from '../vault/unlocked.ts';
import { answeredInvitation } from './invitation-rows.ts';
import { replacedKeysHere } from './own-keys.ts';

/** The public half of what a vault receives and signs with, as cards and directories tell it. */
export type PublicKeys = Pick<DirectoryKey, 'key' | 'recipient' | 'vaultId' | 'documentKey'>;

/** The public keys of this vault; packages go to the newest receiving identity. */
export const publicKeysOf = async (unlocked: Unlocked): Promise<PublicKeys> => {
  const { keys, instanceId } = unlocked.vault;
  const [newest] = keys.receivingIdentities;
  if (newest === undefined) throw new Error('a vault without receiving identity');
  return {
    key: ownKeyOf(unlocked),
    recipient: await identityToRecipient(newest),
    vaultId: instanceId,
    documentKey: documentKeyHash(keys.documentKey),
  };
};

/** The identity card of this vault as it is now: what it says of itself. */
export const ownCard = async (unlocked: Unlocked): Promise<Card> => {
  const { records } = unlocked.work;
  const { person, roles, institution } = readIdentity(records);
  const replaces = [...replacedKeysHere(records)].slice(0, replacementLimits.keys);
  return {
    ...(replaces.length === 0 ? { format: 'bilik/card/v1' } : { format: 'bilik/card/v2', replaces }),
    person: toPublicPerson(person),
    roles: [...new Set(roles)],
    institution,
    ...(await publicKeysOf(unlocked)),
    issuedAt: nowOf(unlocked),
    invitationId: answeredInvitation(records),
  };
};

/** The signed file of the card. */
export const ownCardFile = async (unlocked: Unlocked): Promise<Uint8Array> =>
  writeSignedFile('card', await ownCard(unlocked), unlocked.vault);
