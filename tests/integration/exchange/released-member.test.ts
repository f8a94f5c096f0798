import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { systemClock } from '../../../electron/backend/crypto/clock.ts';
import { systemRandom } from '../../../electron/backend/crypto/random.ts';
import { adoptCertifiedRoles } from '../../../electron/backend/identity/adopt-roles.ts';
import { takeDirectory } from '../../../electron/backend/identity/trusted-directory.ts';
import { unlockedOf } from '../../../electron/backend/vault/unlocked.ts';
import type { DirectoryEntry } from '../../../shared/domain/identity/directory.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { sign } from '../../fixtures/case-walks.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { foundInstitution, look, type Member, send, take } from '../../fixtures/institution.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { startReleased } from '../../fixtures/released-member.ts';
import { openByKeys, readKeys } from '../../fixtures/vault-by-keys.ts';
import { vaultDeps } from '../../fixtures/vault-deps.ts';
import { writable } from '../../fixtures/writable.ts';

// The released 0.3 itself, as a program, beside vaults of now: what it sends is taken, what it cannot read it refuses
// by name, and nothing is lost or doubled once it is updated.

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
} as const;

interface Seen {
  readonly hash: string;
  readonly type: string;
  readonly withoutEffect: string | null;
}

/** An institution of now in which the assessor has version 0.3. */
const begin = async () => {
  const institution = await foundInstitution(cast);
  const { members, publish } = institution;
  const old = startReleased('0.3');
  const entry = await old.ask<DirectoryEntry>({ do: 'make', person: people.assessor, roles: ['assessor'] });
  const file = publish((directory) => ({ ...directory, entries: [...directory.entries, entry] }));
  for (const { exchange } of Object.values(members)) {
    unwrap(takeDirectory(exchange.work, writable(exchange.vault.records), file));
    adoptCertifiedRoles(exchange, writable(exchange.vault.records));
  }
  const rootKey = toHex(members.head.vault.publicKey);
  const { directory } = institution;
  await old.ask({ do: 'trust', rootKey, directory, file: Buffer.from(file).toString('base64') });
  const assessor = { entryId: entry.entryId } as Member;
  const caseId = await old.ask<string>({ do: 'report' });
  const sendOld = (again = false) => old.ask<string[]>({ do: 'send', entryId: members.officer.entryId, caseId, again });
  return { ...members, old, entry, assessor, caseId, sendOld };
};

const hashesAt = ({ vault }: Pick<Member, 'vault'>, caseId: string): string[] =>
  loadCase(vault.records, caseId).acts.map(({ hash }) => hash);

describe('the released 0.3 beside this version', () => {
  it('is taken in: its acts come first seen now, by the rules of now', async () => {
    const { officer, old, caseId, sendOld } = await begin();
    await take(officer, await sendOld());
    const sent = (await old.ask<Seen[]>({ do: 'acts', caseId })).map(({ hash }) => hash);
    expect(hashesAt(officer, caseId).sort()).toEqual(sent.sort());
    const { acts, state } = loadCase(officer.vault.records, caseId);
    expect(acts.every(({ header }) => header.format === 'bilik/act/v1')).toBe(true);
    expect(state.refused).toEqual([]);
    expect(state.report?.state).toBe('submitted');
  });

  it('refuses acts of now by name, unchanged, after that was said before sealing', async () => {
    const { officer, assessor, old, caseId, sendOld } = await begin();
    await take(officer, await sendOld());
    const { cases } = await officer.calls.get('exchange.outbox', { caseId });
    expect(cases[0]?.receivers).toMatchObject([{ entryId: assessor.entryId, olderProgram: true }, {}]);
    const about = loadCase(officer.vault.records, caseId).state.report?.hash ?? '';
    await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about });
    const before = await old.ask<Seen[]>({ do: 'acts', caseId });
    const seen = await old.ask<object>({ do: 'look', paths: await send(officer, assessor, caseId) });
    expect(seen).toMatchObject({ held: 'packageTampered' });
    expect(await old.ask<Seen[]>({ do: 'acts', caseId })).toEqual(before);
  });

  it('works on, and has everything once, in the same order, when it is updated', async () => {
    const { officer, head, assessor, entry, old, caseId, sendOld } = await begin();
    await take(officer, await sendOld());
    const about = loadCase(officer.vault.records, caseId).state.report?.hash ?? '';
    await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about });
    const refused = await send(officer, assessor, caseId);
    expect(await old.ask<object>({ do: 'look', paths: refused })).toMatchObject({ held: 'packageTampered' });
    // The old program signs on; what it sends comes in beside the acts of now.
    await old.ask({ do: 'observe', caseId });
    await take(officer, await sendOld());
    expect(loadCase(officer.vault.records, caseId).state.refused).toEqual([]);
    await take(head, await send(officer, head, caseId));
    expect(loadCase(head.vault.records, caseId).shared).toEqual(loadCase(officer.vault.records, caseId).shared);

    const keyFile = join(temporaryFolder(), 'keys.json');
    const copy = join(temporaryFolder(), 'vault');
    cpSync(await old.ask<string>({ do: 'leave', keyFile }), copy, { recursive: true });
    const vault = openByKeys(vaultDeps, copy, readKeys(keyFile));
    const updated = {
      vault,
      exchange: unlockedOf({ vault, clock: systemClock, random: systemRandom }),
      entryId: entry.entryId,
    };
    // The package that was refused is taken now.
    await take(updated as Member, refused);
    await take(updated as Member, await send(officer, updated as Member, caseId).catch(() => refused)).catch(
      () => null,
    );
    expect(hashesAt(updated, caseId).sort()).toEqual(hashesAt(officer, caseId).sort());
    expect(loadCase(vault.records, caseId).shared).toEqual(loadCase(officer.vault.records, caseId).shared);
    expect(await look(updated as Member, refused)).toMatchObject({ held: 'packageDuplicate' });
    vault.close();
  });
});
