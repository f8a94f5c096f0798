import { isHolder } from '@shared/domain/case/holder.ts';
import { actOf, waitingAct } from '@shared/domain/case/state.ts';
import type { CaseFile } from './case-file.ts';
import type { StoredAct } from './stored-act.ts';

/**
 * Whether an act was entered by somebody else from paper in the name of the holder, who is asked "Benarkah ini
 * pernyataan Anda?" (law: answered): by the key that it names, else by its words. `ownKeys`: keys that the holder has
 * or had.
 */
export const isInMyName = (
  { shared, holder }: Pick<CaseFile, 'shared' | 'holder'>,
  ownKeys: readonly string[],
  { hash, header, body }: Pick<StoredAct, 'hash' | 'header' | 'body'>,
): boolean => {
  const asked = (waitingAct(shared, hash) ?? actOf(shared, hash))?.asks ?? null;
  if (asked === null || ownKeys.includes(header.authorKey)) return false;
  if (asked.key !== null) return ownKeys.includes(asked.key);
  return body !== null && holder !== null && isHolder(holder, body.author);
};

/** Whether an act from paper is the holder's to answer, or its denial there to be settled. */
export const mayAnswer = (
  file: Pick<CaseFile, 'shared' | 'holder' | 'byHash'>,
  ownKeys: readonly string[],
  hash: string,
): boolean => {
  const act = file.byHash.get(hash);
  if (act === undefined || ownKeys.includes(act.header.authorKey)) return false;
  return file.shared.answers[hash] === 'denied' || isInMyName(file, ownKeys, act);
};
