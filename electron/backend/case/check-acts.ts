import { asc } from 'drizzle-orm';
import { acts } from '../db/records-schema.ts';
import type { Turns } from '../db/turns.ts';
import { verifySealedAct } from '../formats/act/act-crypto.ts';
import type { Finding } from '../vault/check-database.ts';
import { vaultFiles } from '../vault/key-files.ts';
import type { VaultDatabases } from '../vault/open-databases.ts';
import { hashOf, toSealedAct } from './act-rows.ts';

/**
 * Checks every stored act by itself: signature, commitment, and the columns beside it against the header.
 * Findings: `actDamaged` with the beginning of the act's hash and the reason.
 */
export function* checkActs({ records }: Pick<VaultDatabases, 'records'>): Turns<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const row of records.select().from(acts).orderBy(asc(acts.receivedSeq)).all()) {
    const act = verifySealedAct(toSealedAct(row));
    const hash = hashOf(row);
    const reason = act.ok
      ? act.value.hash === hash && act.value.header.caseId === row.caseId && act.value.header.type === row.type
        ? null
        : 'actRowDiffers'
      : act.error.code;
    if (reason !== null)
      findings.push({ file: vaultFiles.records, code: 'actDamaged', details: { act: hash.slice(0, 16), reason } });
    yield;
  }
  return findings;
}
