import type { AuditChain, AuditWitness } from '@shared/contract/audit.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { keyFingerprint } from '../crypto/key-fingerprint.ts';
import { keyNames } from '../identity/key-names.ts';
import { type ChainCheck, verifyAudit } from '../trail/audit-chain.ts';
import { judgedWitnesses } from '../trail/witnesses.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What a check of everything found. */
export interface TrailCheck {
  readonly records: AuditChain;
  readonly notes: AuditChain;
  readonly witnesses: AuditWitness[];
}

const toChain = ({ entries, head, broken }: ChainCheck): AuditChain => ({ entries, head: toHex(head), broken });

/** Recomputes both chains; says for everyone who saw the chain of the cases whether it still is what was seen. */
export const verifyTrail = ({ records, notes }: Pick<Workspace, 'records' | 'notes'>): TrailCheck => {
  const names = keyNames(records);
  return {
    records: toChain(verifyAudit(records)),
    notes: toChain(verifyAudit(notes)),
    witnesses: judgedWitnesses(records).map(({ key, size, at, verdict }) => ({
      keyFingerprint: keyFingerprint(key),
      name: names.ofKey(key) ?? null,
      size,
      at,
      verdict,
    })),
  };
};
