import { isOwnAnswer } from '@shared/domain/case/acts/answers.ts';
import type { ActBody } from '@shared/domain/case/body.ts';
import type { HeaderDraft } from '@shared/domain/case/definition.ts';
import { namedKeyOf } from '@shared/domain/case/header.ts';
import { isInPost } from '@shared/domain/case/holder.ts';
import { block, type Violation } from '@shared/domain/case/judge-header.ts';
import { findKey } from '@shared/domain/identity/directory.ts';
import type { RecordsReader } from '../db/handles.ts';
import { trustedDirectory } from '../identity/trusted-directory.ts';
import { whoIsWhoHere } from '../identity/who-is-who.ts';
import type { CaseFile } from './case-file.ts';
import { caseHolder, signerOf } from './case-holder.ts';

/** Whether an answer to what was entered from paper in one's name is by the person whose key that names. */
const isOwnToSay = (tx: RecordsReader, { byHash }: CaseFile, header: HeaderDraft): boolean => {
  const asked = isOwnAnswer(header) ? byHash.get(header.about ?? '') : undefined;
  const named = asked && namedKeyOf(asked.header);
  if (named === undefined) return true;
  const entry = named === null ? undefined : findKey(trustedDirectory(tx)?.directory ?? { entries: [] }, named)?.entry;
  const holder = caseHolder(tx);
  return entry !== undefined && holder !== null && whoIsWhoHere(tx, null).ofEntry(entry, holder.person) !== 'other';
};

/**
 * What every receiver would refuse an act of its author's vault for: the holder does not have the post in this case,
 * any more or yet. Asked only where others judge acts, in a vault with a directory; who works alone answers for the
 * whole file.
 */
export const postProblem = (tx: RecordsReader, file: CaseFile, header: HeaderDraft, body: ActBody): Violation[] => {
  const holder = caseHolder(tx);
  if (holder === null || header.origin === 'paper' || trustedDirectory(tx) === null) return [];
  if (!isInPost(file.state, file.bodies, header, body, signerOf(holder))) return [block('authorNotInPost', 'replaced')];
  return isOwnToSay(tx, file, header) ? [] : [block('answerNotYours', 'answered')];
};
