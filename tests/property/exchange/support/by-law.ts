import { isOfV1 } from '@shared/domain/case/definition.ts';
import { inOrder } from '@shared/domain/case/order.ts';
import type { NamedHeader } from '@shared/domain/case/state.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import type { CaseFile } from '../../../../electron/backend/case/case-file.ts';
import type { Cast } from './cast.ts';
import { count, type Vault, type World } from './world.ts';

// What must hold at the end, said once more without the tables: what the tables say is the same for whoever asks them,
// so a table that is wrong looks right to every vault.

/** Of acts free at the same moment: v1, then from a vault, then from paper, last that the person is the wrong one. */
const rank = ({ header }: NamedHeader): number => {
  if (header.type === 'employeeMistaken') return 3;
  return isOfV1(header) ? 0 : header.origin === 'vault' ? 1 : 2;
};

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

/** The order of what reaches everybody is the one of the law in every vault. */
export const checkOrder = (world: World, vault: Vault, { acts, state }: CaseFile): void => {
  const everyones = new Set(state.acts.filter(({ level }) => level === 0).map(({ hash }) => hash));
  const known = acts.filter(({ hash }) => everyones.has(hash));
  const ordered = inOrder(known).ordered.map(({ hash }) => hash);
  const told = state.acts.filter(({ hash, type }) => everyones.has(hash) && type !== 'paperAnswered');
  const byLaw = orderedByLaw(known, () => count(world, 'acts of 0.3 beside acts of now'));
  if (ordered.join() !== byLaw.join()) world.faults.push(`${vault.name} orders acts otherwise than the law`);
  const place = new Map(byLaw.map((hash, at) => [hash, at]));
  const places = told.map(({ hash }) => place.get(hash) ?? -1);
  if (places.some((at, index) => index > 0 && at < (places[index - 1] ?? 0)) && state.refused.length === 0)
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
