import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attachmentChunks } from '../../../electron/backend/attachments/read-attachment.ts';
import { sha256 } from '../../../electron/backend/crypto/hash.ts';
import { inspect, takeIn } from '../../../electron/backend/exchange/receive/inspections.ts';
import { sealCase } from '../../../electron/backend/exchange/send/seal.ts';
import { maxPieceBytes } from '../../../shared/contract/fields.ts';
import type { Calls } from '../../fixtures/calls.ts';
import { attach } from '../../fixtures/case-steps.ts';
import { evaluated, opened, sign } from '../../fixtures/case-walks.ts';
import { dumpVault } from '../../fixtures/dump.ts';
import { foundInstitution, type Member, outputOf } from '../../fixtures/institution.ts';
import { codeOf, unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';

/** Takes in a file in pieces, as the window does. */
const attachLarge = async (calls: Calls, bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  const file = { store: 'records', caseId: null, name: 'rekaman.bin', mediaType: '', size: bytes.length } as const;
  const { attachmentId } = await calls.get('attachments.begin', file);
  for (let offset = 0; offset < bytes.length; offset += maxPieceBytes) {
    const piece = bytes.slice(offset, offset + maxPieceBytes);
    await calls.get('attachments.append', { store: 'records', attachmentId, offset, bytes: piece });
  }
  await calls.get('attachments.finish', { store: 'records', attachmentId });
  return attachmentId;
};

const hashOfFile = (at: Member, attachmentId: string): string =>
  sha256(...attachmentChunks(at.exchange.work, 'records', attachmentId)).toString('hex');

/** Inspects as if there were memory for nothing. */
const lookAt = async (at: Member, paths: readonly string[]) =>
  unwrap(await inspect(at.exchange, paths, { keepBytes: 0 }));

const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

describe('a package that does not fit into memory', () => {
  it('goes in parts, is streamed into the vault, and leaves nothing when its file changes meanwhile', async () => {
    const { members } = await foundInstitution(cast);
    const { assessor, officer } = members;
    const caseId = await opened(assessor.calls);
    const attachmentIds: string[] = [];
    for (const size of [3_000_000, 2_500_000]) {
      attachmentIds.push(await attachLarge(assessor.calls, new Uint8Array(randomBytes(size))));
    }
    await sign(assessor.calls, caseId, 'feedbackRecorded', 'assessor', { attachmentIds });
    await evaluated(assessor.calls, caseId);
    const evidence = await attach(assessor.calls, '%PDF-1.7 lampiran');
    await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds: [evidence] });
    const request = { caseId, entryId: officer.entryId, again: false, partBytes: 2_000_000 };
    const { files } = unwrap(await sealCase(assessor.exchange, outputOf(assessor), request));
    expect(files).toHaveLength(3);
    const parts = files.map((name) => join(assessor.outbox, name)).reverse();

    const before = dumpVault(officer.vault);
    const [last = ''] = parts;
    const whole = readFileSync(last);
    const { inspectionId } = await lookAt(officer, parts);
    writeFileSync(last, whole.subarray(0, whole.length - 1));
    expect(codeOf(await takeIn(officer.exchange, inspectionId, false))).toBe('packageUnreadable');
    expect(dumpVault(officer.vault)).toBe(before);

    writeFileSync(last, whole);
    const again = await lookAt(officer, parts);
    expect(again).toMatchObject({ held: null, newCase: true });
    expect(unwrap(await takeIn(officer.exchange, again.inspectionId, false)).files).toBe(3);
    const filesOf = async ({ calls }: Member) =>
      (await calls.get('case.open', { caseId })).attachments.map(({ attachmentId }) => attachmentId);
    const received = await filesOf(officer);
    expect(received).toHaveLength(3);
    expect(received.map((id) => hashOfFile(officer, id))).toEqual(
      (await filesOf(assessor)).map((id) => hashOfFile(assessor, id)),
    );
  });
});
