import type { ActType } from '@shared/domain/case/act-type.ts';
import { sql } from 'drizzle-orm';
import type { RecordsDb, RecordsReader } from '../db/handles.ts';
import { loadCase } from './load-case.ts';
import type { StoredAct } from './stored-act.ts';

/** A copy of a single act that was released to the employee who holds this vault. */
export interface OwnCopy {
  readonly caseId: string;
  readonly released: StoredAct;
  readonly acknowledged: StoredAct | undefined;
  /** What the employee answered, where it is of a communication. */
  readonly answered: StoredAct | undefined;
  /** Own requests that the act be corrected of which it is a copy, each with its answer (law: rectify). */
  readonly requests: readonly { readonly request: StoredAct; readonly answer: StoredAct | undefined }[];
}

/** Cases with copies and without an opening that counts, the latest that came first. */
const casesOfCopies = (tx: RecordsReader): string[] =>
  tx
    .all<{ id: string }>(sql`
    SELECT c.id FROM cases c
    WHERE EXISTS (SELECT 1 FROM acts a
        WHERE a.case_id = c.id AND a.type = 'copyReleased' AND a.set_aside_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM acts a
        WHERE a.case_id = c.id AND a.type = 'caseOpened' AND a.set_aside_at IS NULL)
    ORDER BY c.created_at DESC, c.id`)
    .map(({ id }) => id);

/** Copies stand outside of any file of this vault: cases that hold no opening. */
export const ownCopies = (records: RecordsDb): OwnCopy[] =>
  casesOfCopies(records).flatMap((caseId) => {
    const { acts } = loadCase(records, caseId);
    const saidOf = (hash: string, type: ActType): StoredAct | undefined =>
      acts.find(({ header }) => header.type === type && header.about === hash);
    return acts
      .filter(({ header }) => header.type === 'copyReleased')
      .map((released) => ({
        caseId,
        released,
        acknowledged: saidOf(released.hash, 'copyAcknowledged'),
        answered: saidOf(released.hash, 'responseGiven'),
        requests: acts
          .filter(({ header }) => header.type === 'correctionRequested' && header.about === released.hash)
          .map((request) => ({
            request,
            answer: acts.find(({ header }) => header.type === 'correctionAnswered' && header.about === request.hash),
          })),
      }));
  });
