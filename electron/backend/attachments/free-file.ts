import type { RecordsReader } from '../db/handles.ts';
import { caseOfAttachment, findAttachment } from './attachment-rows.ts';

/** True for a file that is complete and belongs to no case: coaching, learning and the programme may keep it. */
export const isFreeFile = (tx: RecordsReader, id: string): boolean =>
  findAttachment(tx, 'records', id)?.complete === true && (caseOfAttachment(tx, id)?.caseId ?? null) === null;
