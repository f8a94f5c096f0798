import type { AuditKind } from '@shared/domain/audit/kinds.ts';
import { and, eq, inArray, or } from 'drizzle-orm';
import { packages } from '../db/exchange-schema.ts';
import type { RecordsReader } from '../db/handles.ts';
import { attachments, audit, documents } from '../db/records-schema.ts';

/** Kinds of the audit trail by which a paper or a file of a case has left the vault. */
const left: readonly AuditKind[] = ['documentExported', 'documentPrinted', 'attachmentExported'];

/** True once a paper or a file of the case was exported or printed. */
const hasLeft = (tx: RecordsReader, caseId: string): boolean => {
  const papers = tx.select({ id: documents.id }).from(documents).where(eq(documents.caseId, caseId));
  const files = tx.select({ id: attachments.id }).from(attachments).where(eq(attachments.caseId, caseId));
  const ofCase = or(inArray(audit.subject, papers), inArray(audit.subject, files));
  const kinds = inArray(audit.kind, [...left]);
  return tx.select({ seq: audit.seq }).from(audit).where(and(kinds, ofCase)).limit(1).all().length > 0;
};

/**
 * True once something of the case has left the vault or come to it: a package that was sealed or taken in, a paper or a
 * file that was exported or printed. From then on others may have it.
 */
export const isKnownElsewhere = (tx: RecordsReader, caseId: string | null): boolean =>
  caseId !== null &&
  (tx.select({ id: packages.id }).from(packages).where(eq(packages.caseId, caseId)).limit(1).all().length > 0 ||
    hasLeft(tx, caseId));
