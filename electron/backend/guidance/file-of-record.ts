import type { GuidanceRecord } from '@shared/domain/guidance/record.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { sha256 } from '../crypto/hash.ts';

/** Id of the file beside the one that a record names, the same for all records of that kind and leader. */
export const fileBeside = ({ guidanceId, guidance, leader }: GuidanceRecord): string => {
  const who = leader.nip === '' ? `${leader.name} ${leader.unit}` : leader.nip;
  return toHex(sha256(Buffer.from(`${guidanceId} ${guidance} ${who}`))).slice(0, guidanceId.length);
};

/**
 * True when a record may lie in the file with this id: the one that it names or, since ids are chosen by whoever signs
 * and another may have been first, the one beside it.
 */
export const mayLieIn = (record: GuidanceRecord, fileId: string): boolean =>
  fileId === record.guidanceId || fileId === fileBeside(record);
