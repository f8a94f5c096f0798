import type { AuditListEntry } from '@shared/contract/audit.ts';
import type { AuditKind, AuditStore } from '@shared/domain/audit/kinds.ts';
import { and, desc, inArray, lt } from 'drizzle-orm';
import { audit } from '../db/shared-columns.ts';
import { keyNames } from '../identity/key-names.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { aboutSubject } from './about-subject.ts';

export interface AuditQuery {
  readonly store: AuditStore;
  /** Entries below this number; null: the latest. */
  readonly before: number | null;
  readonly limit: number;
  readonly kinds?: readonly AuditKind[] | undefined;
}

/** Entries of a chain, the latest first, with what this vault knows of their subjects; `more`: older ones fit too. */
export const listAudit = (
  { records, notes }: Pick<Workspace, 'records' | 'notes'>,
  { store, before, limit, kinds }: AuditQuery,
): { entries: AuditListEntry[]; more: boolean } => {
  const rows = (store === 'records' ? records : notes)
    .select({ seq: audit.seq, at: audit.at, kind: audit.kind, subject: audit.subject })
    .from(audit)
    .where(
      and(
        before === null ? undefined : lt(audit.seq, before),
        kinds === undefined ? undefined : inArray(audit.kind, [...kinds]),
      ),
    )
    .orderBy(desc(audit.seq))
    .limit(limit + 1)
    .all();
  const place = { store, records, notes, names: keyNames(records) };
  return {
    entries: rows.slice(0, limit).map((row) => ({ ...row, about: aboutSubject(place, row) })),
    more: rows.length > limit,
  };
};
