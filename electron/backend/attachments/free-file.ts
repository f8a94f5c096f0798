import type { RecordsTx } from '../db/transact.ts';
import { caseOfAttachment, findAttachment } from './attachment-rows.ts';

/** True for a file that is complete and belongs to no case: coaching, learning and the programme may keep it. */
export const isFreeFile = (tx: RecordsTx, id: string): boolean =>
  findAttachment(tx, 'records', id)?.complete === true && (caseOfAttachment(tx, id)?.caseId ?? null) === null;
