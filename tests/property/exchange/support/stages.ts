import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ActType } from '@shared/domain/case/act-type.ts';
import type { DirectoryEntry } from '@shared/domain/identity/directory.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import { loadCase } from '../../../../electron/backend/case/load-case.ts';
import { openCase, signAct } from './acts.ts';
import { type Cast, casts, type Name, persons } from './cast.ts';
import { addressees, deliver, destination, sealFor } from './courier.ts';
import { type BlankVault, copyRecords, makeBlank, modelFolder, removeFolder } from './model-vault.ts';
import { entryFor, firstDirectory, type Published, trustDirectory } from './registry.ts';
import { settle } from './settle.ts';
import { beginning, type Ledger, nextMoment, readLedger, startVault, type Vault, type World } from './world.ts';

/** How far the case of a history has come, everyone having what is due, before anything goes wrong. */
export const stages = ['opened', 'reported', 'decided', 'accepted', 'resulted'] as const;

/** The first act of each stage's end. */
const reached: Readonly<Record<(typeof stages)[number], ActType>> = {
  opened: 'caseOpened',
  reported: 'reportSubmitted',
  decided: 'counsellingDecided',
  accepted: 'assignmentAnswered',
  resulted: 'resultSigned',
};

interface Made {
  readonly folder: string;
  readonly caseId: string | null;
  readonly ledgers: ReadonlyMap<Name, Ledger>;
  readonly recorded: ReadonlySet<string>;
  readonly now: number;
  readonly salts: ReadonlyMap<string, number>;
}

/** Beginnings of histories, each made once. */
export interface Stages {
  readonly begin: (cast: number, stage: number) => Promise<World>;
  readonly close: () => Promise<void>;
}

const membersOf = ({ members }: Cast): [Name, readonly Role[]][] =>
  Object.entries(members) as [Name, readonly Role[]][];

const lawful = { how: 'due', type: 0, variant: 1, about: 0, paper: false } as const;

/** What is due to anyone leaves and arrives at once. */
const passOn = async (world: World, vault: Vault): Promise<void> => {
  for (const receiver of addressees(world, vault)?.receivers ?? []) {
    const flight = await sealFor(world, vault, receiver);
    if (typeof flight === 'string') continue;
    const to = destination(world, flight);
    const held = to === undefined ? 'nobody has its key' : await deliver(world, flight, to);
    if (held !== null) throw new Error(`${world.cast.title}: ${held}`);
  }
};

const hasCome = ({ vaults, caseId }: World, to: ActType): boolean =>
  [...vaults.values()].some(
    ({ open }) => caseId !== null && loadCase(open.records, caseId).state.acts.some(({ type }) => type === to),
  );

/** Everyone does in turn what the case waits for, and all of it arrives, until an act of this type was signed. */
const advance = async (world: World, until: ActType): Promise<void> => {
  if (world.caseId === null) openCase(world);
  for (let turn = 0; !hasCome(world, until); turn += 1) {
    if (turn > 40) throw new Error(`${world.cast.title} never comes to ${until}`);
    for (const vault of world.vaults.values()) {
      nextMoment(world, 2_000_000 + world.recorded.size);
      const signed = signAct(world, vault, { ...lawful, type: turn });
      if (signed !== null) await passOn(world, vault);
      if (hasCome(world, until)) break;
    }
  }
  await settle(world, 0);
};

/** Makes beginnings in a folder of their own. */
export const makeStages = (): Stages => {
  const root = modelFolder();
  const blanks = new Map<string, Promise<BlankVault>>();
  const made = new Map<string, Promise<Made>>();

  const blankOf = (cast: number, name: Name, roles: readonly Role[], life: 1 | 2): Promise<BlankVault> => {
    const label = `${cast}-${name}-${life}`;
    const known = blanks.get(label) ?? makeBlank(join(root, 'blank', label), persons[name], roles);
    blanks.set(label, known);
    return known;
  };

  const livesOf = async (cast: number, shape: Cast, life: 1 | 2): Promise<Map<Name, BlankVault>> => {
    const made = membersOf(shape).map(async ([name, roles]) => [name, await blankOf(cast, name, roles, life)] as const);
    return new Map(await Promise.all(made));
  };

  /** A world in a folder of its own: that of an earlier stage, or one in which nothing has happened. */
  const worldOf = async (cast: number, folder: string, from: Made | null): Promise<World> => {
    const shape = casts[cast];
    if (shape === undefined) throw new Error('no such cast');
    const first = await livesOf(cast, shape, 1);
    const entries = [...first].map(([name, { identity }]) =>
      entryFor(name, persons[name], shape.members[name] ?? [], identity),
    );
    const begin = ([name, blank]: [Name, BlankVault]) => {
      const source = from === null ? blank.folder : join(from.folder, name);
      return [name, startFrom(name, blank, source, folder, from?.ledgers.get(name) ?? new Map())] as const;
    };
    return {
      cast: shape,
      folder,
      vaults: new Map([...first].map(begin)),
      spares: await livesOf(cast, shape, 2),
      directory: directoryOf(cast, entries),
      flights: [],
      sealed: 0,
      caseId: from?.caseId ?? null,
      now: from?.now ?? beginning,
      script: [],
      faults: [],
      salts: new Map(from?.salts),
      counts: new Map(),
      recorded: new Set(from?.recorded),
    };
  };

  const directories = new Map<number, Published>();
  const directoryOf = (cast: number, entries: readonly DirectoryEntry[]): Published => {
    const known = directories.get(cast) ?? firstDirectory(entries);
    directories.set(cast, known);
    return known;
  };

  const startFrom = (name: Name, blank: BlankVault, from: string, folder: string, ledger: Ledger) => {
    const own = join(folder, name);
    copyRecords(from, own);
    return startVault(name, blank, own, ledger);
  };

  const make = async (cast: number, stage: number): Promise<Made> => {
    const folder = join(root, 'stage', `${cast}-${stage}`);
    const world = await worldOf(cast, folder, stage === 0 ? null : await madeOf(cast, stage - 1));
    if (stage === 0) for (const vault of world.vaults.values()) trustDirectory(vault.open, world.directory);
    await advance(world, reached[stages[stage] ?? 'opened']);
    if (world.faults.length > 0)
      throw new Error(`${world.cast.title}: ${world.faults.join('\n')}\n${world.script.join('\n')}`);
    const ledgers = new Map([...world.vaults].map(([name, vault]) => [name, readLedger(vault)]));
    for (const { open } of world.vaults.values()) open.close();
    return { folder, caseId: world.caseId, ledgers, recorded: world.recorded, now: world.now, salts: world.salts };
  };

  const madeOf = (cast: number, stage: number): Promise<Made> => {
    const label = `${cast}-${stage}`;
    const known = made.get(label) ?? make(cast, stage);
    made.set(label, known);
    return known;
  };

  return {
    begin: async (cast, stage) => {
      const from = await madeOf(cast, stage);
      const folder = join(root, 'history');
      rmSync(folder, { recursive: true, force: true });
      return worldOf(cast, folder, from);
    },
    close: async () => {
      for (const blank of blanks.values()) (await blank).notes().$client.close();
      removeFolder(root);
    },
  };
};
