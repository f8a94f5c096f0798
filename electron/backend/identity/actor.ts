import { toHex } from '@shared/kernel/bytes.ts';
import { toIsoInstant, toLocalDay } from '@shared/kernel/date.ts';
import type { OpenVault } from '../vault/vault.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The vault that acts, and what use cases work with. */
export interface Actor {
  readonly vault: Pick<OpenVault, 'instanceId' | 'publicKey' | 'sign' | 'keys'>;
  readonly work: Workspace;
}

/** Ed25519 public key of the vault, hexadecimal. */
export const ownKeyOf = ({ vault }: Pick<Actor, 'vault'>): string => toHex(vault.publicKey);

/** The moment, ISO 8601 in UTC. */
export const nowOf = ({ work }: Pick<Actor, 'work'>): string => toIsoInstant(work.clock.now());

/** The day as the person's calendar has it, `YYYY-MM-DD`. */
export const todayOf = ({ work }: Pick<Actor, 'work'>): string => toLocalDay(work.clock.now());
