import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ActType } from '@shared/domain/case/act-type.ts';
import type { DirectoryEntry } from '@shared/domain/identity/directory.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import { type Cast, casts, type Name, persons } from './cast.ts';
import { destination } from './courier.ts';
import { withRandom } from './dice.ts';
import { arrive } from './mixed.ts';
import { type BlankVault, copyRecords, modelFolder, removeFolder } from './model-vault.ts';
import type { Program } from './program.ts';
import { programOf03, programOfNow } from './programs.ts';
import { entryFor, firstDirectory, type Published } from './registry.ts';
import { settle } from './settle.ts';
import {
  beginning,
  count,
  type Ledger,
  nextMoment,
  readLedger,
  startVault,
  typesIn,
  type Vault,
  type World,
} from './world.ts';

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
  /** `mixed`: everyone has worked with version 0.3 up to here, and still does. */
  readonly begin: (cast: number, stage: number, mixed: boolean) => Promise<World>;
  readonly close: () => Promise<void>;
}

const membersOf = ({ members }: Cast): [Name, readonly Role[]][] =>
  Object.entries(members) as [Name, readonly Role[]][];

const lawful = { how: 'due', type: 0, variant: 1, about: 0, paper: false } as const;

/** What is due to anyone leaves and arrives at once. */
const passOn = async (world: World, vault: Vault): Promise<void> => {
  const { addressees, sealFor } = vault.program;
  for (const receiver of addressees(world, vault)?.receivers ?? []) {
    const flight = await sealFor(world, vault, receiver);
    if (typeof flight === 'string') continue;
    const to = destination(world, flight);
    const held = to === undefined ? 'nobody has its key' : await arrive(world, flight, to);
    if (held !== null) throw new Error(`${world.cast.title}: ${held}`);
  }
};

const hasCome = ({ vaults }: World, to: ActType): boolean =>
  [...vaults.values()].some((vault) => typesIn(vault).includes(to));

/** Everyone does in turn what the case waits for, and all of it arrives, until an act of this type was signed. */
const advance = async (world: World, until: ActType): Promise<void> => {
  if (world.caseId === null) world.vaults.get(world.cast.opener)?.program.openCase(world);
  for (let turn = 0; !hasCome(world, until); turn += 1) {
    if (turn > 40) throw new Error(`${world.cast.title} never comes to ${until}`);
    for (const vault of world.vaults.values()) {
      nextMoment(world, 2_000_000 + world.recorded.size);
      const signed = vault.program.signAct(world, vault, { ...lawful, type: turn });
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

  const blankOf = (program: Program, label: string, name: Name, roles: readonly Role[]): Promise<BlankVault> => {
    const make = () => program.makeBlank(join(root, 'blank', label), persons[name], roles);
    const known = blanks.get(label) ?? withRandom(label, make);
    blanks.set(label, known);
    return known;
  };

  const blanksOf = async (program: Program, shape: Cast, label: string): Promise<Map<Name, BlankVault>> => {
    const made = new Map<Name, BlankVault>();
    // One after the other: the random bytes of one are none of the other's.
    for (const [name, roles] of membersOf(shape))
      made.set(name, await blankOf(program, `${label}-${name}`, name, roles));
    return made;
  };

  /** A world in a folder of its own: that of an earlier stage, or one in which nothing has happened. */
  const worldOf = async (program: Program, cast: number, folder: string, from: Made | null): Promise<World> => {
    const shape = casts[cast];
    if (shape === undefined) throw new Error('no such cast');
    const first = await blanksOf(program, shape, `${program.version}-${cast}`);
    const entries = [...first].map(([name, { identity }]) =>
      entryFor(name, persons[name], shape.members[name] ?? [], identity),
    );
    const begin = ([name, blank]: [Name, BlankVault]) => {
      const source = from === null ? blank.folder : join(from.folder, name);
      const own = join(folder, name);
      copyRecords(source, own);
      return [name, startVault(name, blank, own, { ledger: from?.ledgers.get(name) ?? new Map(), program })] as const;
    };
    return {
      cast: shape,
      folder,
      vaults: new Map([...first].map(begin)),
      // Who begins anew installs the newest program.
      spares: await blanksOf(programOfNow, shape, `spare-${cast}`),
      directory: directoryOf(`${program.version}-${cast}`, entries),
      flights: [],
      sealed: 0,
      caseId: from?.caseId ?? null,
      now: from?.now ?? beginning,
      script: [],
      faults: [],
      salts: new Map(from?.salts),
      counts: new Map(),
      excused: new Map(),
      keptPaper: new Set(),
      putBack: new Set(),
      recorded: new Set(from?.recorded),
    };
  };

  const directories = new Map<string, Published>();
  const directoryOf = (label: string, entries: readonly DirectoryEntry[]): Published => {
    const known = directories.get(label) ?? firstDirectory(entries);
    directories.set(label, known);
    return known;
  };

  const make = async (program: Program, cast: number, stage: number): Promise<Made> => {
    const folder = join(root, 'stage', `${program.version}-${cast}-${stage}`);
    const world = await worldOf(program, cast, folder, stage === 0 ? null : await madeOf(program, cast, stage - 1));
    if (stage === 0)
      for (const vault of world.vaults.values()) {
        program.trustDirectory(vault.open, world.directory);
        // The trail of a real vault is never empty.
        program.beginEpoch(vault);
      }
    await advance(world, reached[stages[stage] ?? 'opened']);
    if (world.faults.length > 0)
      throw new Error(`${world.cast.title}: ${world.faults.join('\n')}\n${world.script.join('\n')}`);
    const ledgers = new Map([...world.vaults].map(([name, vault]) => [name, readLedger(vault)]));
    for (const { open } of world.vaults.values()) open.close();
    return { folder, caseId: world.caseId, ledgers, recorded: world.recorded, now: world.now, salts: world.salts };
  };

  const madeOf = (program: Program, cast: number, stage: number): Promise<Made> => {
    const label = `${program.version}-${cast}-${stage}`;
    const known = made.get(label) ?? make(program, cast, stage);
    made.set(label, known);
    return known;
  };

  return {
    begin: async (cast, stage, mixed) => {
      const program = mixed ? await programOf03() : programOfNow;
      const from = await madeOf(program, cast, stage);
      const folder = join(root, 'history');
      rmSync(folder, { recursive: true, force: true });
      const world = await worldOf(program, cast, folder, from);
      if (mixed) count(world, 'histories from 0.3');
      return world;
    },
    close: async () => {
      for (const blank of blanks.values()) (await blank).notes().$client.close();
      removeFolder(root);
    },
  };
};
