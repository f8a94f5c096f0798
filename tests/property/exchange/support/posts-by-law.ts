import type { PersonInput, Role } from '@shared/domain/identity/person.ts';
import type { CaseFile } from '../../../../electron/backend/case/case-file.ts';
import { type Name, persons } from './cast.ts';
import { entryIdOf } from './registry.ts';
import { count, type Vault, type World } from './world.ts';

// Whose post it was, said once more without the rules of the program: an act that has effect was signed by somebody
// whom the case had named for that post when it was signed, as far as this vault has the words that name.

type Act = CaseFile['acts'][number];

/** Whom an act names for a post; null where its words are not here. */
const namedBy = ({ header: { type }, body }: Act, post: Role): PersonInput | null | undefined => {
  const said = body?.content as Readonly<Record<string, PersonInput | null>> | undefined;
  if (post === 'assessor' && (type === 'caseOpened' || type === 'assessorReplaced')) return said?.assessor ?? null;
  if (post === 'assessorSuperior' && type === 'caseOpened') return said?.assessorSuperior ?? null;
  if (post === 'counsellor' && type === 'counsellorAssigned') return said?.counsellor ?? null;
  return undefined;
};

/** All that an act builds on and that is here. */
const pastOf = (act: Act, { byHash }: CaseFile): ReadonlyMap<string, Act> => {
  const past = new Map<string, Act>();
  const queue = [...act.header.refs, act.header.about ?? ''];
  for (let hash = queue.pop(); hash !== undefined; hash = queue.pop()) {
    const found = byHash.get(hash);
    if (found === undefined || past.has(hash)) continue;
    past.set(hash, found);
    queue.push(...found.header.refs, found.header.about ?? '');
  }
  return past;
};

/** Acts of a past that name somebody for a post, without those on which another of them builds. */
const lastNaming = (past: ReadonlyMap<string, Act>, file: CaseFile, post: Role): readonly Act[] => {
  const naming = [...past.values()].filter((act) => namedBy(act, post) !== undefined);
  return naming.filter((act) => !naming.some((later) => later !== act && pastOf(later, file).has(act.hash)));
};

const nameOfKey = (world: World, key: string): Name | undefined => {
  const { entries } = world.directory.directory;
  const entry = entries.find(({ keys }) => keys.some((known) => known.key === key));
  return (Object.keys(persons) as Name[]).find((name) => entryIdOf(name) === entry?.entryId);
};

/** Acts signed in a vault, in a post that a case gives to one person, are by the one whom it had named. */
export const checkPosts = (world: World, vault: Vault, file: CaseFile): void => {
  const effective = new Set(file.state.acts.map(({ hash }) => hash));
  for (const act of file.acts) {
    const { type, capacity, origin, authorKey } = act.header;
    if (!effective.has(act.hash) || origin !== 'vault' || type === 'caseOpened') continue;
    const past = pastOf(act, file);
    const told = lastNaming(past, file, capacity).map((naming) => ({
      person: namedBy(naming, capacity),
      hasEffect: effective.has(naming.hash),
    }));
    // One that has none, or whose words are not here, leaves open who was named.
    if (told.length === 0 || told.some(({ person, hasEffect }) => !person || !hasEffect)) continue;
    const name = nameOfKey(world, authorKey);
    count(world, 'acts in a post by name');
    if (name === undefined || !told.some(({ person }) => person?.nip === persons[name].nip))
      world.faults.push(`${vault.name} gives effect to ${type} by ${name}, who is not the ${capacity}`);
  }
};
