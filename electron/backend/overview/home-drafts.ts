import { actOfDraft, isAboutPerson } from '@shared/domain/draft/kinds.ts';
import { eq } from 'drizzle-orm';
import type { ListedCase } from '../case/list-cases.ts';
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

type CaseOfDraft = Pick<ListedCase, 'summary' | 'stillPossible' | 'mistakenAt'>;

/** True when the file of a draft is closed to the act that it was to become; the page of the file keeps its text. */
const isSettled = ({ kind }: DraftSummary, about: CaseOfDraft | undefined): boolean => {
  const type = actOfDraft(kind);
  const possible = about?.stillPossible ?? null;
  return type !== null && possible !== null && !possible.includes(type);
};

/** All drafts that somebody may still finish, latest first; `cases` are files by their id. */
export const homeDrafts = (work: Workspace, cases: ReadonlyMap<string, CaseOfDraft>): HomeDraft[] =>
  listReadDrafts(work)
    .filter((draft) => !isSettled(draft, cases.get(draft.caseId ?? '')))
    .map((draft) => {
      const person = personOf(work.records, draft);
      const about = cases.get(draft.caseId ?? '');
      const employee = about === undefined || about.mistakenAt !== null ? null : about.summary.employeeName;
      return { ...draft, personId: person?.id ?? null, employeeName: person?.name ?? employee };
    });
