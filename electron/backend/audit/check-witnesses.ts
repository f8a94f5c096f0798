import { judgedWitnesses } from '../trail/witnesses.ts';
import type { Finding } from '../vault/check-database.ts';
import { vaultFiles } from '../vault/key-files.ts';
import type { VaultDatabases } from '../vault/open-databases.ts';

const codes = { ahead: 'auditRolledBack', differs: 'auditDiffers' } as const;

/** A check writes nothing, so an older schema is met as it is. */
const hasWitnesses = ({ records }: VaultDatabases): boolean =>
  records.$client.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'audit_witnesses'").get() !==
  undefined;

/**
 * Compares the audit chain with the heads that others saw of it. Findings: `auditRolledBack` and `auditDiffers`
 * with the entry up to which it was seen and the beginning of the key that saw it.
 */
export const checkWitnesses = (databases: VaultDatabases): readonly Finding[] => {
  if (!hasWitnesses(databases)) return [];
  return judgedWitnesses(databases.records).flatMap(({ verdict, size, key }) => {
    const details = { size, key: key.slice(0, 16) };
    return verdict === 'holds' ? [] : [{ file: vaultFiles.records, code: codes[verdict], details }];
  });
};
