import { isDeepStrictEqual } from 'node:util';
import type { ActBody } from '@shared/domain/case/body.ts';
import { isOfV1 } from '@shared/domain/case/definition.ts';
import { foldCase } from '@shared/domain/case/fold.ts';
import { foldFor, sightOfRoles } from '@shared/domain/case/holder.ts';
import { deliveries, type Form } from '@shared/domain/case/routes.ts';
import { actOf, type NamedHeader } from '@shared/domain/case/state.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import { isOfEntry } from '@shared/domain/identity/sameness.ts';
import { receiversOf } from '@shared/domain/package/receivers.ts';
import { toLocalDay } from '@shared/kernel/date.ts';
import type { CaseFile } from '../../../../electron/backend/case/case-file.ts';
import { verifyAudit } from '../../../../electron/backend/trail/audit-chain.ts';
import { checkArrival, checkOrder, readersOfResult } from './by-law.ts';
import { persons, usualHolder } from './cast.ts';
import { addressees } from './courier.ts';
import { withFollowers } from './excused.ts';
import { checkSameActs } from './mixed.ts';
import { checkPosts } from './posts-by-law.ts';
import { entryIdOf } from './registry.ts';
import { fileOf, keysOf, sharedOf, sightIn } from './shared-file.ts';
import { checkLedger, count, type Vault, type World } from './world.ts';

interface KnownAct extends NamedHeader {
  readonly body: ActBody | null;
}

const short = (hash: string): string => hash.slice(0, 8);

/** Own records are nowhere but in the vault of who entered them. */
const checkOwnRecords = (world: World, whole: ReadonlyMap<Vault, CaseFile>): void => {
  for (const [vault, file] of whole) {
    const shared = sharedOf(vault, file);
    for (const { hash, header } of file.acts) {
      if (shared.byHash.has(hash)) continue;
      count(world, 'own records');
      if (isOfV1(header)) {
        // Version 0.3 sent it to others, who keep it: from now on it leaves no more.
        world.keptPaper.add(hash);
        continue;
      }
      for (const [other, { byHash }] of whole)
        if (other !== vault && byHash.has(hash))
          world.faults.push(`${other.name} has ${header.type} ${short(hash)}, a record of ${vault.name} alone`);
    }
  }
};

/** Everything that exists of the case in any vault, with its body where anyone has it. */
const everything = (files: ReadonlyMap<string, CaseFile>): Map<string, KnownAct> => {
  const all = new Map<string, KnownAct>();
  for (const file of files.values())
    for (const { hash, header, body } of file.acts)
      if ((all.get(hash)?.body ?? null) === null) all.set(hash, { hash, header, body });
  return all;
};

/** Roles in which each takes part at the end, told by the whole case. */
const partsOf = (world: World, acts: readonly KnownAct[]): ReadonlyMap<string, readonly Role[]> => {
  const bodies = new Map(acts.flatMap(({ hash, body }) => (body === null ? [] : [[hash, body] as const])));
  const chosen = Object.fromEntries(
    Object.entries(usualHolder).map(([role, names]) => {
      const there = names.filter((name) => world.cast.members[name]?.includes(role as Role));
      return [role, entryIdOf(there[0] ?? '')];
    }),
  );
  const { known } = receiversOf({
    state: foldCase(acts),
    bodies,
    directory: world.directory.directory,
    who: { ofEntry: (entry, person) => isOfEntry(world.directory.directory.entries, () => undefined, entry, person) },
    ownEntryId: '',
    chosen,
    today: toLocalDay(world.now),
  });
  return new Map(known.map(({ entry, roles }) => [entry.entryId, roles]));
};

/** What of each act a vault is due when the whole case is known; own acts come back whole. */
const dueOf = (world: World, vault: Vault, roles: readonly Role[], all: ReadonlyMap<string, KnownAct>) => {
  const acts = [...all.values()];
  const lenient = foldCase(acts, 0);
  const state = foldCase(acts, sightOfRoles(lenient, roles));
  const own = keysOf(world, vault);
  return ({ hash, header }: KnownAct): Form => {
    if (own.includes(header.authorKey)) return 'all';
    const forms = deliveries(actOf(state, hash) ?? header, state);
    const due = roles.filter((role) => role !== 'employee').map((role) => forms[role]);
    if (due.includes('all')) return 'all';
    return due.includes('header') ? 'header' : 'nothing';
  };
};

/**
 * True when an act on paper lies with someone who cannot tell who its reader is: the assignment goes to few. That vault
 * shows it as a post to which something is due and that nobody is known to hold.
 */
const isUnaddressed = (world: World, vault: Vault, { hash, header }: KnownAct, what: 'body' | 'act'): boolean =>
  header.origin === 'paper' &&
  [...world.vaults.values()].every((holder) => {
    const known = addressees(world, holder);
    const receiver = known?.receivers.find(({ entry }) => entry.entryId === entryIdOf(vault.name));
    const here = known?.cased.file.byHash.get(hash);
    if (known === null || receiver === undefined || here === undefined) return true;
    // Known as the holder of another post, or by a key alone, is not known as the reader.
    const { state } = known.cased.file;
    const forms = receiver.roles.map((role) => deliveries(actOf(state, hash) ?? header, state)[role]);
    return what === 'body' ? here.body === null || !forms.includes('all') : forms.every((form) => form === 'nothing');
  });

/** Roles whose vaults pass on what others signed. */
const passingOn: readonly Role[] = ['personnelOfficer', 'personnelHead', 'authorisedOfficial'];

/** Whether a vault may send an act to somebody at all: the own ones, as the unit, or of the same post. */
const maySend = (world: World, holder: Vault, to: Vault, { header }: KnownAct): boolean => {
  const [own, others] = [holder, to].map(({ name }): readonly Role[] => world.cast.members[name] ?? []);
  const passesOn = own?.some((role) => passingOn.includes(role) || others?.includes(role)) ?? false;
  return passesOn || keysOf(world, holder).includes(header.authorKey);
};

/**
 * True when an author's new vault has an own act again, and nothing else of the file, so that it knows nobody to send
 * it to; and the others who have it pass on nothing. So it is once the unit has lost its vaults as well.
 */
const isOrphan = (world: World, vault: Vault, act: KnownAct): boolean =>
  act.header.origin === 'vault' &&
  [...world.vaults.values()].every((holder) => {
    const known = addressees(world, holder);
    const isHere = known?.cased.file.byHash.has(act.hash) ?? false;
    const isKnown = known?.receivers.some(({ entry }) => entry.entryId === entryIdOf(vault.name)) ?? false;
    return !isHere || !isKnown || !maySend(world, holder, vault, act);
  });

/** True where an act is due that nobody can send. */
const isOutOfReach = (world: World, vault: Vault, act: KnownAct): boolean =>
  isUnaddressed(world, vault, act, 'act') || isOrphan(world, vault, act);

const checkHoldings = (
  world: World,
  vault: Vault,
  file: CaseFile | null,
  all: ReadonlyMap<string, KnownAct>,
  form: (act: KnownAct) => Form,
): void => {
  for (const act of all.values()) {
    const due = form(act);
    const here = file?.byHash.get(act.hash);
    const label = `${act.header.type} ${short(act.hash)}`;
    if (due === 'nothing' && here !== undefined) count(world, 'held beyond what is due now');
    const isNowhere = due !== 'nothing' && here === undefined;
    if (isNowhere && isOutOfReach(world, vault, act)) count(world, 'due, and sent by nobody');
    else if (isNowhere) world.faults.push(`${vault.name} lacks ${label}, due ${due}`);
    if (due !== 'all' || here === undefined || here.body !== null || act.body === null) continue;
    if (isUnaddressed(world, vault, act, 'body')) count(world, 'paper whose reader nobody knows');
    else world.faults.push(`${vault.name} has no body of ${label}`);
  }
};

/**
 * What of each act a vault is due at least, told by everything and by everything without what somebody is excused from
 * having: whoever lacks that may take others for the holders of posts. `excused`: what this vault need not have.
 */
const dueAtLeast = (
  world: World,
  vault: Vault,
  all: ReadonlyMap<string, KnownAct>,
  { doubtful, excused }: { readonly doubtful: ReadonlySet<string>; readonly excused: (hash: string) => boolean },
): ((act: KnownAct) => Form) => {
  const forms = [all, new Map([...all].filter(([hash]) => !doubtful.has(hash)))].map((known) =>
    dueOf(world, vault, partsOf(world, [...known.values()]).get(entryIdOf(vault.name)) ?? [], known),
  );
  return (act) => {
    const due = forms.map((form) => form(act));
    if (excused(act.hash) || due.includes('nothing')) return 'nothing';
    return due.includes('header') ? 'header' : 'all';
  };
};

/** Of a file about the wrong person nothing leaves but that it is so (law: mistaken): whoever has anything knows it. */
const checkToldEnd = (world: World, vault: Vault, file: CaseFile | null): void => {
  if (vault.name !== 'employee' && file !== null && file.acts.length > 0 && file.state.mistaken === null)
    world.faults.push(`${vault.name} was not told that the file is about the wrong person`);
};

/** What nobody may ever see, whatever happened: told by the law alone (law: sight, route). */
const checkSecrets = (world: World, vault: Vault, file: CaseFile | null): void => {
  const roles = world.cast.members[vault.name] ?? [];
  if (vault.name === 'employee' && (file?.acts.length ?? 0) > 0) world.faults.push('the employee has acts of the file');
  for (const { header, body, hash } of file?.acts ?? []) {
    const counsellorAlone = /^(consent|referral)Recorded$/.test(header.type);
    const entered = header.origin === 'paper' && keysOf(world, vault).includes(header.authorKey);
    if (counsellorAlone && !entered && !roles.includes('counsellor'))
      world.faults.push(`${vault.name} sees ${header.type} ${short(hash)}`);
    const secret = header.type === 'resultSigned' && body !== null;
    // Whoever counsels as the assessor has the own result.
    const mayRead: readonly Role[] = ['counsellor', ...readersOfResult(world.cast)];
    if (secret && !entered && !roles.some((role) => mayRead.includes(role)))
      world.faults.push(`${vault.name} reads the result ${short(hash)}`);
  }
};

/** What must hold of one vault, told by the law alone. */
const checkByLaw = (world: World, vault: Vault, file: CaseFile | null): void => {
  checkSecrets(world, vault, file);
  if (file === null) return;
  checkOrder(world, vault, file);
  checkPosts(world, vault, file);
};

const checkFold = (
  world: World,
  vault: Vault,
  file: CaseFile,
  all: ReadonlyMap<string, KnownAct>,
  form: (act: KnownAct) => Form,
  roles: readonly Role[],
): void => {
  const expected = [...all.values()].filter(
    (act) => file.byHash.has(act.hash) || (form(act) !== 'nothing' && !isOutOfReach(world, vault, act)),
  );
  const holder = { person: persons[vault.name], roles: world.cast.members[vault.name] ?? [] };
  const state = foldFor(expected, file.bodies, holder);
  if (!isDeepStrictEqual(state, file.state))
    world.faults.push(`${vault.name} folds otherwise than everything due to it (${roles.join(' ')})`);
};

/**
 * Two files without what only one of them has and the other is excused from having, and all that builds on it; the same
 * two where there is nothing of that kind. The others have the same order and effect without them.
 */
const withoutExcused = (
  pair: readonly [CaseFile, CaseFile],
  isExcused: (hash: string) => boolean,
): readonly [CaseFile, CaseFile] => {
  const [one, other] = pair;
  const apart = [...one.acts, ...other.acts]
    .map(({ hash }) => hash)
    .filter((hash) => isExcused(hash) && one.byHash.has(hash) !== other.byHash.has(hash));
  if (apart.length === 0) return pair;
  const dropped = withFollowers(apart, [...one.acts, ...other.acts]);
  const rest = (file: CaseFile): CaseFile => {
    const acts = file.acts.filter(({ hash }) => !dropped.has(hash));
    const byHash = new Map(acts.map((act) => [act.hash, act]));
    return { ...file, acts, byHash, state: foldFor(acts, file.bodies, file.holder) };
  };
  return [rest(one), rest(other)];
};

/**
 * What a session became, the counsellor alone sees. A change of its time in the format of 0.3 is judged by that all the
 * same, as 0.3 did: acts of v1 keep their effect.
 */
const isOldReschedule = (code: string, act: KnownAct | undefined): boolean =>
  code === 'sessionNotPlanned' && act !== undefined && isOfV1(act.header);

/** Codes of gates that who sees less passes over (`evidence` in the acts table). */
const beyondSight = [
  'statusUnfounded',
  'closingReasonUnfounded',
  'closingNotDecided',
  'sessionNotHeld',
  'nothingEnded',
];

/**
 * Two who take part agree on the order of what has effect for both, and on what has effect, as far as both see: where
 * one sees further and found there something that the other cannot judge, only the order is compared.
 */
const checkPair = (
  world: World,
  [a, b]: readonly [Vault, Vault],
  files: ReadonlyMap<string, CaseFile>,
  all: ReadonlyMap<string, KnownAct>,
  isExcused: (hash: string) => boolean,
): void => {
  const whole = [files.get(a.name), files.get(b.name)];
  if (whole[0] === undefined || whole[1] === undefined) return;
  const [one, other] = withoutExcused([whole[0], whole[1]], isExcused);
  count(world, 'pairs compared');
  if (one !== whole[0]) count(world, 'pairs compared without what one is excused from');
  const sights = [sightIn(one), sightIn(other)];
  const sees = Math.min(...sights);
  const common = (file: CaseFile, than: CaseFile): string[] =>
    file.state.acts.filter(({ hash, level }) => level <= sees && than.byHash.has(hash)).map(({ hash }) => hash);
  const [left, right] = [common(one, other), common(other, one)];
  const both = left.filter((hash) => right.includes(hash));
  if (
    !isDeepStrictEqual(
      both,
      right.filter((hash) => both.includes(hash)),
    )
  )
    world.faults.push(`${a.name} and ${b.name} disagree on the order`);
  const refusedBeyond = [one, other].some(({ state }) =>
    state.refused.some(
      ({ code, level, hash }) => level > sees || beyondSight.includes(code) || isOldReschedule(code, all.get(hash)),
    ),
  );
  if (sights[0] !== sights[1] && refusedBeyond) return;
  const differs = [...left.filter((hash) => !right.includes(hash)), ...right.filter((hash) => !left.includes(hash))];
  if (differs.length === 0) return;
  const reason = (file: CaseFile, hash: string) =>
    file.state.refused.find((act) => act.hash === hash)?.code ?? 'effect';
  const told = differs.map(
    (hash) => `${all.get(hash)?.header.type} ${short(hash)} (${reason(one, hash)}, ${reason(other, hash)})`,
  );
  world.faults.push(`${a.name} and ${b.name} disagree: ${told.join(', ')}`);
};

/** The case in every vault that has it, each vault checked by itself. */
const checkedFiles = (world: World, caseId: string): ReadonlyMap<Vault, CaseFile> => {
  const whole = new Map<Vault, CaseFile>();
  for (const vault of world.vaults.values()) {
    checkLedger(world, vault);
    const file = fileOf(vault, caseId);
    if (file !== null) whole.set(vault, file);
    if (file !== null && (file.broken.length > 0 || file.acts.some(({ damage }) => damage !== null)))
      world.faults.push(`${vault.name} has damaged acts`);
    if (verifyAudit(vault.open.records).broken !== null) world.faults.push(`${vault.name} has a broken audit chain`);
  }
  return whole;
};

/** Checks everything that must hold once a history has come to rest. */
export const checkEnd = (world: World): void => {
  const { caseId } = world;
  if (caseId === null) return;
  const vaults = [...world.vaults.values()];
  const whole = checkedFiles(world, caseId);
  checkOwnRecords(world, whole);
  const files = new Map([...whole].map(([vault, file]) => [vault.name, sharedOf(vault, file)]));
  const all = everything(files);
  const acts = [...all.values()];
  const parts = partsOf(world, acts);
  const active: Vault[] = [];
  const isMistaken = foldCase(acts).mistaken !== null;
  if (isMistaken) count(world, 'histories about the wrong person');
  const doubtful = withFollowers([...world.keptPaper, ...[...world.excused.values()].flatMap((set) => [...set])], acts);
  if (doubtful.size > 0) count(world, 'histories with acts that somebody is excused from having');
  for (const vault of vaults) {
    const roles = parts.get(entryIdOf(vault.name)) ?? [];
    const file = files.get(vault.name) ?? null;
    checkByLaw(world, vault, file);
    if (isMistaken) checkToldEnd(world, vault, file);
    const excused = (hash: string): boolean =>
      isMistaken || world.keptPaper.has(hash) || (world.excused.get(vault.name)?.has(hash) ?? false);
    const form = dueAtLeast(world, vault, all, { doubtful, excused });
    checkHoldings(world, vault, file, all, form);
    if (file === null || !roles.some((role) => role !== 'employee')) continue;
    active.push(vault);
    checkFold(world, vault, file, all, form, roles);
  }
  if (!isMistaken && doubtful.size === 0) checkArrival(world, files);
  const isExcused = (hash: string): boolean => isMistaken || doubtful.has(hash);
  for (const [at, a] of active.entries())
    for (const b of active.slice(at + 1)) checkPair(world, [a, b], files, all, isExcused);
  checkSameActs(world, caseId);
  for (const { state } of files.values()) {
    count(world, 'acts with effect', state.acts.length);
    count(world, 'acts without effect', state.refused.length);
  }
  count(world, 'lost for good', [...world.recorded].filter((hash) => !all.has(hash)).length);
};
