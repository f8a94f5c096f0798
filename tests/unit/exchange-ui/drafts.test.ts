import type { DirectoryMember } from '@shared/contract/identity.ts';
import { describe, expect, test } from 'vitest';
import {
  draftReceivers,
  leavingWithDraft,
  toDraftContent,
} from '../../../renderer/features/cases/act-form/draft-receivers.ts';
import { fillFromDraft } from '../../../renderer/features/cases/act-form/form-start.ts';
import { freshFormState } from '../../../renderer/features/cases/act-form/form-state.ts';
import { discardReceivedDraft } from '../../../renderer/lib/received-draft.ts';
import type { RpcClient } from '../../../renderer/lib/rpc/client.ts';
import { carried, caseId, entryId, person, receiver } from './made-exchange.ts';

const revoked = { at: '2026-11-01T00:00:00.000Z', reason: 'lost' } as const;
const key = { key: 'a'.repeat(64), keyFingerprint: 'aaaa', from: '2026-01-01T00:00:00.000Z', revoked: null };
const member = (change: Partial<DirectoryMember> = {}): DirectoryMember => ({
  entryId,
  person,
  roles: [{ role: 'personnelHead', from: '2026-01-01' as DirectoryMember['roles'][number]['from'], to: null }],
  currentRoles: ['personnelHead'],
  keys: [key],
  self: false,
  ...change,
});

describe('who may get a draft for signature', () => {
  test('others who hold the role today and have a key that counts', () => {
    const fits = member();
    const others = [
      member({ self: true }),
      member({ currentRoles: [] }),
      member({ currentRoles: ['counsellor'] }),
      member({ keys: [{ ...key, revoked }] }),
    ];
    expect(draftReceivers([...others, fits], ['personnelHead', 'authorisedOfficial'])).toEqual([fits]);
  });
});

const act = {
  caseId,
  type: 'counsellingDecided',
  capacity: 'personnelHead',
  about: null,
  author: { name: 'Nurma', nip: '', rank: '', position: '', unit: '', employmentStatus: 'pns' },
  authorOffice: 'Plt.',
  institution: 'Kementerian Contoh',
  content: { date: '2026-11-25', decision: 'yes' },
  attachmentIds: ['1'.repeat(32), '2'.repeat(32)],
  paper: { medium: 'ink', documentNumber: '', documentDate: '', remark: '' },
  signedDocumentId: '1'.repeat(32),
} as const;

describe('a draft on its way', () => {
  test('carries content and files, neither the scan nor the named author', () => {
    const draft = toDraftContent({ ...act, attachmentIds: [...act.attachmentIds] }, 'Mohon diperiksa.');
    expect(draft).toEqual({
      type: 'counsellingDecided',
      about: null,
      authorOffice: 'Plt.',
      institution: 'Kementerian Contoh',
      content: act.content,
      attachmentIds: ['2'.repeat(32)],
      remark: 'Mohon diperiksa.',
    });
  });

  test('takes along its own files and all that is due', () => {
    const file = { attachmentId: '1'.repeat(32), sha256: '2'.repeat(64), name: 'telaah.pdf', mediaType: '', size: 30 };
    const due = receiver({
      acts: [carried('a')],
      files: [{ name: 'bukti.pdf', size: 12, kind: 'attachment' }],
      bytes: 12,
    });
    expect(leavingWithDraft(due, [file])).toEqual({
      acts: due.acts,
      files: [{ name: 'telaah.pdf', size: 30, kind: 'attachment' }, ...due.files],
      bytes: 42,
    });
  });

  test('fills the form of who signs, who stays its author; fields it does not know keep their value', () => {
    const opening = freshFormState({
      mode: 'here',
      capacity: 'personnelHead',
      author: { ...act.author, name: 'Penanda tangan' },
      content: { date: '2026-12-01', reason: 'awal' },
      attachments: [],
    });
    const filled = fillFromDraft({ content: act.content, authorOffice: 'Plt.' }, [])(opening);
    expect(filled.author.name).toBe('Penanda tangan');
    expect(filled.authorOffice).toBe('Plt.');
    expect(filled.content).toEqual({ date: '2026-11-25', decision: 'yes', reason: 'awal' });
  });
});

describe('a draft that is declined', () => {
  test('takes along what was typed into it, and nothing else', async () => {
    const kept = (kind: string, subjectKey: string) => ({
      draftId: `${kind} ${subjectKey}`,
      kind,
      caseId,
      subjectKey,
      updatedAt: '',
    });
    const list = [
      kept('act:counsellingDecided', ''),
      kept('received:counsellingDecided', 'another'),
      kept('received:counsellingDecided', 'declined'),
    ];
    const discarded: unknown[] = [];
    const call = async (method: string, input: unknown) => {
      if (method === 'drafts.discard') discarded.push(input);
      return { ok: true, value: method === 'drafts.list' ? list : {} };
    };
    const rpc = { call } as unknown as RpcClient;
    await discardReceivedDraft(rpc, { draftId: 'declined', caseId, type: 'counsellingDecided' });
    expect(discarded).toEqual([{ draftId: 'received:counsellingDecided declined' }]);
    await discardReceivedDraft(rpc, { draftId: 'never opened', caseId, type: 'counsellingDecided' });
    expect(discarded).toHaveLength(1);
  });
});
