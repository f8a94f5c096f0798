import type { AuditAbout } from '@shared/contract/audit.ts';
import { type AuditStore, type AuditSubject, auditKinds, isAuditKind } from '@shared/domain/audit/kinds.ts';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { findAttachment } from '../attachments/attachment-rows.ts';
import { invitations, packages, receivedDrafts } from '../db/exchange-schema.ts';
import { coaches } from '../db/guidance-schema.ts';
import type { RecordsReader } from '../db/handles.ts';
import { isFileOfMistakenCase, mistakenCases } from '../db/mistaken-cases.ts';
import { acts, attachments, cases, documents, persons } from '../db/records-schema.ts';
import { findGuidance } from '../guidance/guidance-rows.ts';
import { headOf } from '../guidance/record-head.ts';
import { findRecord } from '../guidance/record-rows.ts';
import type { KeyNames } from '../identity/key-names.ts';
import { findNote } from '../notes/note-rows.ts';
import type { AuditEvent } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';

type Databases = Pick<Workspace, 'records' | 'notes'>;
/** Where and as what an identifier is looked up. */
interface Place extends Databases {
  readonly store: AuditStore;
  readonly names: KeyNames;
}
type Look = (place: Place, subject: string) => Partial<AuditAbout>;

const nothing: AuditAbout = { caseId: null, employeeName: null, name: null, detail: null };

const aboutCase = (tx: RecordsReader, caseId: string | null): Partial<AuditAbout> => {
  if (caseId === null) return {};
  const found = tx
    .select({ name: persons.name, mistakenAt: cases.mistakenAt })
    .from(cases)
    .innerJoin(persons, eq(persons.id, cases.employeeId))
    .where(eq(cases.id, caseId))
    .get();
  return found === undefined ? {} : { caseId, employeeName: found.mistakenAt === null ? found.name : null };
};

const hash = (subject: string): Buffer => Buffer.from(subject, 'hex');

const aboutAttachment: Look = ({ store, records, notes }, id) => {
  if (store === 'notes') return { name: findAttachment(notes, 'notes', id)?.name ?? null };
  const row = records
    .select({ name: attachments.name, caseId: attachments.caseId })
    .from(attachments)
    .where(eq(attachments.id, id))
    .get();
  return row === undefined
    ? {}
    : { ...aboutCase(records, row.caseId), name: isFileOfMistakenCase(records, id) ? null : row.name };
};

const aboutPackage: Look = ({ records, names }, id) => {
  const row = records
    .select({ caseId: packages.caseId, peerKey: packages.peerKey })
    .from(packages)
    .where(eq(packages.id, id))
    .get();
  return row === undefined
    ? {}
    : { ...aboutCase(records, row.caseId), name: names.ofKey(row.peerKey.toString('hex')) ?? null };
};

/** Whom a file of guidance is with. */
const aboutGuidance = (tx: RecordsReader, id: string): Partial<AuditAbout> => {
  const row = findGuidance(tx, id);
  const name = row && headOf(tx, row)?.participants[0]?.name;
  return name === undefined ? {} : { employeeName: name };
};

const coachName = z.looseObject({ person: z.looseObject({ name: z.string() }) });

const invited = z.looseObject({ name: z.string() });

const looks: { readonly [S in AuditSubject]?: Look } = {
  case: ({ records }, id) => aboutCase(records, id),
  act: ({ records }, id) => {
    const row = records
      .select({ caseId: acts.caseId, type: acts.type })
      .from(acts)
      .where(eq(acts.hash, hash(id)))
      .get();
    return row === undefined ? {} : { ...aboutCase(records, row.caseId), detail: row.type };
  },
  person: ({ records }, id) => {
    const found = records.select().from(persons).where(eq(persons.id, id)).get();
    return { name: found === undefined || found.concealedAt !== null ? null : found.name };
  },
  attachment: aboutAttachment,
  document: ({ records }, id) => {
    const row = records
      .select({ caseId: documents.caseId, kind: documents.kind })
      .from(documents)
      .where(eq(documents.id, id))
      .get();
    return row === undefined ? {} : { ...aboutCase(records, row.caseId), detail: row.kind };
  },
  form: (_place, kind) => ({ detail: kind }),
  lockReason: (_place, reason) => ({ detail: reason }),
  clockReason: (_place, reason) => ({ detail: reason }),
  programmeElement: (_place, element) => ({ detail: element }),
  note: ({ records, notes }, id) => {
    const note = findNote(notes, id);
    return { name: note === undefined || mistakenCases(records).has(note.caseId ?? '') ? null : note.title };
  },
  package: aboutPackage,
  draft: ({ records }, id) => {
    const row = records
      .select({ caseId: receivedDrafts.caseId, type: receivedDrafts.type })
      .from(receivedDrafts)
      .where(eq(receivedDrafts.id, id))
      .get();
    return row === undefined ? {} : { ...aboutCase(records, row.caseId), detail: row.type };
  },
  entry: ({ names }, id) => ({ name: names.ofEntry(id) ?? null }),
  key: ({ names }, key) => ({ name: names.ofKey(key) ?? null }),
  guidance: ({ records }, id) => aboutGuidance(records, id),
  guidanceRecord: ({ records }, id) => {
    const row = findRecord(records, id);
    return row === undefined ? {} : { ...aboutGuidance(records, row.guidanceId), detail: row.kind };
  },
  coach: ({ records }, id) => {
    const row = records.select({ json: coaches.json }).from(coaches).where(eq(coaches.id, id)).get();
    return { name: coachName.safeParse(row?.json).data?.person.name ?? null };
  },
  invitation: ({ records }, id) => {
    const row = records.select({ person: invitations.person }).from(invitations).where(eq(invitations.id, id)).get();
    return { name: invited.safeParse(row?.person).data?.name ?? null };
  },
};

/** What the identifier of an entry names, as this vault knows it now. */
export const aboutSubject = (place: Place, { kind, subject }: AuditEvent): AuditAbout => {
  const look = isAuditKind(kind) ? looks[auditKinds[kind].subject] : undefined;
  return { ...nothing, ...look?.(place, subject) };
};
