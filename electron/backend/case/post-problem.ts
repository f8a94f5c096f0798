import type { ActBody } from '@shared/domain/case/body.ts';
import type { HeaderDraft } from '@shared/domain/case/definition.ts';
import { isInPost } from '@shared/domain/case/holder.ts';
import { block, type Violation } from '@shared/domain/case/judge-header.ts';
import { samePerson } from '@shared/domain/identity/same-person.ts';
import type { RecordsReader } from '../db/handles.ts';
import { trustedDirectory } from '../identity/trusted-directory.ts';
import type { CaseFile } from './case-file.ts';
import { caseHolder } from './case-holder.ts';

/** Entered from paper in the name of somebody whose paper the law gives to others. */
export const ownRecordCode = 'ownRecord';

const ownRecord: Violation = { code: ownRecordCode, rule: 'keeper', severity: 'warning', satisfiedBy: null };

/**
 * What every receiver would hold an act for: the holder does not have the post in this case, any more or yet. From
 * paper it is then a record for oneself. Asked only where others judge acts, in a vault with a directory; who works
 * alone answers for the whole file.
 */
export const postProblem = (tx: RecordsReader, file: CaseFile, header: HeaderDraft, body: ActBody): Violation[] => {
  const holder = caseHolder(tx);
  if (holder === null || trustedDirectory(tx) === null) return [];
  const signer = {
    is: (person: Parameters<typeof samePerson>[0]) => samePerson(person, holder.person),
    has: (role: (typeof holder.roles)[number]) => holder.roles.includes(role),
  };
  if (isInPost(file.state, file.bodies, header, body, signer)) return [];
  return [header.origin === 'paper' ? ownRecord : block('authorNotInPost', 'replaced')];
};
