import type { ActType } from '../case/act-type.ts';
import type { Form } from '../case/routes.ts';
import { actOf, type CaseState } from '../case/state.ts';

/** Acts that tell whose post the assessor's is. */
const tellAssessor: readonly ActType[] = ['caseOpened', 'assessorReplaced'];

/**
 * What of an act is still told of a file that names the wrong employee (law: mistaken): the act that says so, whole, to
 * whoever has or had anything of the file, and the headers that everyone on it could have, so that it is understood.
 * Where the assessor says it, what tells who that is comes whole: nobody else can say it in that name. Null for every
 * other file.
 */
export const lastWord = (state: CaseState): ((hash: string) => Form) | null => {
  const { mistaken, acts, refused } = state;
  if (mistaken === null) return null;
  const reach = new Map([...acts, ...refused].map(({ hash, level }) => [hash, level]));
  const isByAssessor = actOf(state, mistaken)?.capacity === 'assessor';
  const whole = isByAssessor ? acts.filter(({ type }) => tellAssessor.includes(type)).map(({ hash }) => hash) : [];
  return (hash) => (hash === mistaken || whole.includes(hash) ? 'all' : reach.get(hash) === 0 ? 'header' : 'nothing');
};
