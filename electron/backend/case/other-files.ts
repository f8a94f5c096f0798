import type { PersonInput } from '@shared/domain/identity/person.ts';
import { goingOnFrom, type OpeningsHere } from '@shared/domain/package/openings.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { countFileAgain, filesAside, hashOf, type OpenedFile, openingRowOf, setFileAside } from './act-rows.ts';
import { settleIdentity } from './answer-identity.ts';
import { touchCase } from './case-revision.ts';
import { settleMistaken } from './settle-mistaken.ts';
import { actsAside } from './stored-act.ts';

/** Whom a case is about while no act at hand says it. */
export const unknownEmployee: PersonInput = {
  name: '–',
  nip: '',
  rank: '',
  position: '',
  unit: '',
  employmentStatus: 'other',
};

/** What was opened under an id, as far as it is here. */
export const openingsHere = (tx: RecordsReader, caseId: string): OpeningsHere => {
  const row = openingRowOf(tx, caseId);
  const aside = filesAside(tx, caseId).flatMap((file) =>
    [...goingOnFrom(file.opening, actsAside(tx, file).acts)].map((hash) => [hash, file.opening] as const),
  );
  return { stands: row === undefined ? null : hashOf(row), aside: new Map(aside) };
};

/**
 * Lets the file of another opening count under an id, in the caller's transaction: what counts now is set aside whole,
 * with its papers, and what of the other one was set aside before counts again. Nothing is deleted. Gives the opening
 * that counted before; null for none.
 */
export const letCount = (work: Workspace, tx: RecordsWriter, file: OpenedFile): string | null => {
  const { caseId } = file;
  const { stands } = openingsHere(tx, caseId);
  if (stands !== null) {
    setFileAside(tx, { caseId, opening: stands }, toIsoInstant(work.clock.now()));
    appendAudit(work, tx, { kind: 'fileSetAside', subject: stands });
  }
  countFileAgain(tx, file);
  settleIdentity(work, tx, caseId, unknownEmployee);
  settleMistaken(work, tx, caseId);
  touchCase(work, caseId);
  return stands;
};
