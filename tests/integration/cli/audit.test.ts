import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { transactRecords } from '../../../electron/backend/db/transact.ts';
import { auditHead, noteWitness } from '../../../electron/backend/trail/witnesses.ts';
import { run } from '../../../electron/cli/run.ts';
import { roles } from '../../../shared/domain/identity/person.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { opened } from '../../fixtures/case-walks.ts';
import { copyOfVault, openForTest, passphrase, vaultDeps, vaultTemplate } from '../../fixtures/made-vault.ts';
import { assessor } from '../../fixtures/people/cast.ts';

// Opening by passphrase takes a second or more on a busy machine.
vi.setConfig({ testTimeout: 120_000 });
beforeAll(() => vaultTemplate());

const bilik = async (...args: readonly string[]) => {
  let out = '';
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    error: () => undefined,
    readPassphrase: async () => passphrase,
  };
  return { code: await run(args, vaultDeps, terminal), out };
};

/** An exported trail, and the vault's fingerprint. */
const exported = async () => {
  const calls = callsOn(await testVault(assessor, [...roles]));
  await opened(calls);
  const file = join(calls.host.folder ?? '', 'jejak.jsonl');
  calls.host.saveTarget = file;
  const { entries } = await calls.get('audit.export', { store: 'records' });
  return { file, entries, vault: calls.context.vault };
};

describe('bilik verify, on an exported audit trail', () => {
  it('answers 0 and says whose it is and what was not checked', async () => {
    const { file, entries, vault } = await exported();
    const { code, out } = await bilik('verify', file);
    expect(code).toBe(0);
    expect(out).toContain('UTUH: setiap entri bersambung');
    expect(out).toContain(`Entri yang baik: ${entries}`);
    expect(out).toContain(vault.keyFingerprint);
    expect(out).toContain('Tidak diperiksa: milik siapa kunci itu');
    expect((await bilik('verify', file, '--lang', 'en')).out).toContain('WHOLE');
  });

  it('answers 1 and names the first bad entry, in words and as JSON', async () => {
    const { file } = await exported();
    writeFileSync(file, readFileSync(file, 'utf8').replace('"kind":"caseOpened"', '"kind":"caseClosed"'));
    const { code, out } = await bilik('verify', file);
    expect(code).toBe(1);
    expect(out).toContain('TIDAK UTUH');
    expect(out).toContain('Entri pertama yang keliru: 2 (isi berubah)');
    expect(JSON.parse((await bilik('verify', file, '--json')).out)).toMatchObject([
      { file, kind: 'audit', verdict: 'invalid', broken: { seq: 2, reason: 'hash' }, findings: ['entryBroken'] },
    ]);
  });

  it('answers 1 for a cut tail', async () => {
    const { file } = await exported();
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, [...lines.slice(0, -3), ...lines.slice(-2)].join('\n'));
    const { code, out } = await bilik('verify', file);
    expect(code).toBe(1);
    expect(out).toContain('panjang atau ujung yang lain');
  });
});

describe('bilik vault check, with witnesses', () => {
  it('tells a chain that is shorter than others saw it, or another', async () => {
    const dir = await copyOfVault();
    const vault = await openForTest(dir);
    const { size } = auditHead(vault.records);
    const peer = { key: 'ab'.repeat(32), at: '2026-05-01T00:00:00.000Z' };
    transactRecords(vault.records, (tx) => ok(noteWitness(tx, { ...peer, ...auditHead(vault.records) })));
    vault.close();
    expect((await bilik('vault', 'check', dir)).code).toBe(0);

    const later = await openForTest(dir);
    transactRecords(later.records, (tx) => ok(noteWitness(tx, { ...peer, size: size + 5, hash: 'cd'.repeat(32) })));
    later.close();
    const rolledBack = await bilik('vault', 'check', dir);
    expect(rolledBack.code).toBe(1);
    expect(rolledBack.out).toContain(
      `records.db: jejak lebih pendek daripada yang dilihat orang lain (sampai entri ${size + 5})`,
    );

    const changed = await openForTest(dir);
    transactRecords(changed.records, (tx) => ok(noteWitness(tx, { ...peer, size, hash: 'ef'.repeat(32) })));
    changed.close();
    const { out } = await bilik('vault', 'check', dir, '--json');
    expect(JSON.parse(out).findings).toEqual([
      { file: 'records.db', code: 'auditDiffers', details: { size, key: 'ab'.repeat(8) } },
    ]);
  });
});
