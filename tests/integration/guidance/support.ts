import { join } from 'node:path';
import { sealRecord } from '../../../electron/backend/exchange/send/seal-record.ts';
import type { RecordContent } from '../../../shared/domain/guidance/record-contents.ts';
import type { GuidanceFile } from '../../../shared/domain/guidance/working-file.ts';
import { workedCoaching } from '../../fixtures/guidance.ts';
import { type Member, outputOf } from '../../fixtures/institution.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import type { Calls } from '../../fixtures/vault-calls.ts';

/**
 * Who takes part: the own superior as coach, the employee, somebody else, and the personnel unit that publishes the
 * directory.
 */
export const guidanceCast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  coach: { person: people.assessor, roles: ['assessor', 'coach'] },
  employee: { person: people.employee, roles: ['employee'] },
  other: { person: people.otherEmployee, roles: ['employee'] },
} as const;

/** A file as its coach keeps it. */
export const begin = async (calls: Calls, file: GuidanceFile = workedCoaching()): Promise<string> =>
  (await calls.get('guidance.save', { guidanceId: null, revision: 0, file })).guidanceId;

/** Makes a record; signed at once unless it says otherwise. */
export const make = async (calls: Calls, guidanceId: string, content: RecordContent, sign = true): Promise<string> =>
  (await calls.get('guidance.makeRecord', { guidanceId, content, sign })).hash;

/** Seals a record; the paths of the files. Throws when it is refused. */
export const sendRecord = async (from: Member, to: Pick<Member, 'entryId'>, hash: string): Promise<string[]> =>
  unwrap(await sealRecord(from.exchange, outputOf(from), { hash, entryId: to.entryId })).files.map((name) =>
    join(from.outbox, name),
  );

/** The one record of a file. */
export const recordOf = async (calls: Calls, guidanceId: string, hash: string) => {
  const { records } = await calls.get('guidance.get', { guidanceId });
  const found = records.find((record) => record.hash === hash);
  if (found === undefined) throw new Error('the record is not here');
  return found;
};
