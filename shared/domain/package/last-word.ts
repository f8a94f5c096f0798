import type { Form } from '../case/routes.ts';
import type { CaseState } from '../case/state.ts';

/**
 * What of an act is still told of a file that names the wrong employee (law: mistaken): the act that says so, whole, to
 * whoever has or had anything of the file, and the headers that everyone on it could have, so that it is understood.
 * Null for every other file.
 */
export const lastWord = ({ mistaken, acts, refused }: CaseState): ((hash: string) => Form) | null => {
  if (mistaken === null) return null;
  const reach = new Map([...acts, ...refused].map(({ hash, level }) => [hash, level]));
  return (hash) => (hash === mistaken ? 'all' : reach.get(hash) === 0 ? 'header' : 'nothing');
};
