import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { addFile } from '../../../electron/backend/attachments/add-file.ts';
import { appendPiece } from '../../../electron/backend/attachments/append-piece.ts';
import { attachmentInfo } from '../../../electron/backend/attachments/attachment-ref.ts';
import { beginUpload } from '../../../electron/backend/attachments/begin-upload.ts';
import { discardAttachment } from '../../../electron/backend/attachments/discard-attachment.ts';
import { discardUnfinished } from '../../../electron/backend/attachments/discard-unfinished.ts';
import { exportAttachment } from '../../../electron/backend/attachments/export-attachment.ts';
import { finishUpload } from '../../../electron/backend/attachments/finish-upload.ts';
import { readAttachment, readWholeAttachment } from '../../../electron/backend/attachments/read-attachment.ts';
import { audit } from '../../../electron/backend/db/shared-columns.ts';
import { saveDraft } from '../../../electron/backend/drafts/drafts.ts';
import { unfinishedExportsOf } from '../../../electron/backend/export/unfinished-exports.ts';
import { nodeAtomicFs } from '../../../electron/backend/vault/write-atomically.ts';
import type { Workspace } from '../../../electron/backend/workspace/workspace.ts';
import { maxAttachmentBytes } from '../../../shared/contract/attachments.ts';
import { contract } from '../../../shared/contract/index.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { dumpVault } from '../../fixtures/dump.ts';
import { testWorkspace } from '../../fixtures/workspace.ts';

type Store = 'records' | 'notes';

const begin = (work: Workspace, size: number, store: Store = 'records', mediaType = '') =>
  beginUpload(work, { store, caseId: null, name: 'bukti.pdf', mediaType, size });

const upload = (
  work: Workspace,
  bytes: Uint8Array,
  store: Store = 'records',
  pieceSize = 1_000_000,
  mediaType = '',
) => {
  const begun = begin(work, bytes.length, store, mediaType);
  if (!begun.ok) throw new Error(begun.error.code);
  const { attachmentId } = begun.value;
  for (let offset = 0; offset < bytes.length; offset += pieceSize) {
    const piece = bytes.subarray(offset, offset + pieceSize);
    expect(appendPiece(work, { store, attachmentId, offset, bytes: piece })).toEqual({ ok: true, value: {} });
  }
  const finished = finishUpload(work, { store, attachmentId });
  if (!finished.ok) throw new Error(finished.error.code);
  return finished.value;
};

const codeOf = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error?.code);

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes of all buffers that something still refers to: when others go is up to the collector. */
const bytesInUse = (): number => {
  collectGarbage();
  return process.memoryUsage().arrayBuffers;
};

describe('attachments', () => {
  it.each([1, 262_143, 262_144, 262_145, 3_000_001])('keeps %i bytes as they are, in both stores', (size) => {
    const work = testWorkspace();
    const bytes = new Uint8Array(randomBytes(size));
    for (const store of ['records', 'notes'] as const) {
      const ref = upload(work, bytes, store, 300_007);
      expect(ref).toMatchObject({ size, sha256: createHash('sha256').update(bytes).digest('hex') });
      const whole = readWholeAttachment(work, store, ref.attachmentId);
      expect(whole.ok && Buffer.from(whole.value).equals(bytes)).toBe(true);
      const [offset, length] = [Math.floor(size / 3), Math.ceil(size / 2)];
      const part = readAttachment(work, { store, attachmentId: ref.attachmentId, offset, length });
      expect(part.ok && Buffer.from(part.value.bytes).equals(bytes.subarray(offset, offset + length))).toBe(true);
    }
  });

  it('refuses empty and too large files, pieces out of order, more than announced and too little', () => {
    const work = testWorkspace();
    expect(codeOf(begin(work, 0))).toBe('attachmentEmpty');
    expect(codeOf(begin(work, maxAttachmentBytes + 1))).toBe('attachmentTooLarge');
    expect(
      codeOf(beginUpload(work, { store: 'records', caseId: 'f'.repeat(32), name: 'a', mediaType: '', size: 1 })),
    ).toBe('unknownCase');
    const begun = begin(work, 10);
    const attachmentId = begun.ok ? begun.value.attachmentId : '';
    const append = (offset: number, length: number) =>
      codeOf(appendPiece(work, { store: 'records', attachmentId, offset, bytes: new Uint8Array(length) }));
    expect(append(1, 1)).toBe('attachmentOrder');
    expect(append(0, 11)).toBe('attachmentTooLarge');
    expect(append(0, 9)).toBe('ok');
    expect(append(0, 9)).toBe('attachmentOrder');
    expect(codeOf(finishUpload(work, { store: 'records', attachmentId }))).toBe('attachmentIncomplete');
    expect(codeOf(attachmentInfo(work, { store: 'records', attachmentId }))).toBe('unknownAttachment');
    expect(append(9, 1)).toBe('ok');
    expect(codeOf(finishUpload(work, { store: 'records', attachmentId }))).toBe('ok');
    expect(codeOf(finishUpload(work, { store: 'records', attachmentId }))).toBe('unknownAttachment');
  });

  it('forgets at the next opening what never became complete', () => {
    const before = testWorkspace();
    const empty = dumpVault(before);
    for (const store of ['records', 'notes'] as const) {
      const begun = begin(before, 400_000, store);
      const attachmentId = begun.ok ? begun.value.attachmentId : '';
      appendPiece(before, { store, attachmentId, offset: 0, bytes: new Uint8Array(300_000) });
    }
    expect(dumpVault(before)).not.toBe(empty);
    const after = before.reopen();
    expect(discardUnfinished(after, { draftsMissing: false }).ok).toBe(true);
    expect(dumpVault(after)).toBe(empty);
  });

  it('forgets complete files that no act, note or draft names', () => {
    const before = testWorkspace();
    const drafted = upload(before, Buffer.from('dalam konsep')).attachmentId;
    const stray = [upload(before, Buffer.from('tanpa konsep')), upload(before, Buffer.from('x'), 'notes')];
    const content = JSON.stringify({ attachmentIds: [drafted] });
    saveDraft(before, { kind: 'act:feedbackRecorded', caseId: null, subjectKey: '', content });
    const after = before.reopen();
    expect(discardUnfinished(after, { draftsMissing: false }).ok).toBe(true);
    expect(codeOf(attachmentInfo(after, { store: 'records', attachmentId: drafted }))).toBe('ok');
    for (const { attachmentId } of stray)
      for (const store of ['records', 'notes'] as const)
        expect(codeOf(attachmentInfo(after, { store, attachmentId }))).toBe('unknownAttachment');
  });

  it('tells the media type by the bytes', () => {
    const work = testWorkspace();
    const typeOf = (head: string | readonly number[], claimed: string) =>
      upload(work, typeof head === 'string' ? Buffer.from(head) : Uint8Array.from(head), 'records', 7, claimed)
        .mediaType;
    expect(typeOf('%PDF-1.7\n…', 'text/html')).toBe('application/pdf');
    expect(typeOf([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0], 'application/pdf')).toBe('image/png');
    expect(typeOf([0xff, 0xd8, 0xff, 0xe0], '')).toBe('image/jpeg');
    expect(typeOf('GIF89a', '')).toBe('image/gif');
    expect(typeOf('RIFF\u0001\u0002\u0003\u0004WEBPVP8 ', '')).toBe('image/webp');
    expect(typeOf('Catatan ✓ dengan é dan 🙏\r\n', 'application/pdf')).toBe('text/plain');
    expect(typeOf('<html><script>', 'text/html')).toBe('text/plain');
    expect(typeOf([0, 1, 2], 'application/pdf')).toBe('application/octet-stream');
    expect(typeOf([0, 1, 2], 'image/svg+xml')).toBe('application/octet-stream');
    expect(typeOf([0x50, 0x4b, 3, 4], 'application/zip')).toBe('application/zip');
    expect(typeOf([0xff, 0xfe, 0x41], 'Nama Orang')).toBe('application/octet-stream');
  });

  it('discards what nothing uses', () => {
    const work = testWorkspace();
    const { attachmentId } = upload(work, Buffer.from('x'));
    expect(codeOf(discardAttachment(work, { store: 'records', attachmentId }))).toBe('ok');
    expect(codeOf(discardAttachment(work, { store: 'records', attachmentId }))).toBe('unknownAttachment');
    expect(work.records.$client.prepare('SELECT count(*) FROM attachment_chunks').pluck().get()).toBe(0);
  });

  it('takes in 50 MB from the disk in bounded memory, and nothing larger', async () => {
    const work = testWorkspace();
    const path = join(temporaryFolder(), 'besar.bin');
    for (let i = 0; i < 50; i++) writeFileSync(path, randomBytes(maxAttachmentBytes / 50), { flag: 'a' });
    const before = bytesInUse();
    const seen: number[] = [];
    const timer = setInterval(() => seen.push(bytesInUse() - before), 1);
    const added = await addFile(work, { store: 'records', caseId: null, path });
    clearInterval(timer);
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    expect(added.ok && added.value).toMatchObject({ size: maxAttachmentBytes, sha256: hash.digest('hex') });
    expect(seen.length).toBeGreaterThan(1);
    expect(Math.max(...seen)).toBeLessThan(maxAttachmentBytes / 2);
    writeFileSync(path, Buffer.alloc(1), { flag: 'a' });
    expect(codeOf(await addFile(work, { store: 'records', caseId: null, path }))).toBe('attachmentTooLarge');
  });

  it('says when a file cannot be read, and keeps nothing of it', async () => {
    const work = testWorkspace();
    const empty = dumpVault(work);
    const folder = temporaryFolder();
    expect(codeOf(await addFile(work, { store: 'notes', caseId: null, path: join(folder, 'tiada') }))).toBe(
      'fileUnreadable',
    );
    expect(codeOf(await addFile(work, { store: 'notes', caseId: null, path: folder }))).toBe('fileUnreadable');
    expect(dumpVault(work)).toBe(empty);
  });

  it('exports complete or not at all, under a neutral name', async () => {
    const work = testWorkspace();
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(600_000)]);
    const { attachmentId } = upload(work, bytes);
    const folder = temporaryFolder();
    let proposed = '';
    const chooseTarget = async (path: string) => {
      proposed = path;
      return join(folder, 'keluar.pdf');
    };
    const deps = { fs: nodeAtomicFs, random: work.random, unfinished: unfinishedExportsOf(work), chooseTarget };
    const input = { store: 'records' as const, attachmentId, folder } as const;
    expect(await exportAttachment(work, deps, input)).toEqual({ ok: true, value: { saved: true } });
    expect(readFileSync(join(folder, 'keluar.pdf')).equals(bytes)).toBe(true);
    expect(proposed).toMatch(/lampiran-[0-9a-f]{8}\.pdf$/);

    const recorded: number[] = [];
    const open: typeof nodeAtomicFs.open = (...args) => {
      const kinds = work.records.select().from(audit).all();
      recorded.push(kinds.filter(({ kind }) => kind === 'attachmentExported').length);
      return nodeAtomicFs.open(...args);
    };
    const broken = {
      ...deps,
      fs: { ...nodeAtomicFs, open, rename: () => Promise.reject(Object.assign(new Error(), { code: 'ENOSPC' })) },
    };
    expect(codeOf(await exportAttachment(work, broken, input))).toBe('diskFull');
    // The second time, too, it was recorded before a byte of it was written.
    expect(recorded).toEqual([2]);
    expect(readdirSync(folder)).toEqual(['keluar.pdf']);
    const cancelled = await exportAttachment(work, { ...deps, chooseTarget: async () => null }, input);
    expect(cancelled).toEqual({ ok: true, value: { saved: false } });
  });

  const proposedFor = async (name: string, bytes: Uint8Array): Promise<string> => {
    const work = testWorkspace();
    const begun = beginUpload(work, { store: 'records', caseId: null, name, mediaType: '', size: bytes.length });
    if (!begun.ok) throw new Error(begun.error.code);
    const { attachmentId } = begun.value;
    appendPiece(work, { store: 'records', attachmentId, offset: 0, bytes });
    const finished = finishUpload(work, { store: 'records', attachmentId });
    expect(finished.ok && finished.value.name).toBe(name.replace('\u202e', ''));
    let proposed = '';
    const chooseTarget = async (path: string) => {
      proposed = path;
      return null;
    };
    const deps = { fs: nodeAtomicFs, random: work.random, unfinished: unfinishedExportsOf(work), chooseTarget };
    await exportAttachment(work, deps, { store: 'records', attachmentId, folder: temporaryFolder() });
    return proposed;
  };

  const programs = [
    'laporan.exe',
    'laporan.lnk',
    'laporan.desktop',
    'laporan.hta',
    'laporan.docm',
    'laporan.docx.exe',
    'gambar\u202egnp.exe',
    'laporan',
  ];
  it.each(programs)('never leaves under the ending that its name claims: %s', async (name) => {
    expect(await proposedFor(name, Buffer.from('MZ\u0000\u0001'))).toMatch(/lampiran-[0-9a-f]{8}\.bin$/);
    expect(await proposedFor(name, Buffer.from('%PDF-1.7\n'))).toMatch(/lampiran-[0-9a-f]{8}\.pdf$/);
    expect(await proposedFor(name, Buffer.from('[Desktop Entry]\nExec=sh\n'))).toMatch(/lampiran-[0-9a-f]{8}\.txt$/);
  });

  it.each(['docx', 'xlsx', 'ODT', 'mp3'])('keeps the ending of a paper or a recording: %s', async (ending) => {
    const proposed = await proposedFor(`bukti.${ending}`, Buffer.from('PK\u0003\u0004\u0000'));
    expect(proposed).toMatch(new RegExp(`lampiran-[0-9a-f]{8}\\.${ending.toLowerCase()}$`));
    expect(await proposedFor(`bukti.${ending}`, Buffer.from('%PDF-1.7\n'))).toMatch(/\.pdf$/);
  });

  it('lets no file of a private note out by the call for files of a case', async () => {
    const work = testWorkspace();
    const { attachmentId } = upload(work, Buffer.from('%PDF-1.7'), 'notes');
    const chooseTarget = () => Promise.reject(new Error('asked where to save'));
    const deps = { fs: nodeAtomicFs, random: work.random, unfinished: unfinishedExportsOf(work), chooseTarget };
    const before = dumpVault(work);
    expect(
      codeOf(await exportAttachment(work, deps, { store: 'records', attachmentId, folder: temporaryFolder() })),
    ).toBe('unknownAttachment');
    expect(dumpVault(work)).toBe(before);
    const { input } = contract['attachments.export'];
    expect(input.safeParse({ attachmentId }).success).toBe(true);
    expect(input.safeParse({ store: 'notes', attachmentId }).success).toBe(false);
  });
});
