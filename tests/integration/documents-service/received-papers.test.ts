import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFileOfCase } from '../../../electron/backend/attachments/attachment-rows.ts';
import { findActRow, toSealedAct } from '../../../electron/backend/case/act-rows.ts';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { sha256 } from '../../../electron/backend/crypto/hash.ts';
import { confirmationOf } from '../../../electron/backend/desk/readings/readings.ts';
import { writeActFile } from '../../../electron/backend/formats/act/act-container.ts';
import type { DocumentIdentity } from '../../../electron/backend/formats/pdf/cms-signature.ts';
import { signDocument } from '../../../electron/backend/formats/pdf/sign-pdf.ts';
import { ownCardFile } from '../../../electron/backend/identity/own-card.ts';
import { holderCertificate } from '../../../electron/backend/papers/holder-certificate.ts';
import { run } from '../../../electron/cli/run.ts';
import type { DocumentCheck } from '../../../shared/contract/documents.ts';
import type { Directory } from '../../../shared/domain/identity/directory.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { toIsoInstant } from '../../../shared/kernel/date.ts';
import { type Calls, callsOn, testVault } from '../../fixtures/calls.ts';
import { attachBytes, contents } from '../../fixtures/case-steps.ts';
import { evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { sampleIdentity, samplePdf } from '../../fixtures/document-samples.ts';
import { addressOf, forgePackage } from '../../fixtures/forge.ts';
import { keepInstead, withPageReplaced } from '../../fixtures/forged-paper.ts';
import { foundInstitution, type Institution, look, type Member, pass, trust } from '../../fixtures/institution.ts';
import { unwrap, vaultDeps } from '../../fixtures/made-vault.ts';
import { outsideSigner } from '../../fixtures/outside-signature.ts';
import { signAgain, signAgainBy } from '../../fixtures/pdf-updates.ts';
import * as people from '../../fixtures/people/cast.ts';
import { timestampAuthority } from '../../fixtures/timestamp.ts';

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

type Cast = Institution<keyof typeof cast>;

const fileOf = (name: string, bytes: Uint8Array): string => {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, bytes);
  return path;
};

const actOf = ({ members: { assessor } }: Cast, hash: string) =>
  toSealedAct(findActRow(assessor.vault.records, hash) ?? expect.fail('no act'));

/** A stranger's page with a genuine act inside. */
const strangersPage = (made: Cast, hash: string, identity: DocumentIdentity): Promise<Uint8Array> => {
  const { bodyBytes, salt, ...sealed } = actOf(made, hash);
  if (bodyBytes === null || salt === null) return expect.fail('no body');
  const act = { ...sealed, bodyBytes, salt };
  return samplePdf('Lain').then((pdf) => signDocument({ pdf, act, title: 'Uji', at: new Date(Date.now()), identity }));
};

/** The paper of a report that assessor and officer hold, and what a forwarder made of it. */
const begin = async () => {
  const made = await foundInstitution(cast);
  const { assessor, officer } = made.members;
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  const hash = await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor');
  const { documentId } = await assessor.calls.get('documents.ofAct', { hash });
  const { bytes } = await assessor.calls.get('documents.read', { documentId, offset: 0, length: 1_048_576 });
  await pass(assessor, officer, caseId);
  const forger = sampleIdentity(people.assessor.name);
  return {
    made,
    caseId,
    hash,
    forger,
    paper: bytes,
    changed: withPageReplaced(bytes, forger),
    strange: await strangersPage(made, hash, forger),
    cosigned: signAgain(bytes, forger),
  };
};

/** Bytes of the files that acts of a case name. */
const filesOf = async ({ calls, vault: { records } }: Member, caseId: string): Promise<Uint8Array[]> => {
  const refs = loadCase(records, caseId).acts.flatMap(({ body }) => body?.attachments ?? []);
  const ids = new Set(refs.flatMap((ref) => findFileOfCase(records, caseId, ref) ?? []));
  const reading = { store: 'records', offset: 0, length: 1_048_576 } as const;
  return Promise.all(
    [...ids].map(async (attachmentId) => (await calls.get('attachments.read', { ...reading, attachmentId })).bytes),
  );
};

const checkedBy = async (calls: Calls, pdf: Uint8Array): Promise<DocumentCheck> =>
  calls.get('documents.check', { attachmentId: await attachBytes(calls, Uint8Array.from(pdf)) });
const parts = ({ verdict, content, signer, maker }: DocumentCheck) => [verdict, content, signer, maker];
const holders = ({ signatures }: DocumentCheck) => signatures.map(({ signer, holder }) => [signer, holder]);

describe('a received paper', () => {
  it('is judged by content and signer, in a vault that trusts the directory', async () => {
    const { made, paper, changed, strange, cosigned, hash, forger } = await begin();
    const { calls } = made.members.officer;
    const name = people.assessor.name;
    const genuine = await checkedBy(calls, paper);
    expect(parts(genuine)).toEqual(['genuine', 'whole', 'bound', 'bilik']);
    expect(holders(genuine)).toEqual([[name, name]]);

    const forged = await checkedBy(calls, changed);
    expect(parts(forged)).toEqual(['shownChanged', 'changed', 'partly', 'bilik']);
    expect(holders(forged)).toEqual([
      [name, name],
      [name, null],
    ]);

    const foreign = await checkedBy(calls, strange);
    expect(parts(foreign)).toEqual(['signerOther', 'whole', 'other', 'bilik']);
    expect(foreign.act?.hash).toBe(hash);

    expect(parts(await checkedBy(calls, cosigned))).toEqual(['signedByCertificate', 'extended', 'partly', 'bilik']);
    const byColleague = signAgain(paper, unwrap(holderCertificate(made.members.head.exchange)));
    expect(parts(await checkedBy(calls, byColleague))).toEqual(['genuine', 'extended', 'bound', 'bilik']);

    const kind = ['DocTimeStamp', 'ETSI.RFC3161'] as const;
    const stamped = signAgainBy(byColleague, timestampAuthority(temporaryFolder()), { kind });
    const withTime = await checkedBy(calls, stamped);
    expect([withTime.findings[0], ...parts(withTime)]).toEqual([
      'laterRevision',
      ...['genuine', 'extended', 'bound', 'bilik'],
    ]);
    expect(withTime.signatures.map(({ timestamp }) => timestamp)).toEqual([false, false, true]);

    const { signOutside } = outsideSigner(temporaryFolder(), people.personnelHead.name);
    const outside = signOutside(await samplePdf(), 'ETSI.CAdES.detached', ['-cades']);
    expect(parts(await checkedBy(calls, outside))).toEqual(['signedOutside', 'whole', 'unknown', 'outside']);
    const shown = signAgain(outside, forger, { field: { Rect: '[50 50 300 100]' } });
    expect(parts(await checkedBy(calls, shown))).toEqual(['addedOutside', 'changed', 'unknown', 'outside']);
  });

  it('has an unknown signer without a directory, or where the key was lost', async () => {
    const { made, paper, strange } = await begin();
    const vault = await testVault(people.counsellor, ['counsellor']);
    const calls = callsOn(vault);
    for (const pdf of [paper, strange])
      expect(parts(await checkedBy(calls, pdf))).toEqual(['signerUnknown', 'whole', 'unknown', 'bilik']);

    const lost = (directory: Directory): Directory => ({
      ...directory,
      entries: directory.entries.map((entry) => ({
        ...entry,
        keys: entry.keys.map((key) => ({ ...key, revoked: { at: key.from, reason: 'compromised' as const } })),
      })),
    });
    const file = made.publish(lost);
    trust(vault, toHex(made.members.head.vault.publicKey), made.directory, file);
    const check = await checkedBy(calls, paper);
    expect(parts(check)).toEqual(['signerUnknown', 'whole', 'unknown', 'bilik']);
    expect(check.findings).toContain('signerKeyLost');
  });

  it('comes in a package only as its author signed it, and nobody else', async () => {
    const { made, caseId, hash, paper, changed, strange, cosigned } = await begin();
    const { assessor, officer } = made.members;
    const heldWith = async (pdf: Uint8Array): Promise<string> => {
      const acts = [{ hash, bytes: writeActFile(actOf(made, hash)) }];
      const documents = [{ actHash: hash, sha256: toHex(sha256(pdf)) }];
      const content = { caseId, acts, blobs: [pdf], change: (manifest: object) => ({ ...manifest, documents }) };
      const { held, details } = await look(officer, [await forgePackage(assessor, await addressOf(officer), content)]);
      return [held, ...details].join(' ');
    };
    expect(await heldWith(paper)).toBe('');
    for (const pdf of [changed, strange, cosigned]) expect(await heldWith(pdf)).toBe(`documentInvalid ${hash}`);
  });

  it('stays out where it is another one; its act and the others come in singly, as is told before', async () => {
    const { made, caseId, hash, paper, cosigned } = await begin();
    const { officer, head: to } = made.members;
    const { acts: all } = loadCase(officer.vault.records, caseId);
    const carry = async (pdf: Uint8Array) => {
      const acts = all.map(({ hash: of, body }) => ({
        hash: of,
        form: body === null ? ('header' as const) : ('all' as const),
        bytes: writeActFile(toSealedAct(findActRow(officer.vault.records, of) ?? expect.fail('no act'))),
      }));
      const documents = [{ actHash: hash, sha256: toHex(sha256(pdf)) }];
      const blobs = [pdf, ...(await filesOf(officer, caseId))];
      const change = (manifest: object) => ({ ...manifest, documents });
      return forgePackage(officer, await addressOf(to), { caseId, acts, blobs, change });
    };
    expect(await look(to, [await carry(cosigned)])).toMatchObject({ held: 'documentInvalid', kept: true });
    const itemOf = async () => (await to.calls.get('exchange.review', { earlier: false }))[0]!;
    const item = await itemOf();
    expect(item).toMatchObject({ kind: 'documentInvalid', choices: ['take', 'refuse', 'ask'], details: [hash] });
    expect(item.acts.map(({ hash: of, state, codes }) => [of, state, ...codes])).toEqual(
      all.map((act) => [act.hash, 'takeable', ...(act.hash === hash ? ['documentInvalid'] : [])]),
    );
    const input = { choice: 'take' as const, itemId: item.itemId, acts: item.acts.map((act) => act.hash) };
    const call = { method: 'exchange.decide', kind: 'passphrase' as const, input };
    const read = unwrap(await confirmationOf(call, to.calls.context));
    expect(JSON.stringify(read).match(/exchange\.held\.documentInvalid/g)).toHaveLength(2);
    await to.calls.get('exchange.decide', input);
    expect(loadCase(to.vault.records, caseId).acts).toHaveLength(all.length);
    expect(await to.calls.get('documents.list', {})).toEqual([]);
    // The paper itself may still come, as its author signed it.
    const { inspectionId, held } = await look(to, [await carry(paper)]);
    expect(held).toBe(null);
    await to.calls.get('exchange.import', { inspectionId });
    expect(await to.calls.get('documents.list', {})).toHaveLength(1);
  });
});

describe('the reading view of a received paper', () => {
  const opened = async (officer: Member) => {
    const [document] = await officer.calls.get('documents.list', {});
    const { reading } = await officer.calls.get('documents.reading', { documentId: document?.documentId ?? '' });
    return { reading, page: officer.calls.host.jobs.at(-1)?.html ?? '' };
  };

  it('shows what was signed and by whom, whatever the file that came shows', async () => {
    const scene = await begin();
    const { assessor, officer } = scene.made.members;
    const honest = await opened(officer);
    expect(honest.reading).toMatchObject({
      author: assessor.person.name,
      holder: assessor.person.name,
      capacity: 'assessor',
      origin: 'vault',
      verdict: 'genuine',
      carriesAct: true,
    });
    expect(honest.page).toContain(contents.reportSubmitted.monitoring);
    expect(honest.page).toContain('Ditandatangani secara elektronik');

    const earlier = loadCase(assessor.vault.records, scene.caseId).acts[0]?.hash ?? '';
    const another = await strangersPage(scene.made, earlier, scene.forger);
    for (const [pdf, verdict, carriesAct] of [
      [scene.changed, 'shownChanged', true],
      [scene.strange, 'signerOther', true],
      [another, 'signerOther', false],
      [Buffer.from('%PDF-1.7 rusak'), 'unsigned', false],
    ] as const) {
      keepInstead(officer.vault, officer.exchange.work, pdf);
      const { reading, page } = await opened(officer);
      expect(reading).toMatchObject({ holder: assessor.person.name, verdict, carriesAct });
      expect(page).toBe(honest.page);
    }
  });

  it('is read like any paper made to look at, and printed in the place of the file', async () => {
    const scene = await begin();
    const { officer } = scene.made.members;
    keepInstead(officer.vault, officer.exchange.work, scene.changed);
    const { reading } = await opened(officer);
    const read = { viewId: reading?.viewId ?? '', offset: 0, length: 5 };
    expect(Buffer.from((await officer.calls.get('documents.readView', read)).bytes).toString()).toBe('%PDF-');
    const [document] = await officer.calls.get('documents.list', {});
    const source = { documentId: document?.documentId ?? '' };
    expect(await officer.calls.get('documents.print', { source })).toEqual({ printed: true });
    expect(officer.calls.host.jobs.at(-1)?.html).toContain(contents.reportSubmitted.monitoring);
  });

  it('is none of the own papers, and of none that is unknown', async () => {
    const { made, hash } = await begin();
    const { calls } = made.members.assessor;
    const { documentId } = await calls.get('documents.ofAct', { hash });
    expect(await calls.get('documents.reading', { documentId })).toEqual({ reading: null });
    expect(await calls.code('documents.reading', { documentId: 'tiada' })).toBe('unknownDocument');
  });
});

const verify = async (...args: string[]) => {
  let out = '';
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    error: () => undefined,
    readPassphrase: async () => null,
  };
  const code = await run(['verify', ...args], vaultDeps, terminal);
  return { code, out };
};

describe('bilik verify', () => {
  it('judges the signer by the directory or card that is named, with exit codes of their own', async () => {
    const scene = await begin();
    const { officer, assessor } = scene.made.members;
    const directory = fileOf(
      'a.direktori',
      scene.made.publish((same) => same),
    );
    const card = fileOf('a.kartu', await ownCardFile(assessor.exchange));
    const otherCard = fileOf('b.kartu', await ownCardFile(officer.exchange));
    const [genuine, changed] = [fileOf('asli.pdf', scene.paper), fileOf('ganti.pdf', scene.changed)];
    const [strange, cosigned] = [fileOf('asing.pdf', scene.strange), fileOf('lagi.pdf', scene.cosigned)];
    const codes = async (file: string): Promise<number[]> => {
      const ways = [[], ['--directory', directory], ['--card', card], ['--card', otherCard]];
      return Promise.all(ways.map(async (way) => (await verify(file, ...way)).code));
    };
    expect(await codes(genuine)).toEqual([0, 0, 0, 3]);
    expect(await codes(strange)).toEqual([0, 4, 4, 3]);
    expect(await codes(cosigned)).toEqual([0, 3, 3, 3]);
    expect(await codes(changed)).toEqual([1, 1, 1, 1]);
    expect((await verify(strange, genuine, cosigned, '--directory', directory)).code).toBe(4);

    expect(JSON.parse((await verify(strange, genuine, '--card', card, '--json')).out)).toMatchObject([
      { verdict: 'signerOther', content: 'whole', signer: 'other', maker: 'bilik' },
      { verdict: 'valid', content: 'whole', signer: 'bound', signatures: [{ holder: assessor.person.name }] },
    ]);
    const { out } = await verify(strange);
    expect(out).toContain('Isi utuh, penanda tangannya belum diketahui');
    expect(out).not.toMatch(/\bsah\b/i);

    const dated = (issuedAt: string) =>
      fileOf(
        'lama.direktori',
        scene.made.publish((same) => ({ ...same, issuedAt })),
      );
    const dayMs = 86_400_000;
    const ago = (days: number) => toIsoInstant(Date.now() - days * dayMs);
    for (const [days, isOld] of [
      [3, false],
      [91, true],
    ] as const) {
      const named = ['--directory', dated(ago(days))];
      const { code, out } = await verify(genuine, ...named);
      expect(code).toBe(0);
      expect(out).toMatch(/Dinilai menurut direktori .* versi \d+, terbit \d+ (hari|bulan) yang lalu/);
      expect(out.includes('Direktori ini sudah lama')).toBe(isOld);
      expect(JSON.parse((await verify(genuine, ...named, '--json')).out)).toMatchObject([{ directory: { isOld } }]);
    }
    expect(JSON.parse((await verify(genuine, '--card', card, '--json')).out)).toMatchObject([{ directory: null }]);

    for (const way of [
      ['--directory', card],
      ['--card', genuine],
      ['--card', `${card}x`],
    ]) {
      const refused = await verify(genuine, ...way);
      expect(refused).toEqual({ code: 2, out: `Berkas pada ${way[0]} tidak terbaca, berubah, atau jenisnya lain.\n` });
    }
  });
});
