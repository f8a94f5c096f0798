import { isOwnAnswer } from '@shared/domain/case/acts/answers.ts';
import type { ActBody } from '@shared/domain/case/body.ts';
import type { HeaderDraft } from '@shared/domain/case/definition.ts';
import { namedKeyOf } from '@shared/domain/case/header.ts';
import { type Holder, isInPost } from '@shared/domain/case/holder.ts';
import { block, type Violation } from '@shared/domain/case/judge-header.ts';
import { findKey } from '@shared/domain/identity/directory.ts';
import type { RecordsReader } from '../db/handles.ts';
import { trustedDirectory } from '../identity/trusted-directory.ts';
import { whoIsWhoHere } from '../identity/who-is-who.ts';
import type { CaseFile } from './case-file.ts';
import { caseHolder, signerOf } from './case-holder.ts';
import { isInMyName } from './in-my-name.ts';

/**
 * Whether an answer to what was entered from paper in one's name is by the person whose key that names, or whom its
 * words name where it names none.
 */
const isOwnToSay = (tx: RecordsReader, file: CaseFile, holder: Holder, header: HeaderDraft): boolean => {
  const asked = isOwnAnswer(header) ? file.byHash.get(header.about ?? '') : undefined;
  if (asked === undefined) return true;
  const directory = trustedDirectory(tx)?.directory;
  // Alone nobody is asked.
  if (directory === undefined) return false;
  const named = namedKeyOf(asked.header);
  const isHolders = (key: string): boolean => {
    const entry = findKey(directory, key)?.entry;
    return entry !== undefined && whoIsWhoHere(tx, null).ofEntry(entry, holder.person) !== 'other';
  };
  return named === null ? !isHolders(asked.header.authorKey) && isInMyName(file, [], asked) : isHolders(named);
};

/**
 * What every receiver would refuse an act of its author's vault for: the holder does not have the post in this case,
 * any more or yet, or answers what is in another's name. Posts are asked only where others judge acts, in a vault with
 * a directory; who works alone answers for the whole file.
 */
export const postProblem = (tx: RecordsReader, file: CaseFile, header: HeaderDraft, body: ActBody): Violation[] => {
  const holder = caseHolder(tx);
  if (holder === null || header.origin === 'paper') return [];
  if (!isOwnToSay(tx, file, holder, header)) return [block('answerNotYours', 'answered')];
  const isAlone = trustedDirectory(tx) === null;
  return isAlone || isInPost(file.state, file.bodies, header, body, signerOf(holder))
    ? []
    : [block('authorNotInPost', 'replaced')];
};
