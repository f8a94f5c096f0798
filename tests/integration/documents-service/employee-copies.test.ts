import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findActRow, insertAct, toWholeAct } from '../../../electron/backend/case/act-rows.ts';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { sha256 } from '../../../electron/backend/crypto/hash.ts';
import { readActFile, writeActFile } from '../../../electron/backend/formats/act/act-container.ts';
import { copyFileName, writeActCopy } from '../../../electron/backend/formats/act/act-copy.ts';
import type { WholeAct } from '../../../electron/backend/formats/act/act-crypto.ts';
import { embeddedFile } from '../../../electron/backend/formats/pdf/embedded-file.ts';
import { signDocument } from '../../../electron/backend/formats/pdf/sign-pdf.ts';
import { holderCertificate } from '../../../electron/backend/papers/holder-certificate.ts';
import { run } from '../../../electron/cli/run.ts';
import { contentSchemas } from '../../../shared/domain/case/body.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { attach, contents, step } from '../../fixtures/case-steps.ts';
import { observed, sign } from '../../fixtures/case-walks.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { samplePdf } from '../../fixtures/document-samples.ts';
import { addressOf, type Forged, forgeAct, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, look, type Member, pass, take } from '../../fixtures/institution.ts';
import { unwrap, vaultDeps } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { writable } from '../../fixtures/writable.ts';

// A copy for the employee proves what was signed and shows nothing of others; who releases it cannot reword it.

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
  employee: { person: people.employee, roles: ['employee'] },
} as const;

const { facts, effect } = contents.problemCommunicated;
const mark = '[memuat data orang lain]';

/** A communication with two attachments, of which a copy is released. */
const release = async (leftOut: readonly string[]) => {
  const made = await foundInstitution(cast);
  const { assessor, employee } = made.members;
  const caseId = await observed(assessor.calls);
  await sign(assessor.calls, caseId, 'problemIdentified', 'assessor');
  const attachmentIds = [await attach(assessor.calls, '%PDF-1.7 satu'), await attach(assessor.calls, '%PDF-1.7 dua')];
  const about = await sign(assessor.calls, caseId, 'problemCommunicated', 'assessor', { attachmentIds });
  const content = { ...contents.copyReleased, leftOut };
  const hash = await sign(assessor.calls, caseId, 'copyReleased', 'assessor', { about, content });
  return { made, assessor, employee, caseId, about, hash };
};

const paperOf = async ({ calls }: Member, documentId: string) => {
  const { bytes } = await calls.get('documents.read', { documentId, offset: 0, length: 1_048_576 });
  return bytes;
};

const wholeAct = ({ vault }: Member, hash: string) =>
  toWholeAct(findActRow(vault.records, hash) ?? expect.fail('no act')) ?? expect.fail('no body');

const verify = async (pdf: Uint8Array, ...args: string[]) => {
  const file = join(temporaryFolder(), 'salinan.pdf');
  writeFileSync(file, pdf);
  let out = '';
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    error: () => undefined,
    readPassphrase: async () => null,
  };
  const code = await run(['verify', file, ...args], vaultDeps, terminal);
  return { code, out };
};

describe('a copy for the employee', () => {
  it('is read in the own vault as the act that it proves, without what is left out', async () => {
    const { assessor, employee, caseId, about, hash } = await release(['content/facts', 'attachments/1']);
    const { documentId } = await assessor.calls.get('documents.ofAct', { hash });
    const made = assessor.calls.host.jobs.at(-1)?.html ?? '';
    const paper = await paperOf(assessor, documentId);
    await pass(assessor, employee, caseId);

    const [copy] = await employee.calls.get('exchange.copies', {});
    const { reading } = await employee.calls.get('documents.reading', { documentId: copy?.documentId ?? '' });
    const { name } = people.assessor;
    expect(reading).toMatchObject({ author: name, verdict: 'genuine', carriesAct: true });
    expect(reading?.copied).toMatchObject({ author: name, holder: name, origin: 'vault' });
    const read = employee.calls.host.jobs.at(-1)?.html ?? '';
    for (const page of [made, read]) {
      expect(page).toContain(effect);
      expect(page).not.toContain(facts);
      expect(page.split(mark)).toHaveLength(3);
      expect(page).toContain(about);
    }
    const inside = embeddedFile(paper, copyFileName, 1e7);
    expect(Buffer.from(typeof inside === 'string' ? '' : inside.bytes).toString()).not.toContain(
      Buffer.from(JSON.stringify(facts)).toString('base64'),
    );
  });

  it('is printed by the employee as it was read, and the trail keeps that', async () => {
    const { assessor, employee, caseId, hash } = await release(['content/facts']);
    await assessor.calls.get('documents.ofAct', { hash });
    await pass(assessor, employee, caseId);
    const [copy] = await employee.calls.get('exchange.copies', {});
    const { reading } = await employee.calls.get('documents.reading', { documentId: copy?.documentId ?? '' });
    // What stands above the letterhead, and hash and key, are on paper alone; in a PDF they are in the margin.
    const page = (): string =>
      (employee.calls.host.jobs.at(-1)?.html.split('<header').at(-1) ?? '').replace(/<p class="code">[^<]*<\/p>/g, '');
    const read = page();
    const source = { viewId: reading?.viewId ?? '' };
    expect(await employee.calls.get('documents.print', { source })).toEqual({ printed: true });
    expect(page()).toBe(read);
    expect(read).toContain(effect);
    expect(read).not.toContain(facts);
    const { entries } = await employee.calls.get('audit.list', { store: 'records', before: null, limit: 1 });
    expect(entries).toMatchObject([{ kind: 'formPrinted' }]);
  });

  it('is proven by the command, which says what was left out', async () => {
    const { made, assessor, about, hash } = await release(['content/facts']);
    const { documentId } = await assessor.calls.get('documents.ofAct', { hash });
    const paper = await paperOf(assessor, documentId);
    const directory = join(temporaryFolder(), 'a.direktori');
    writeFileSync(
      directory,
      made.publish((same) => same),
    );
    expect(await verify(paper)).toMatchObject({ code: 0 });
    const { code, out } = await verify(paper, '--directory', directory, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { verdict: 'valid', copy: { hash: about, type: 'problemCommunicated', leftOut: ['content/facts'] } },
    ]);
    expect((await verify(paper)).out).toContain('Bagian yang dihilangkan: content/facts');
  });

  it('proves nothing, and is said to, when who releases it leaves the act out', async () => {
    const { assessor, hash, about, caseId, employee } = await release([]);
    const identity = unwrap(holderCertificate(assessor.exchange));
    const forged = async (copied: Uint8Array | null) =>
      signDocument({
        pdf: await samplePdf('Kata-kata lain'),
        act: wholeAct(assessor, hash),
        copied,
        title: 'Uji',
        at: new Date(Date.now()),
        identity,
      });
    const bare = await forged(null);
    expect(await verify(bare)).toMatchObject({ code: 1 });
    expect((await verify(bare)).out).toContain('Salinan tanpa bukti');

    const heldWith = async (pdf: Uint8Array): Promise<string> => {
      const acts = [{ hash, bytes: writeActFile(wholeAct(assessor, hash)) }];
      const documents = [{ actHash: hash, sha256: toHex(sha256(pdf)) }];
      const content = {
        caseId,
        acts,
        blobs: [pdf],
        change: (manifest: object) => ({ ...manifest, kind: 'copy', documents }),
      };
      const { held, details } = await look(employee, [
        await forgePackage(assessor, await addressOf(employee), content),
      ]);
      return [held, ...details].join(' ');
    };
    const silently = await forged(writeActCopy(wholeAct(assessor, about), ['content/facts']));
    expect(await verify(silently)).toMatchObject({ code: 1 });
    expect((await verify(silently)).out).toContain('berbeda dari yang disebut penyerahannya');
    expect(await heldWith(silently)).toMatch(/^documentInvalid [0-9a-f]{64}$/);
  });

  it('tells whose key signed, where who releases it made up an act in the name of somebody else', async () => {
    const { made, assessor, employee, caseId } = await release([]);
    const invented = forgeAct(assessor, {
      caseId,
      type: 'resultSigned',
      capacity: 'counsellor',
      author: people.counsellor,
      refs: [],
      content: contentSchemas.resultSigned.parse(contents.resultSigned),
    });
    const released = forgeAct(assessor, {
      caseId,
      type: 'copyReleased',
      capacity: 'assessor',
      about: invented.hash,
      refs: [],
      content: contentSchemas.copyReleased.parse(contents.copyReleased),
    });
    const whole = ({ bytes }: Forged) => unwrap(readActFile(bytes)).sealed as WholeAct;
    const paper = await signDocument({
      pdf: await samplePdf(),
      act: whole(released),
      copied: writeActCopy(whole(invented), []),
      title: 'Uji',
      at: new Date(Date.now()),
      identity: unwrap(holderCertificate(assessor.exchange)),
    });
    const directory = join(temporaryFolder(), 'a.direktori');
    writeFileSync(
      directory,
      made.publish((same) => same),
    );
    const { code, out } = await verify(paper, '--directory', directory);
    expect(code).toBe(4);
    expect(out).toContain(`Penulis menurut langkah itu: ${people.counsellor.name} (`);

    const documents = [{ actHash: released.hash, sha256: toHex(sha256(paper)) }];
    const change = (manifest: object) => ({ ...manifest, kind: 'copy', documents });
    const content = { caseId, acts: [released], blobs: [paper], change };
    const file = await forgePackage(assessor, await addressOf(employee), content);
    await take(employee, [file]);
    const [copy] = await employee.calls.get('exchange.copies', {});
    const { reading } = await employee.calls.get('documents.reading', { documentId: copy?.documentId ?? '' });
    const holder = people.assessor.name;
    expect(reading).toMatchObject({ verdict: 'signerOther', copied: { author: people.counsellor.name, holder } });
  });

  it('of an act of version 0.3 proves it whole, and with a part left out is paper without proof', async () => {
    const { assessor, employee } = (await foundInstitution(cast)).members;
    const caseId = await observed(assessor.calls);
    await sign(assessor.calls, caseId, 'problemIdentified', 'assessor');
    const { heads } = loadCase(assessor.vault.records, caseId).state;
    const content = contentSchemas.problemCommunicated.parse(contents.problemCommunicated);
    const old = forgeAct(assessor, {
      caseId,
      type: 'problemCommunicated',
      capacity: 'assessor',
      refs: heads,
      content,
      asOld: true,
    });
    const { sealed } = unwrap(readActFile(old.bytes));
    const authorKey = assessor.vault.publicKey;
    insertAct(writable(assessor.vault.records), {
      caseId,
      type: 'problemCommunicated',
      hash: old.hash,
      authorKey,
      sealed,
      recordedAt: old.header.statedAt,
    });
    const releaseOf = async (leftOut: readonly string[]) => {
      const released = { about: old.hash, content: { ...contents.copyReleased, leftOut } };
      const hash = await sign(assessor.calls, caseId, 'copyReleased', 'assessor', released);
      const { documentId } = await assessor.calls.get('documents.ofAct', { hash });
      return { paper: await paperOf(assessor, documentId), page: assessor.calls.host.jobs.at(-1)?.html ?? '' };
    };
    const whole = await releaseOf([]);
    expect(await verify(whole.paper)).toMatchObject({ code: 0 });
    expect(whole.page).toContain(facts);
    const cut = await releaseOf(['content/facts']);
    expect(await verify(cut.paper)).toMatchObject({ code: 1 });
    expect(cut.page).toContain('Salinan ini tidak memuat bukti');
    expect(cut.page).toContain(mark);
    expect(cut.page).not.toContain(facts);

    await pass(assessor, employee, caseId);
    const copies = await employee.calls.get('exchange.copies', {});
    const readings = await Promise.all(
      copies.map(({ documentId }) => employee.calls.get('documents.reading', { documentId: documentId ?? '' })),
    );
    expect(readings.map(({ reading }) => reading?.verdict ?? null).sort()).toEqual(['genuine', null]);
  });

  it('cannot leave out what it has not', async () => {
    const { assessor, caseId, about } = await release([]);
    for (const part of ['content/none', 'attachments/2']) {
      const content = { ...contents.copyReleased, leftOut: [part] };
      const copy = step('copyReleased', 'assessor', { caseId, about, content });
      const refused = await assessor.calls.call('case.recordAct', { ...copy, draftId: null });
      expect(refused).toMatchObject({ error: { code: 'actNotAllowed', details: { codes: ['leftOutUnknown'] } } });
    }
    const author = step('copyReleased', 'assessor', {
      caseId,
      about,
      content: { ...contents.copyReleased, leftOut: ['author'] },
    });
    expect(await assessor.calls.code('case.recordAct', { ...author, draftId: null })).toBe('contentInvalid');
  });
});
