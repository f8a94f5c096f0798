import { isAboutPerson } from '@shared/domain/draft/kinds.ts';
import { eq } from 'drizzle-orm';
import { learningRecords } from '../db/competence-schema.ts';
import type { RecordsReader } from '../db/handles.ts';
import { type DraftSummary, listReadDrafts } from '../drafts/drafts.ts';
import { findListedPerson } from '../persons/person-rows.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A draft as Beranda names it. */
export interface HomeDraft extends DraftSummary {
  readonly personId: string | null;
  readonly employeeName: string | null;
  readonly fits: boolean;
}

/** Whom a draft is about: its key begins with that person's id, or with the id of one of the person's records. */
const personOf = (records: RecordsReader, { kind, subjectKey }: DraftSummary) => {
  if (!isAboutPerson(kind)) return undefined;
  const [key = ''] = subjectKey.split(' ', 1);
  const record = records.select().from(learningRecords).where(eq(learningRecords.id, key)).get();
  return findListedPerson(records, record?.personId ?? key);
};

/** All drafts, latest first; `names` are those of employees by case. */
export const homeDrafts = (work: Workspace, names: ReadonlyMap<string, string>): HomeDraft[] =>
  listReadDrafts(work).map((draft) => {
    const person = personOf(work.records, draft);
    const employeeName = person?.name ?? names.get(draft.caseId ?? '') ?? null;
    return { ...draft, personId: person?.id ?? null, employeeName };
  });
