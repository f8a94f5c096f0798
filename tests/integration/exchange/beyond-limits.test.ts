import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { insertAct } from '../../../electron/backend/case/act-rows.ts';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { type PackageOutput, sealCase, sealDraft } from '../../../electron/backend/exchange/send/seal.ts';
import { readActFile } from '../../../electron/backend/formats/act/act-container.ts';
import type { DraftContent } from '../../../shared/contract/exchange.ts';
import { type Manifest, packageLimits } from '../../../shared/domain/package/manifest.ts';
import { fromHex } from '../../../shared/kernel/bytes.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { attachBytes, contents } from '../../fixtures/case-steps.ts';
import { evaluated, observed, reported, sign } from '../../fixtures/case-walks.ts';
import { forgeAct } from '../../fixtures/forge.ts';
import { foundInstitution, type Member, send, sendReceipt, take } from '../../fixtures/institution.ts';
import { codeOf, unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { writable } from '../../fixtures/writable.ts';

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

const mebibyte = 1024 * 1024;

/** A file that says that it has so many MiB, of which the disk is spared. */
const claimed = async ({ calls, vault }: Member, mebibytes: number): Promise<string> => {
  const attachmentId = await attachBytes(calls, new Uint8Array(randomBytes(8)));
  writable(vault.records).run(sql`UPDATE attachments SET size = ${mebibytes * mebibyte} WHERE id = ${attachmentId}`);
  return attachmentId;
};

const claimedAll = async (member: Member, sizes: readonly number[]): Promise<string[]> => {
  const ids: string[] = [];
  for (const size of sizes) ids.push(await claimed(member, size));
  return ids;
};

/** An output that writes nothing; tells of each package how many files go along, and counts the dialogs. */
const telling = () => {
  const told = { dialogs: 0, blobs: [] as number[] };
  const output: PackageOutput = {
    choose: async () => {
      told.dialogs += 1;
      return 'folder';
    },
    save: async (_target, { manifestBytes }) => {
      const manifest = JSON.parse(new TextDecoder().decode(manifestBytes)) as Manifest;
      told.blobs.push(manifest.blobs.length);
      return ok({ files: ['berkas.paket'] });
    },
  };
  return { told, output };
};

const reportedWith = async (member: Member, attachmentIds: readonly string[]): Promise<string> => {
  const caseId = await observed(member.calls);
  await evaluated(member.calls, caseId);
  await sign(member.calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds: [...attachmentIds] });
  return caseId;
};

describe('a case that is more than one package may hold', () => {
  it('leaves in several, each as much of its beginning as fits', async () => {
    const { assessor, officer } = (await foundInstitution(cast)).members;
    const caseId = await reportedWith(assessor, await claimedAll(assessor, [90, 90]));
    const change = { attachmentIds: await claimedAll(assessor, [90, 60]) };
    await sign(assessor.calls, caseId, 'feedbackRecorded', 'assessor', change);
    const { told, output } = telling();
    const request = { caseId, entryId: officer.entryId, again: false, partBytes: null };
    expect(unwrap(await sealCase(assessor.exchange, output, request)).saved).toBe(true);
    const { cases } = await assessor.calls.get('exchange.outbox', { caseId });
    const receiver = cases[0]?.receivers.find(({ entryId }) => entryId === officer.entryId);
    expect(receiver?.files.map(({ size }) => size / mebibyte)).toEqual([90, 60]);
    expect(unwrap(await sealCase(assessor.exchange, output, request)).saved).toBe(true);
    // With the report goes the evidence of the first feedback.
    expect(told.blobs).toEqual([3, 2]);
    expect(codeOf(await sealCase(assessor.exchange, output, request))).toBe('nothingToSend');
  });

  it('says before it asks for a folder that one act alone is too large', async () => {
    const { assessor, officer } = (await foundInstitution(cast)).members;
    const caseId = await reportedWith(assessor, await claimedAll(assessor, [90, 90, 90]));
    const { told, output } = telling();
    const request = { caseId, entryId: officer.entryId, partBytes: null };
    // All that the report builds on leaves before it.
    expect(unwrap(await sealCase(assessor.exchange, output, { ...request, again: false })).saved).toBe(true);
    expect([told.dialogs, told.blobs]).toEqual([1, [1]]);
    const refused = await sealCase(assessor.exchange, output, { ...request, again: false });
    expect(refused).toMatchObject({ error: { code: 'actTooLarge', details: { megabytes: 270, limit: 256 } } });
    expect(told.dialogs).toBe(1);
  });

  it('says so of a draft that does not fit with what is due', async () => {
    const { head, officer } = (await foundInstitution(cast)).members;
    const { caseId } = await reported(officer.calls);
    const draft: DraftContent = {
      type: 'counsellingDecided',
      about: null,
      authorOffice: '',
      institution: '',
      content: contents.counsellingDecided,
      attachmentIds: await claimedAll(officer, [90, 90, 90]),
      remark: '',
    };
    const { told, output } = telling();
    const request = { caseId, entryId: head.entryId, draft, partBytes: null };
    expect(codeOf(await sealDraft(officer.exchange, output, request))).toBe('draftTooLarge');
    expect(told.dialogs).toBe(0);
  });
});

/** Signs so many acts, one upon the other, without the way through the window. */
const signMany = (member: Member, caseId: string, count: number): void => {
  const { records } = member.vault;
  let refs = [...loadCase(records, caseId).state.heads];
  writable(records).transaction((tx) => {
    for (let index = 0; index < count; index += 1) {
      const content = { ...contents.feedbackRecorded, content: `Umpan balik ke-${index}.` };
      const act = forgeAct(member, { caseId, type: 'feedbackRecorded', capacity: 'assessor', refs, content });
      const { sealed } = unwrap(readActFile(act.bytes));
      const { type, authorKey, statedAt } = act.header;
      insertAct(tx, {
        caseId,
        type,
        hash: act.hash,
        authorKey: fromHex(authorKey),
        sealed,
        recordedAt: statedAt,
      });
      refs = [act.hash];
    }
  });
};

describe('a case of more acts than one package may hold', () => {
  it('leaves in several, and arrives whole', async () => {
    const { assessor, officer } = (await foundInstitution(cast)).members;
    const caseId = await reportedWith(assessor, [await attachBytes(assessor.calls, new Uint8Array(8))]);
    signMany(assessor, caseId, packageLimits.acts);
    const first = await take(officer, await send(assessor, officer, caseId));
    expect(first.acts).toHaveLength(packageLimits.acts);
    // What the rest builds on goes along as headers until a receipt comes, and these are as many as there may be.
    await expect(send(assessor, officer, caseId)).rejects.toThrow('receiptAwaited');
    await take(assessor, await sendReceipt(officer, assessor));
    const rest = await take(officer, await send(assessor, officer, caseId));
    const all = loadCase(assessor.vault.records, caseId).acts.length;
    expect(rest.acts).toHaveLength(all - packageLimits.acts);
    expect(loadCase(officer.vault.records, caseId).acts).toHaveLength(all);
  });
});
