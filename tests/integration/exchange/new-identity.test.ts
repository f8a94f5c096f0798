import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { signEd25519, signingKeyOf } from '../../../electron/backend/crypto/ed25519.ts';
import { audit } from '../../../electron/backend/db/records-schema.ts';
import { readSignedFile, writeSignedFile } from '../../../electron/backend/formats/identity/signed-file.ts';
import { ownCardFile } from '../../../electron/backend/identity/own-card.ts';
import { trustedDirectory } from '../../../electron/backend/identity/trusted-directory.ts';
import { fromHex, toHex } from '../../../shared/kernel/bytes.ts';
import { attach, contents } from '../../fixtures/case-steps.ts';
import { evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { addressOf, forgeAct, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, look, type Member, pass, send, sendReceipt, take } from '../../fixtures/institution.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import { certifyNew, renewIdentity, takeAll } from '../../fixtures/new-identity.ts';
import * as people from '../../fixtures/people/cast.ts';

// A vault gives itself another key. What its holder signed by the one before comes in everywhere, whoever brings it;
// what somebody else signs by that key does not.

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

const keyOf = ({ vault }: Member): string => toHex(vault.publicKey);
const typesOf = ({ vault }: Member, caseId: string): string[] =>
  loadCase(vault.records, caseId).acts.map(({ header }) => header.type);

const listAt = async ({ calls }: Member) =>
  (await calls.get('exchange.review', { earlier: false })).filter(({ kind }) => kind === 'keyList');

/** A report that the officer has; the head has nothing of the file yet. */
const begun = async () => {
  const institution = await foundInstitution(cast);
  const { assessor, officer } = institution.members;
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  const attachmentIds = [await attach(assessor.calls, '%PDF-1.7 lampiran laporan')];
  const report = await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds });
  await pass(assessor, officer, caseId);
  const say = (content: string) =>
    sign(assessor.calls, caseId, 'feedbackRecorded', 'assessor', {
      content: { ...contents.feedbackRecorded, content },
    });
  return { ...institution.members, caseId, report, say };
};

describe('a vault with another identity', () => {
  it('takes what was sealed to the key before, and sends by the new one once the directory has it', async () => {
    const { head, officer, assessor, caseId, report, say } = await begun();
    await sendReceipt(officer, assessor).then((files) => take(assessor, files));
    await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about: report });
    const toFormer = await send(officer, assessor, caseId);
    const former = keyOf(assessor);
    await renewIdentity(assessor, 'replaced');
    expect(await assessor.calls.get('identity.status', {})).toMatchObject({
      certifiedRoles: null,
      replaced: { reason: 'replaced' },
    });
    // Under way to the former key: its counters, its echo and its acts are what they were.
    expect(await look(assessor, toFormer)).toMatchObject({ held: null, notices: [] });
    const file = await certifyNew(head, assessor);
    takeAll(file, officer, assessor);
    await take(assessor, toFormer);
    expect(typesOf(assessor, caseId)).toContain('reportRegistered');
    await say('Sesudah kunci diganti.');
    await pass(assessor, officer, caseId);
    expect(loadCase(officer.vault.records, caseId).acts.map(({ header }) => header.authorKey)).toEqual(
      expect.arrayContaining([former, keyOf(assessor)]),
    );
    // The officer counts anew for the new key, and the assessor for itself.
    await sendReceipt(officer, assessor).then((files) => take(assessor, files));
    await sendReceipt(assessor, officer).then((files) => take(officer, files));
    const { missing } = await assessor.calls.get('exchange.journal', {});
    expect(missing.flatMap(({ counters }) => counters)).toEqual([]);
  });

  it('has what it sealed before taken in, and what it signed before passed on by others', async () => {
    const { head, officer, assessor, caseId, report, say } = await begun();
    await say('Belum sampai.');
    const underWay = await send(assessor, officer, caseId);
    await renewIdentity(assessor, 'replaced');
    takeAll(await certifyNew(head, assessor), officer, assessor);
    await take(officer, underWay);
    await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about: report });
    await pass(officer, head, caseId);
    expect(typesOf(head, caseId)).toContain('reportSubmitted');
  });

  it('goes on with an own file as its author, before and after the directory has the new key', async () => {
    const { head, officer, assessor, caseId, report } = await begun();
    const inMyName = async () =>
      (await assessor.calls.get('case.open', { caseId })).acts.map(({ hash, inMyName: asked }) => [hash, asked]);
    const before = await inMyName();
    await renewIdentity(assessor, 'replaced');
    expect(await inMyName()).toEqual(before);
    expect(await assessor.calls.code('documents.ofAct', { hash: report })).toBe('ok');
    takeAll(await certifyNew(head, assessor), officer, assessor);
    expect(await inMyName()).toEqual(before);
  });
});

describe('the vault by whose key all members know the directory', () => {
  it('keeps its key, and is told why', async () => {
    const { head } = await begun();
    const key = keyOf(head);
    head.calls.host.passphrase = 'kopi tubruk lereng Merbabu 17';
    expect(await head.calls.code('keys.replaceIdentity', { reason: 'replaced' })).toBe('identityIsRoot');
    expect([keyOf(head), head.vault.formerKeys]).toEqual([key, []]);
  });
});

describe('after somebody else may have the key', () => {
  it('what the holder listed is asked about, and what is not listed is told as that', async () => {
    const { head, officer, assessor, caseId, report, say } = await begun();
    const honest = await say('Belum sampai.');
    // Somebody copied the key.
    const seed = Uint8Array.from(assessor.vault.keys.signingSeed);
    const former = Uint8Array.from(assessor.vault.publicKey);
    await renewIdentity(assessor, 'compromised');
    takeAll(await certifyNew(head, assessor), officer, assessor);
    const key = signingKeyOf(seed);
    const thief = {
      person: assessor.person,
      vault: {
        publicKey: former,
        sign: (domain: string, bytes: Uint8Array) => signEd25519(key, domain, bytes),
      } as never,
    };
    const forged = forgeAct(thief, {
      caseId,
      type: 'feedbackRecorded',
      capacity: 'assessor',
      refs: loadCase(officer.vault.records, caseId).state.heads,
      content: contents.feedbackRecorded,
    });
    const byThief = await forgePackage({ ...thief, outbox: assessor.outbox }, await addressOf(officer), {
      caseId,
      acts: [forged],
    });
    expect((await look(officer, [byThief])).held).toBe('signerRevoked');
    const carried = await forgePackage(assessor, await addressOf(officer), { caseId, acts: [forged] });
    expect((await look(officer, [carried])).held).toBe('actKeyCompromised');
    expect((await look(officer, await send(assessor, officer, caseId))).held).toBe('actListUndecided');
    const { directory } = trustedDirectory(officer.vault.records) ?? { directory: null };
    const revoked = directory?.entries.flatMap(({ keys }) => keys).find((each) => each.key === toHex(former))?.revoked;
    expect(revoked).toMatchObject({ reason: 'compromised' });
    expect(revoked?.vouched?.acts).toEqual(expect.arrayContaining([honest, report]));
    expect(revoked?.vouched?.acts).not.toContain(forged.hash);
    // That the list counts changes nothing for what it does not name.
    const [list] = await listAt(officer);
    await officer.calls.get('exchange.decide', { choice: 'take', itemId: list?.itemId ?? '', acts: null });
    expect((await look(officer, [carried])).held).toBe('actKeyCompromised');
    expect((await look(officer, await send(assessor, officer, caseId, true))).held).toBeNull();
  });
});

describe('the list of a key that others may have', () => {
  it('is decided once by each receiver; until something came in by it, the decision goes back', async () => {
    const { head, officer, assessor, caseId, report, say } = await begun();
    await say('Belum sampai.');
    await renewIdentity(assessor, 'compromised');
    takeAll(await certifyNew(head, assessor), officer, assessor);
    // Nothing of that key is at the head yet, and nobody asks oneself.
    expect([await listAt(head), await listAt(assessor)]).toEqual([[], []]);
    const [list] = await listAt(officer);
    expect(list).toMatchObject({ choices: ['take', 'refuse'], waits: true, decision: null });
    const itemId = list?.itemId ?? '';
    const decide = (choice: 'take' | 'takeBack') =>
      officer.calls.get('exchange.decide', choice === 'take' ? { choice, itemId, acts: null } : { choice, itemId });
    expect((await look(officer, await send(assessor, officer, caseId))).held).toBe('actListUndecided');
    await decide('take');
    // Until something came in by it, it goes back.
    await decide('takeBack');
    const files = await send(assessor, officer, caseId, true);
    expect((await look(officer, files)).held).toBe('actListUndecided');
    await decide('take');
    await expect(decide('take')).rejects.toThrow('choiceNotOpen');
    await take(officer, files);
    expect(typesOf(officer, caseId)).toContain('feedbackRecorded');
    await expect(decide('takeBack')).rejects.toThrow('builtUpon');
    expect(await listAt(officer)).toMatchObject([{ waits: false, decision: { choice: 'take', stays: 'builtUpon' } }]);
    const kinds = officer.vault.records
      .select()
      .from(audit)
      .all()
      .map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind.startsWith('keyList'))).toEqual([
      'keyListTaken',
      'keyListDecisionUndone',
      'keyListTaken',
    ]);
    // Each receiver decides: the officer's word is not the head's.
    await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about: report });
    expect((await look(head, await send(officer, head, caseId))).held).toBe('actListUndecided');
    expect(await listAt(head)).toHaveLength(1);
  });
});

describe('a card that replaces a key', () => {
  it('says which, is signed by both keys, and is refused when the former one did not agree', async () => {
    const { assessor } = await begun();
    const former = keyOf(assessor);
    expect(unwrap(readSignedFile('card', await ownCardFile(assessor.exchange))).payload.format).toBe('bilik/card/v1');
    await renewIdentity(assessor, 'compromised');
    const file = await ownCardFile(assessor.exchange);
    const { payload } = unwrap(readSignedFile('card', file));
    expect(payload).toMatchObject({
      format: 'bilik/card/v2',
      key: keyOf(assessor),
      replaces: [{ key: former, by: keyOf(assessor), reason: 'compromised' }],
    });
    const [replaced] = 'replaces' in payload ? payload.replaces : [];
    if (payload.format !== 'bilik/card/v2' || replaced === undefined) throw new Error('nothing is replaced');
    const write = (change: Partial<typeof replaced>) =>
      readSignedFile(
        'card',
        writeSignedFile('card', { ...payload, replaces: [{ ...replaced, ...change }] }, assessor.vault),
      );
    expect(write({}).ok).toBe(true);
    const other = toHex(Uint8Array.from(fromHex(former), (byte, at) => (at === 0 ? byte ^ 1 : byte)));
    expect(write({ key: other }).ok).toBe(false);
    expect(write({ by: former }).ok).toBe(false);
    expect(write({ reason: 'replaced' }).ok).toBe(false);
    expect(write({ acts: replaced.acts.slice(1) }).ok).toBe(false);
  });
});
