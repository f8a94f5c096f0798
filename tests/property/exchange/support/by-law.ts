import { type HeaderDraft, isOfV1 } from '@shared/domain/case/definition.ts';
import { inOrder } from '@shared/domain/case/order.ts';
import type { NamedHeader } from '@shared/domain/case/state.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import type { CaseFile } from '../../../../electron/backend/case/case-file.ts';
import { decidesByLaw } from '../../../fixtures/keepers-by-law.ts';
import type { Cast } from './cast.ts';
import { count, type Vault, type World } from './world.ts';

// What must hold at the end, said once more without the tables: what the tables say is the same for whoever asks them,
// so a table that is wrong looks right to every vault.

/** Of acts free at the same moment: v1, then from a vault, then from paper, last that the person is the wrong one. */
const rank = ({ header }: NamedHeader): number => {
  if (header.type === 'employeeMistaken') return 3;
  return isOfV1(header) ? 0 : header.origin === 'vault' ? 1 : 2;
};

/** What decides, entered from paper in the name of another key: nothing of it counts before that key answers. */
const waitsByLaw = ({ type, origin, namedKey = null, authorKey }: HeaderDraft): boolean =>
  origin === 'paper' && namedKey !== null && namedKey !== authorKey && decidesByLaw.includes(type);

/** What reaches everybody, each act after what it names, else by rank and hash. `met`: both formats are free. */
const orderedByLaw = (acts: readonly NamedHeader[], met: () => void): string[] => {
  const left = new Map(acts.map((act) => [act.hash, act]));
  const ordered: string[] = [];
  for (;;) {
    const free = [...left.values()].filter(
      ({ header }) => ![...header.refs, header.about ?? ''].some((name) => left.has(name)),
    );
    if (new Set(free.map(({ header }) => isOfV1(header))).size > 1) met();
    const [first] = free.sort((a, b) => rank(a) - rank(b) || (a.hash < b.hash ? -1 : 1));
    if (first === undefined) return ordered;
    ordered.push(first.hash);
    left.delete(first.hash);
  }
};

/**
 * Acts of a vault that reach everybody, with effect or without. An order is asked of all of them, never of a part. How
 * far an answer reaches follows from the act that it is about; of paper that was denied, the answer alone has effect,
 * and without that paper it would seem to be the counsellor's alone.
 */
const everyonesActs = ({ acts, state }: CaseFile): readonly NamedHeader[] => {
  const told = [...state.acts, ...state.waiting, ...state.refused].filter(({ level }) => level === 0);
  const everyones = new Set(told.map(({ hash }) => hash));
  return acts.filter(({ hash }) => everyones.has(hash));
};

/** Where acts have effect: in their place, but what waited for its author where that was confirmed (law: answered). */
const placesByLaw = (byLaw: readonly string[], { acts, state }: CaseFile): ReadonlyMap<string, number> => {
  const places = new Map(byLaw.map((hash, at) => [hash, at]));
  const effective = new Set(state.acts.map(({ hash }) => hash));
  const waited = new Set(acts.filter(({ header }) => waitsByLaw(header)).map(({ hash }) => hash));
  const answers = acts.filter(({ hash, header }) => header.type === 'paperAnswered' && effective.has(hash));
  for (const { hash, header } of answers) {
    const about = header.about ?? '';
    if (waited.has(about) && header.facts.includes('confirmed')) places.set(about, places.get(hash) ?? -1);
  }
  return places;
};

/** The order of what reaches everybody is the one of the law in every vault. */
export const checkOrder = (world: World, vault: Vault, file: CaseFile): void => {
  const known = everyonesActs(file);
  const everyones = new Set(known.map(({ hash }) => hash));
  const ordered = inOrder(file.acts).ordered.flatMap(({ hash }) => (everyones.has(hash) ? [hash] : []));
  const byLaw = orderedByLaw(known, () => count(world, 'acts of 0.3 beside acts of now'));
  if (ordered.join() !== byLaw.join()) world.faults.push(`${vault.name} orders acts otherwise than the law`);
  const place = placesByLaw(byLaw, file);
  const places = file.state.acts.flatMap(({ hash }) => (everyones.has(hash) ? [place.get(hash) ?? -1] : []));
  if (places.some((at, index) => index > 0 && at < (places[index - 1] ?? 0)))
    world.faults.push(`${vault.name} gives effect in another order than the law`);
};

/** Who reads a result beside its counsellor. */
export const readersOfResult = ({ kind }: Cast): readonly Role[] =>
  kind === 'independent'
    ? ['personnelHead', 'authorisedOfficial']
    : kind === 'trainedAssessor'
      ? ['assessorSuperior']
      : ['assessor', 'assessorSuperior'];

/** What has effect has come to somebody whom it is for: a report to the head, a result to a reader. */
export const checkArrival = (world: World, files: ReadonlyMap<string, CaseFile>): void => {
  const receivers = {
    reportSubmitted: ['personnelHead'],
    resultSigned: readersOfResult(world.cast),
  } as const;
  for (const [type, roles] of Object.entries(receivers)) {
    const readers = [...world.vaults.values()].filter(({ name }) =>
      world.cast.members[name]?.some((role) => (roles as readonly Role[]).includes(role)),
    );
    const signed = [...files.values()].flatMap(({ state }) => state.acts.filter((act) => act.type === type));
    const lacks = (file: CaseFile | undefined, hash: string): boolean =>
      (file?.byHash.get(hash)?.body ?? null) === null;
    // Whose body nobody has any more went with the vaults that had it.
    const there = signed.filter(({ hash }) => [...files.values()].some((file) => !lacks(file, hash)));
    for (const hash of new Set(there.map((act) => act.hash)))
      if (readers.length > 0 && readers.every(({ name }) => lacks(files.get(name), hash)))
        world.faults.push(`nobody whom it is for has ${type} ${hash.slice(0, 8)}`);
  }
};
