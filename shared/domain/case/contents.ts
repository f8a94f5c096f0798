import type { PersonInput } from '../identity/person.ts';
import type { ActType } from './act-type.ts';
import { type ActBody, type ContentOf, contentSchemas } from './body.ts';
import type { CaseState } from './state.ts';

/** Bodies that this vault holds, by the hash of their act. */
export type Bodies = ReadonlyMap<string, ActBody>;

type Content = Readonly<Record<string, unknown>>;

const isContent = (value: unknown): value is Content => typeof value === 'object' && value !== null;

/** What an act says after its latest correction; null when this vault does not hold it. */
export const currentContent = (state: CaseState, bodies: Bodies, hash: string): Content | null => {
  const correction = bodies.get(state.corrections[hash] ?? '')?.content.content;
  return isContent(correction) ? correction : (bodies.get(hash)?.content ?? null);
};

/** The same, read with the schema of its type; null also when it does not obey it. */
export const typedContent = <T extends ActType>(
  state: CaseState,
  bodies: Bodies,
  hash: string,
  type: T,
): ContentOf<T> | null => {
  const parsed = contentSchemas[type].safeParse(currentContent(state, bodies, hash));
  return parsed.success ? (parsed.data as ContentOf<T>) : null;
};

/** What the latest act of a type says after its corrections; null when there is none or it is not held. */
export const latestContent = <T extends ActType>(state: CaseState, bodies: Bodies, type: T): ContentOf<T> | null => {
  const act = state.acts.findLast((folded) => folded.type === type);
  return act === undefined ? null : typedContent(state, bodies, act.hash, type);
};

/**
 * What the acts of a type say after their corrections, oldest first, as far as this vault holds them. `until`: those
 * before this act alone; null for all.
 */
export const contentsBefore = <T extends ActType>(
  { acts, ...state }: CaseState,
  bodies: Bodies,
  type: T,
  until: string | null,
): readonly ContentOf<T>[] => {
  const end = acts.findIndex(({ hash }) => hash === until);
  return acts.slice(0, end < 0 ? acts.length : end).flatMap((act) => {
    const content = act.type === type ? typedContent({ ...state, acts }, bodies, act.hash, type) : null;
    return content === null ? [] : [content];
  });
};

/** Whose matter it is, who assesses now and who is assigned, as far as this vault knows. */
export const peopleOf = (
  state: CaseState,
  bodies: Bodies,
): Readonly<Record<'employee' | 'assessor' | 'counsellor', PersonInput | undefined>> => {
  const opened = latestContent(state, bodies, 'caseOpened');
  const replaced = latestContent(state, bodies, 'assessorReplaced');
  const { assignment } = state;
  const assigned = assignment === null ? null : typedContent(state, bodies, assignment.hash, 'counsellorAssigned');
  return {
    employee: opened?.employee,
    assessor: replaced?.assessor ?? opened?.assessor,
    counsellor: assigned?.counsellor,
  };
};
