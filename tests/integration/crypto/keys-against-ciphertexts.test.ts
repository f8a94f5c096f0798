import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { sealToRecipient, sealWithPassphrase } from '../../../electron/backend/crypto/age.ts';
import { encodeKeys } from '../../../electron/backend/vault/vault-keys.ts';
import { attach } from '../../fixtures/case-steps.ts';
import { evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { checkKeys } from '../../fixtures/check-keys.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { foundInstitution, type Member, send, sendReceipt, take } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';

const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
  counsellor: { person: people.counsellor, roles: ['counsellor'] },
} as const;
type Name = keyof typeof cast;

/** Derived quickly: that the passphrase of a real vault is costly is tested elsewhere. */
const quick = { min: 4, max: 20 };
const workFactor = 4;

const keyFilesFor = async ({ vault }: Member, dir: string, name: string): Promise<string> => {
  const recovery = await generateX25519Identity();
  const keyFile = await sealWithPassphrase(encodeKeys(vault.keys), `sandi brankas ${name}`, workFactor);
  for (const file of ['key.age', 'key-copy.age']) writeFileSync(join(dir, file), keyFile);
  const sealed = await sealToRecipient(encodeKeys(vault.keys), await identityToRecipient(recovery));
  writeFileSync(join(dir, 'recovery.age'), sealed);
  return recovery;
};

/** Vaults with notes and a case, packages between them, and a file that tells of both, as the demo leaves them. */
const leaveFolder = async (): Promise<string> => {
  const { members } = await foundInstitution(cast);
  const { assessor, officer, counsellor } = members;
  await counsellor.calls.get('notes.save', {
    noteId: null,
    caseId: null,
    title: 'Kesan',
    content: '{}',
    attachmentIds: [],
  });
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  const attachmentIds = [await attach(assessor.calls, '%PDF-1.7 lampiran')];
  await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds });
  const first = await send(assessor, officer, caseId);
  await take(officer, first);
  const back = await sendReceipt(officer, assessor);
  const toCounsellor = await sendReceipt(officer, counsellor);

  const folder = temporaryFolder();
  mkdirSync(join(folder, 'packages'));
  const packages = [...first, ...back, ...toCounsellor].map((path) => {
    copyFileSync(path, join(folder, 'packages', basename(path)));
    return `packages/${basename(path)}`;
  });
  const to: readonly Name[] = ['officer', 'assessor', 'counsellor'];
  const vaults: Record<string, { dir: string; passphrase: string; recovery: string }> = {};
  for (const [name, member] of Object.entries(members)) {
    const dir = join(folder, 'vaults', name);
    cpSync(member.vault.dir, dir, { recursive: true });
    const recovery = await keyFilesFor(member, dir, name);
    vaults[name] = { dir: `vaults/${name}`, passphrase: `sandi brankas ${name}`, recovery };
  }
  const told = { vaults, packages: packages.map((file, index) => ({ file, to: to[index] })) };
  writeFileSync(join(folder, 'demo.json'), JSON.stringify(told));
  return folder;
};

describe('every key against every ciphertext', () => {
  it('opens exactly what it should', async () => {
    const { tried, wrong } = await checkKeys(await leaveFolder(), quick);
    expect(wrong).toEqual([]);
    // Three vaults: 9 key files and 3 packages against 3 kinds of keys of each, 6 databases against 6 keys.
    expect(tried).toBe(12 * 9 + 36);
  });

  it('is noticed when something opens for somebody else, or for nobody', async () => {
    const folder = await leaveFolder();
    const at = (...parts: string[]) => join(folder, 'vaults', ...parts);
    copyFileSync(at('officer', 'recovery.age'), at('assessor', 'recovery.age'));
    copyFileSync(at('counsellor', 'notes.db'), at('officer', 'notes.db'));
    const { wrong } = await checkKeys(folder, quick);
    expect([...wrong].sort()).toEqual([
      'notes key of counsellor on notes.db of officer: opened',
      'notes key of officer on notes.db of officer: did not open',
      'recovery identity of assessor on vaults/assessor/recovery.age: did not open',
      'recovery identity of officer on vaults/assessor/recovery.age: opened',
    ]);
  });
});
