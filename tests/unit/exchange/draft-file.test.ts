import { describe, expect, it } from 'vitest';
import { readDraftFile, writeDraftFile } from '../../../electron/backend/exchange/ledger/draft-file.ts';

const attachmentId = 'a'.repeat(32);
const ref = { attachmentId, sha256: 'b'.repeat(64), name: 'telaah.pdf', mediaType: 'application/pdf', size: 3 };
const draft = {
  type: 'counsellingDecided' as const,
  about: null,
  authorOffice: '',
  institution: '',
  content: {},
  attachmentIds: [attachmentId],
  remark: '',
};

describe('the file of a draft', () => {
  it('is read as it was written', () => {
    const file = { draft, attachments: [ref] };
    expect(readDraftFile(writeDraftFile(file))).toEqual({ format: 'bilik/draft/v1', ...file });
  });

  it('is none when it describes a file twice, or not at all', () => {
    expect(readDraftFile(writeDraftFile({ draft, attachments: [ref, ref] }))).toBeUndefined();
    expect(readDraftFile(writeDraftFile({ draft, attachments: [] }))).toBeUndefined();
    const text = new TextDecoder().decode(writeDraftFile({ draft, attachments: [ref] }));
    const twice = text.replace('"remark":""', '"remark":"Lain","remark":""');
    expect(JSON.parse(twice)).toEqual(JSON.parse(text));
    expect(readDraftFile(new TextEncoder().encode(twice))).toBeUndefined();
  });
});
