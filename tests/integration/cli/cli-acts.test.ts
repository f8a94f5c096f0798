import { beforeAll, describe, expect, it } from 'vitest';
import { insertAct } from '../../../electron/backend/case/act-rows.ts';
import { insertCase } from '../../../electron/backend/case/case-rows.ts';
import { checkActs } from '../../../electron/backend/case/check-acts.ts';
import { persons } from '../../../electron/backend/db/records-schema.ts';
import { transactRecords } from '../../../electron/backend/db/transact.ts';
import { verifySealedAct } from '../../../electron/backend/formats/act/act-crypto.ts';
import { checkVault } from '../../../electron/backend/vault/check-vault.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { people, sampleAct } from '../../fixtures/document-samples.ts';
import { copyOfVault, openForTest, passphrase, unwrap, vaultDeps, vaultTemplate } from '../../fixtures/made-vault.ts';

beforeAll(() => vaultTemplate());

const at = '2026-11-24T03:00:00.000Z';
type Act = ReturnType<typeof sampleAct>;

/** A vault that holds these acts, each in a case of its own; `type` stands in the column beside the header. */
const vaultWith = async (acts: readonly Act[], type = 'statusNotified'): Promise<string> => {
  const dir = await copyOfVault();
  const vault = await openForTest(dir);
  const person = { ...people.employee, id: 'a'.repeat(32), createdAt: at, updatedAt: at };
  transactRecords(vault.records, (tx) => {
    tx.insert(persons).values(person).run();
    for (const act of acts) {
      const { hash, header } = unwrap(verifySealedAct(act));
      insertCase(tx, { id: header.caseId, employeeId: person.id, createdAt: at, mistakenAt: null });
      const authorKey = Buffer.from(header.authorKey, 'hex');
      insertAct(tx, { caseId: header.caseId, type, hash, authorKey, sealed: act, recordedAt: at });
    }
    return ok(null);
  });
  vault.close();
  return dir;
};

const findings = async (dir: string) =>
  unwrap(await checkVault(vaultDeps, { dir, passphrase, extra: [checkActs] })).findings;

describe('checkActs', () => {
  it('finds nothing in whole acts', async () => {
    expect(await findings(await vaultWith([sampleAct(), sampleAct()]))).toEqual([]);
  });

  it('names an act whose columns say something else than its header', async () => {
    const act = sampleAct();
    const details = { act: act.hash.slice(0, 16), reason: 'actRowDiffers' };
    expect(await findings(await vaultWith([act], 'caseClosed'))).toEqual([
      { file: 'records.db', code: 'actDamaged', details },
    ]);
  });

  it('names an act whose signature or body does not fit, by hash and reason alone', async () => {
    const [good, other] = [sampleAct(), sampleAct()];
    const dir = await vaultWith([good, other]);
    const vault = await openForTest(dir);
    const sqlite = vault.records.$client;
    sqlite.exec('DROP TRIGGER acts_keep_header');
    sqlite.prepare('UPDATE acts SET signature = zeroblob(64) WHERE hash = ?').run(Buffer.from(good.hash, 'hex'));
    sqlite.prepare('UPDATE acts SET salt = zeroblob(32) WHERE hash = ?').run(Buffer.from(other.hash, 'hex'));
    vault.close();
    const found = (await findings(dir)).filter(({ code }) => code === 'actDamaged');
    expect(found.map(({ details }) => details?.reason)).toEqual(['actSignatureInvalid', 'actBodyMismatch']);
    expect(JSON.stringify(found)).not.toContain(people.assessor.name);
  });
});
