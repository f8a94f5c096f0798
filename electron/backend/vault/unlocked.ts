import { toHex } from '@shared/kernel/bytes.ts';
import { toIsoInstant, toLocalDay } from '@shared/kernel/date.ts';
import type { Clock, Random } from '@shared/kernel/ports.ts';
import { type Workspace, workspaceOf } from '../workspace/workspace.ts';
import type { OpenVault } from './vault.ts';

/** An open vault, and what use cases work with on it. They do not close it. */
export interface Unlocked {
  readonly vault: Omit<OpenVault, 'anchor' | 'close' | 'notices' | 'takeIdentity'>;
  readonly work: Workspace;
}

/** The open vault of a call, with its clock and random. */
export const unlockedOf = ({
  vault,
  clock,
  random,
}: {
  readonly vault: Unlocked['vault'];
  readonly clock: Clock;
  readonly random: Random;
}): Unlocked => ({ vault, work: workspaceOf({ vault, clock, random }) });

/** Ed25519 public key of the vault, hexadecimal. */
export const ownKeyOf = ({ vault }: { readonly vault: Pick<OpenVault, 'publicKey'> }): string => toHex(vault.publicKey);

/** All keys that the vault signs or signed by, hexadecimal, the present one first. */
export const ownKeysOf = ({
  vault,
}: {
  readonly vault: Pick<OpenVault, 'publicKey' | 'formerKeys'>;
}): readonly string[] => [toHex(vault.publicKey), ...vault.formerKeys];

/** The moment, ISO 8601 in UTC. */
export const nowOf = ({ work }: Pick<Unlocked, 'work'>): string => toIsoInstant(work.clock.now());

/** The day as the person's calendar has it, `YYYY-MM-DD`. */
export const todayOf = ({ work }: Pick<Unlocked, 'work'>): string => toLocalDay(work.clock.now());
