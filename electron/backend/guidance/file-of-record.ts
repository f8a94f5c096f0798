import type { GuidanceKind, GuidanceRecord } from '@shared/domain/guidance/record.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { sha256 } from '../crypto/hash.ts';
import type { RecordsReader } from '../db/handles.ts';
import { findGuidance } from './guidance-rows.ts';

type Named = Pick<GuidanceRecord, 'guidanceId' | 'guidance'>;

/** Id of the file beside one of the other kind that has the id already. */
const idBeside = (guidanceId: string, kind: GuidanceKind): string =>
  toHex(sha256(Buffer.from(`${kind} ${guidanceId}`))).slice(0, guidanceId.length);

/**
 * The file that a record which came belongs to: the one that it names or, where that id is used for a file of the other
 * kind, one beside it. Ids are chosen by whoever signs, so none of them keeps a record out.
 */
export const fileOfRecord = (tx: RecordsReader, { guidanceId, guidance }: Named): string => {
  const file = findGuidance(tx, guidanceId);
  return file === undefined || file.kind === guidance ? guidanceId : idBeside(guidanceId, guidance);
};

/** True when a record may lie in the file with this id. */
export const mayLieIn = ({ guidanceId, guidance }: Named, fileId: string): boolean =>
  fileId === guidanceId || fileId === idBeside(guidanceId, guidance);
