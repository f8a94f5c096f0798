import type { AuditListEntry } from '../../../shared/contract/audit.ts';
import { type AuditKind, auditKindNames, auditKinds } from '../../../shared/domain/audit/kinds.ts';
import { caseNames } from '../../fixtures/people/case-names.ts';
import { privateNote } from '../../fixtures/people/texts.ts';
import type { Answers } from '../window/stand-in.ts';

import { hex, scan } from './files.ts';

const content = JSON.stringify({
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Pertemuan pertama' }] },
    { type: 'paragraph', content: [{ type: 'text', text: privateNote }] },
  ],
});

const note = (number: number, title: string) => ({
  noteId: hex(number, 32),
  caseId: null,
  title,
  excerpt: privateNote.slice(0, 120),
  createdAt: '2026-11-20T02:00:00.000Z',
  updatedAt: '2026-11-23T02:00:00.000Z',
});

const entryOf = (kind: AuditKind, index: number): AuditListEntry => ({
  seq: 400 - index,
  at: new Date(Date.UTC(2026, 10, 24, 2, 30 - (index % 30))).toISOString(),
  kind,
  subject: hex(index, 32),
  about: {
    caseId: auditKinds[kind].subject === 'case' ? hex(1, 32) : null,
    employeeName: auditKinds[kind].subject === 'case' ? caseNames.opened : null,
    name: ['person', 'attachment', 'note'].includes(auditKinds[kind].subject) ? 'Pertemuan pertama' : null,
    detail: null,
  },
});
const entries = auditKindNames.map(entryOf);

const chain = { entries: 400, head: hex(400, 64), broken: null };
const witness = {
  keyFingerprint: 'cdcd cdcd cdcd cdcd',
  name: 'Intan Umpama, S.A.P.',
  size: 380,
  at: '2026-11-20T02:00:00.000Z',
};

/** The trail as it is after a check in which nothing was found. */
export const wholeTrail = { records: chain, notes: chain, witnesses: [{ ...witness, verdict: 'holds' as const }] };
/** One that others saw longer, and whose own notes do not follow from each other. */
export const brokenTrail = {
  records: chain,
  notes: { ...chain, broken: { seq: 12, reason: 'link' as const } },
  witnesses: [
    { ...witness, verdict: 'holds' as const },
    { ...witness, name: null, size: 5000, verdict: 'ahead' as const },
    { ...witness, size: 7, verdict: 'differs' as const },
  ],
};

/** The private notebook, and the trail of what was done and seen. */
export const notebookAnswers: Answers = {
  'notes.list': [note(1, 'Pertemuan pertama'), note(2, 'Persiapan sesi kedua'), note(3, '')],
  'notes.leaving': { notes: 3, decision: null, question: null },
  'notes.get': {
    noteId: hex(1, 32),
    caseId: null,
    title: 'Pertemuan pertama',
    content,
    attachments: [scan(1)],
    updatedAt: '2026-11-23T02:00:00.000Z',
  },
  'audit.list': ({ kinds }) => ({
    entries: entries.filter(({ kind }) => kinds === undefined || kinds.some((wanted) => wanted === kind)),
    more: false,
  }),
  'audit.verify': wholeTrail,
  'audit.checkpoint': {
    note: `bilik/${hex(1, 32)}/records\n400\n${'A'.repeat(43)}=\n\n— bilik+${hex(1, 8)} ${'B'.repeat(80)}`,
    verifierKey: `bilik+${hex(1, 8)}+${'C'.repeat(44)}`,
  },
};
