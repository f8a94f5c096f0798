import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { publicKeyOf, signEd25519, signingKeyOf } from '../../../electron/backend/crypto/ed25519.ts';
import { findEpoch } from '../../../electron/backend/exchange/ledger/epoch.ts';
import { seenFrom } from '../../../electron/backend/exchange/ledger/seen.ts';
import { signReplaced, writeSignedFile } from '../../../electron/backend/formats/identity/signed-file.ts';
import { ownMarks } from '../../../electron/backend/formats/package/own-marks.ts';
import { inspectFile } from '../../../electron/backend/identity/inspect-file.ts';
import { ownCard } from '../../../electron/backend/identity/own-card.ts';
import { replacedKeysHere } from '../../../electron/backend/identity/own-keys.ts';
import { revokeKey } from '../../../electron/backend/identity/revoke-key.ts';
import { trustedDirectory } from '../../../electron/backend/identity/trusted-directory.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { contents } from '../../fixtures/case-steps.ts';
import { evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { addressOf, forgeAct, forgePackage } from '../../fixtures/forge.ts';
import { coachingSample } from '../../fixtures/guidance.ts';
import { foundInstitution, look, type Member, pass, sendReceipt, take } from '../../fixtures/institution.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import { certifyNew, renewIdentity, takeAll } from '../../fixtures/new-identity.ts';
import * as people from '../../fixtures/people/cast.ts';
import { begin, guidanceCast, make, sendRecord } from '../guidance/support.ts';

// Whoever copied the key of a vault signs as it did. Neither the vault itself nor its card speaks for that.

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

const keyOf = ({ vault }: Member): string => toHex(vault.publicKey);

/** Whoever has a copy of the present key of a member. */
const thiefOf = ({ person, vault, outbox }: Member) => {
  const key = signingKeyOf(Uint8Array.from(vault.keys.signingSeed));
  const sign = (domain: string, bytes: Uint8Array) => signEd25519(key, domain, bytes);
  return { person, outbox, vault: { publicKey: Uint8Array.from(vault.publicKey), sign } as never };
};

const begun = async () => {
  const { members } = await foundInstitution(cast);
  const { assessor, officer } = members;
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  const report = await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor');
  await pass(assessor, officer, caseId);
  const thief = thiefOf(assessor);
  const forge = () =>
    forgeAct(thief, {
      caseId,
      type: 'feedbackRecorded',
      capacity: 'assessor',
      refs: loadCase(officer.vault.records, caseId).state.heads,
      content: contents.feedbackRecorded,
    });
  /** What the thief signed, in a package that a member seals. */
  const bring = async (act: ReturnType<typeof forge>) => [
    await forgePackage(officer, await addressOf(assessor), { caseId, acts: [act] }),
  ];
  return { ...members, caseId, report, thief, forge, bring };
};

const revokedIn = ({ vault }: Member, key: string) =>
  trustedDirectory(vault.records)
    ?.directory.entries.flatMap(({ keys }) => keys)
    .find((each) => each.key === key)?.revoked;

describe('a key that somebody copied', () => {
  it('does not have its holder vouch for what came in by it before that was known', async () => {
    const { assessor, forge, bring, report } = await begun();
    const forged = forge();
    await take(assessor, await bring(forged));
    await renewIdentity(assessor, 'compromised');
    const [list] = replacedKeysHere(assessor.vault.records);
    expect(list?.acts).toContain(report);
    expect(list?.acts).not.toContain(forged.hash);
  });

  it('signs nothing for its holder once it was given up, before the directory says so and after', async () => {
    const { head, assessor, thief, forge, bring } = await begun();
    await renewIdentity(assessor, 'compromised');
    const brought = await bring(forge());
    expect((await look(assessor, brought)).held).toBe('actKeyCompromised');
    const sealed = await forgePackage(thief, await addressOf(assessor), { caseId: null, acts: [] });
    expect((await look(assessor, [sealed])).held).toBe('signerRevoked');
    takeAll(await certifyNew(head, assessor), assessor);
    expect((await look(assessor, brought)).held).toBe('actKeyCompromised');
  });

  it('proves no rollback by the marks that it makes', async () => {
    const { assessor, officer, thief } = await begun();
    const seen = seenFrom(officer.vault.records, keyOf(officer), keyOf(assessor)) ?? expect.fail('nothing came');
    const former = await addressOf(assessor);
    await renewIdentity(assessor, 'compromised');
    const epoch = findEpoch(assessor.vault.records);
    const marks = ownMarks(thief.vault);
    const place = { receiver: keyOf(officer), epoch: 'ef'.repeat(16), counter: 9 };
    const packageId = marks.newId({ bytes: (length) => new Uint8Array(randomBytes(length)) }, place);
    const audit = marks.closeHead({ ...place, packageId }, { size: 900, hash: 'cd'.repeat(32) });
    const received = [{ packageId, counter: 9, at: seen.received[0]?.at ?? expect.fail('nothing came') }];
    const told = await take(assessor, [
      await forgePackage(officer, former, {
        caseId: null,
        acts: [],
        change: (manifest) => ({
          ...manifest,
          seen: { ...seen, epoch: place.epoch, counter: 9, missing: [], received, audit },
        }),
      }),
    ]);
    expect(told.notices).not.toContain('rolledBack');
    expect(findEpoch(assessor.vault.records)).toBe(epoch);
  });
});

describe('a card by which somebody else takes the place of a key', () => {
  it('is not taken for one of its holder, though that key agreed: the publisher says who it is', async () => {
    const { head, assessor, officer, thief } = await begun();
    const key = signingKeyOf(new Uint8Array(randomBytes(32)));
    const own = {
      publicKey: publicKeyOf(key),
      sign: (domain: string, bytes: Uint8Array) => signEd25519(key, domain, bytes),
    };
    const { format: _, ...said } = await ownCard(officer.exchange);
    const by = toHex(own.publicKey);
    const reason = 'replaced' as const;
    const replaced = { key: keyOf(assessor), by, at: said.issuedAt, reason, acts: [], guidance: [] };
    const replaces = [signReplaced(replaced, thief.vault)];
    const card = (person: typeof said.person) =>
      writeSignedFile('card', { ...said, person, key: by, format: 'bilik/card/v2', replaces }, own);
    expect(inspectFile(head.exchange, card(said.person))).toMatchObject({ value: { state: 'newKey', entryId: null } });
    const { person } = await ownCard(assessor.exchange);
    const { entryId } = assessor;
    expect(inspectFile(head.exchange, card(person))).toMatchObject({ value: { state: 'newKey', entryId } });
  });
});

describe('a key that was revoked before its card came', () => {
  it('is in the hands of others where its holder says so, and keeps the list that came first', async () => {
    const { head, assessor, officer, caseId } = await begun();
    const former = keyOf(assessor);
    const { entryId } = assessor;
    unwrap(revokeKey(head.exchange, { entryId, key: former, reason: 'replaced' }));
    await renewIdentity(assessor, 'compromised');
    await certifyNew(head, assessor);
    const first = revokedIn(head, former);
    expect(first?.reason).toBe('compromised');
    expect(first?.vouched?.acts).toHaveLength(loadCase(officer.vault.records, caseId).acts.length);
    await renewIdentity(assessor, 'replaced');
    await certifyNew(head, assessor);
    expect(revokedIn(head, former)).toEqual(first);
  });
});

describe('after another identity', () => {
  it('a record of guidance that was signed before leaves, and comes in', async () => {
    const { members } = await foundInstitution(guidanceCast);
    const { head, coach, employee } = members;
    const guidanceId = await begin(coach.calls);
    const hash = await make(coach.calls, guidanceId, coachingSample());
    await renewIdentity(coach, 'replaced');
    takeAll(await certifyNew(head, coach), coach, employee);
    await take(employee, await sendRecord(coach, employee, hash));
    await employee.calls.get('guidance.signRecord', { hash });
    await take(coach, await sendRecord(employee, coach, hash));
    await take(coach, await sendReceipt(employee, coach));
  });
});
