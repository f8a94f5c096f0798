import { createHash } from 'node:crypto';
import { activeKeyOf } from '@shared/domain/identity/directory.ts';
import { manifestSchema } from '@shared/domain/package/manifest.ts';
import { fail, ok } from '@shared/kernel/result.ts';
import { findCase } from '../../../../electron/backend/case/case-rows.ts';
import { loadCase } from '../../../../electron/backend/case/load-case.ts';
import { findEpoch, isOwnEpoch } from '../../../../electron/backend/exchange/ledger/epoch.ts';
import { findPackage } from '../../../../electron/backend/exchange/ledger/package-rows.ts';
import { renewEpoch } from '../../../../electron/backend/exchange/ledger/renew-epoch.ts';
import { type Standing, standingOf } from '../../../../electron/backend/exchange/ledger/standing.ts';
import { changesOf, importPackage } from '../../../../electron/backend/exchange/receive/import-package.ts';
import { judgePackage } from '../../../../electron/backend/exchange/receive/judge-package.ts';
import type { JudgedPackage } from '../../../../electron/backend/exchange/receive/judged-package.ts';
import type { ReadPackage } from '../../../../electron/backend/exchange/receive/read-incoming.ts';
import { chooseReceiver } from '../../../../electron/backend/exchange/send/choose-receiver.ts';
import {
  type CaseExchange,
  type CaseReceiver,
  caseExchange,
  dueTo,
} from '../../../../electron/backend/exchange/send/due.ts';
import {
  type PackageOutput,
  type SealError,
  sealCase,
  sealReceipt,
} from '../../../../electron/backend/exchange/send/seal.ts';
import type { PackageSource } from '../../../../electron/backend/formats/package/write-package.ts';
import { dumpDatabase } from '../../../fixtures/dump.ts';
import { type Name, usualHolder } from './cast.ts';
import { checkDoubts } from './forks.ts';
import { entryIdOf } from './registry.ts';
import { asUnlocked, count, type Flight, type Vault, type World } from './world.ts';

/** The vault of an entry of the directory. */
export const vaultOfEntry = (world: World, entryId: string): Vault | undefined =>
  [...world.vaults.values()].find(({ name }) => entryIdOf(name) === entryId);

const wholeBlob = async (chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  for await (const part of chunks) parts.push(part.slice());
  return new Uint8Array(Buffer.concat(parts));
};

/** What the receiver reads of a package: the same as through tar, gzip and age, which have tests of their own. */
const asRead = async (source: PackageSource): Promise<ReadPackage> => {
  const manifest = manifestSchema.parse(JSON.parse(new TextDecoder().decode(source.manifestBytes)));
  const blobs = new Map<string, Uint8Array>();
  for (const { sha256, chunks } of source.blobs) blobs.set(sha256, await wholeBlob(chunks()));
  return {
    manifest,
    manifestBytes: source.manifestBytes,
    signature: source.signature,
    manifestHash: createHash('sha256').update(source.manifestBytes).digest('hex'),
    directory: source.directory ?? null,
    profile: source.profile ?? null,
    original: null,
    figures: source.figures ?? null,
    acts: manifest.acts.map(({ hash, form }, at) => ({
      hash,
      form,
      bytes: source.acts[at]?.bytes ?? new Uint8Array(),
    })),
    draft: source.draft ?? null,
    guidance: source.guidance ?? null,
    blobs,
    papers: new Map(),
  };
};

/** Keeps what is written; `fails`: the disk is full. */
const memory = (fails: boolean): { readonly output: PackageOutput; readonly written: ReadPackage[] } => {
  const written: ReadPackage[] = [];
  return {
    written,
    output: {
      choose: async () => 'memory',
      save: async (_target, source) => {
        if (fails) return fail('diskFull');
        written.push(await asRead(source));
        return ok({ files: ['package'] });
      },
    },
  };
};

const launch = (
  world: World,
  from: Vault,
  to: Vault,
  read: ReadPackage,
  owed: ReadonlySet<string> = new Set(),
): Flight => {
  world.sealed += 1;
  const { manifest } = read;
  const flight = {
    number: world.sealed,
    from: from.name,
    to: to.name,
    manifest,
    read,
    owed,
    delivered: 0,
    isStuck: false,
  };
  world.flights.push(flight);
  count(world, 'packages');
  return flight;
};

/**
 * Who may be sent something by a vault now, with what the vault knows of the case; null when it has no case or no
 * standing.
 */
export const addressees = (
  world: World,
  vault: Vault,
): {
  readonly standing: Standing;
  readonly cased: CaseExchange;
  readonly receivers: readonly CaseReceiver[];
} | null => {
  const exchange = asUnlocked(vault);
  const { caseId } = world;
  const standing = standingOf(exchange);
  if (!standing.ok || caseId === null || findCase(vault.open.records, caseId) === undefined) return null;
  const before = caseExchange(exchange, standing.value, caseId);
  const chosen = before.receivers.unresolved.flatMap(({ role, candidates }) => {
    const usual = usualHolder[role]?.find((name) => candidates.some(({ entryId }) => entryId === entryIdOf(name)));
    return usual === undefined ? [] : [{ role, entryId: entryIdOf(usual) }];
  });
  for (const { role, entryId } of chosen) chooseReceiver(exchange, { caseId, role, entryId });
  const cased = chosen.length === 0 ? before : caseExchange(exchange, standing.value, caseId);
  return { standing: standing.value, cased, receivers: cased.receivers.known };
};

/** Acts with effect of which a receiver is due something, as the sender holds and sees the case. */
const owedTo = (world: World, from: Vault, receiver: CaseReceiver): ReadonlySet<string> => {
  const addressed = addressees(world, from);
  if (addressed === null) return new Set();
  const { withheld } = dueTo(asUnlocked(from), addressed.standing, addressed.cased, receiver, true);
  const nothing = new Set(withheld.filter(({ form }) => form === 'nothing').map(({ hash }) => hash));
  const { acts } = addressed.cased.file.state;
  return new Set(acts.map(({ hash }) => hash).filter((hash) => !nothing.has(hash)));
};

/** Every package can be judged by itself: what its acts build on comes along, or is known to be there. */
const checkClosed = (world: World, { number, read, owed }: Flight, vault: Vault): void => {
  if (vault.wentBack || world.caseId === null || read.manifest.kind !== 'acts') return;
  const { byHash } = loadCase(vault.open.records, world.caseId);
  for (const { hash } of read.manifest.acts) {
    const header = byHash.get(hash)?.header;
    const missing = (header?.refs ?? []).filter((name) => !byHash.has(name) && owed.has(name));
    if (missing.length > 0)
      world.faults.push(`#${number} came to ${vault.name} without what ${header?.type} builds on`);
  }
};

/** Seals what a receiver is due; null when nothing left. `fails`: the writing fails. */
export const sealFor = async (
  world: World,
  from: Vault,
  receiver: CaseReceiver,
  { again = false, fails = false } = {},
): Promise<Flight | SealError> => {
  const to = vaultOfEntry(world, receiver.entry.entryId);
  if (to === undefined || world.caseId === null) return 'unknownEntry';
  const { output, written } = memory(fails);
  const { entryId } = receiver.entry;
  const owed = owedTo(world, from, receiver);
  const sealed = await sealCase(asUnlocked(from), output, { caseId: world.caseId, entryId, again, partBytes: null });
  if (!sealed.ok) return sealed.error.code;
  return written[0] === undefined ? 'nothingToSend' : launch(world, from, to, written[0], owed);
};

/** Seals a receipt for somebody; null when it is refused. */
export const receiptFor = async (world: World, from: Vault, to: Vault): Promise<Flight | null> => {
  const { output, written } = memory(false);
  const sealed = await sealReceipt(asUnlocked(from), output, { entryId: entryIdOf(to.name) });
  return sealed.ok && written[0] !== undefined ? launch(world, from, to, written[0]) : null;
};

const triple = ({ sender }: Flight['manifest']): string => `${sender.key} ${sender.epoch} ${sender.counter}`;

/** Manifests that a vault remembers, by sender's key, epoch and counter. */
const takenBy = ({ open }: Vault): ReadonlyMap<string, string> =>
  new Map(
    open.records.$client
      .prepare<[], { key: string; epoch: string; counter: number; hash: string }>(
        `SELECT lower(hex(peer_key)) AS key, epoch, counter, lower(hex(manifest_hash)) AS hash
         FROM packages WHERE direction = 'in'`,
      )
      .all()
      .map(({ key, epoch, counter, hash }) => [`${key} ${epoch} ${counter}`, hash]),
  );

/** What an importing vault must not take, told by counters alone. */
const mustHold = (vault: Vault, { manifest, read }: Flight): 'packageFork' | 'packageDuplicate' | null => {
  const taken = takenBy(vault).get(triple(manifest));
  if (taken === undefined) return null;
  return taken === read.manifestHash ? 'packageDuplicate' : 'packageFork';
};

/** Packages of 0.3 bear no mark: who puts a vault back to a copy of that time says so by hand. */
const isUnmarkedLoss = (vault: Vault): boolean => vault.wentBack && vault.hasUnmarked;

/**
 * Every echo of a history is true: none may be taken for invented, and what a vault has forgotten of the epoch under
 * way, or of one that it knows nothing of, must show it that it was put back.
 */
const checkEcho = (world: World, flight: Flight, vault: Vault, { echo }: JudgedPackage): void => {
  const { seen } = flight.manifest;
  const { records } = vault.open;
  const forgotten = (seen?.received ?? []).filter(({ packageId }) => !findPackage(records, 'out', packageId));
  const isPast = seen !== null && isOwnEpoch(records, seen.epoch) && seen.epoch !== findEpoch(records);
  if (isUnmarkedLoss(vault)) return;
  if (echo.verdict === 'invented')
    world.faults.push(`${vault.name} does not believe the true echo of #${flight.number}`);
  if (forgotten.length > 0 && !isPast && echo.verdict !== 'rolledBack')
    world.faults.push(`${vault.name} does not see by #${flight.number} that it was put back`);
  if (echo.verdict === 'rolledBack') count(world, 'rollback noticed');
};

const isAddressed = (vault: Vault, { manifest }: Flight): boolean => manifest.receiver.key === vault.blank.identity.key;

/**
 * Brings a package to a vault, to the wrong one too, which takes it in when nothing speaks against it; a person
 * accepts what a person may judge. Gives why it was held, or null. A held package must leave the vault as it was.
 */
export const deliver = async (world: World, flight: Flight, vault: Vault): Promise<string | null> => {
  flight.delivered += 1;
  count(world, 'deliveries');
  const exchange = asUnlocked(vault);
  const expected = mustHold(vault, flight);
  const changes = changesOf(exchange);
  const dumped = expected !== null || flight.number % 8 === 0 ? dumpDatabase(vault.open.records) : null;
  // What a released program reads and writes knows of none of these.
  const { figures = null, profile = null, original = null } = flight.read as Partial<ReadPackage>;
  const judged = judgePackage(exchange, { ...flight.read, figures, profile, original });
  const code = judged.ok ? null : judged.error.code;
  const changed = dumped === null ? changes !== changesOf(exchange) : dumped !== dumpDatabase(vault.open.records);
  if (changed) world.faults.push(`${vault.name} changed by looking at #${flight.number}`);
  if (!isAddressed(vault, flight) && code === null) world.faults.push(`${vault.name} would take a package for another`);
  if (expected !== null && code !== expected && (code === null || !isEarlier(code)))
    world.faults.push(`${vault.name} should have held #${flight.number} as ${expected}, not ${code}`);
  count(world, code === null ? 'taken in' : `held ${code}`);
  if (!judged.ok) return [judged.error.code, ...judged.error.details].join(' ');
  checkEcho(world, flight, vault, judged.value);
  checkDoubts(world, flight, vault, judged.value);
  const inspected = { paths: [], judged: judged.value, changes };
  const imported = await importPackage(exchange, inspected, judged.value.doubts.length > 0);
  if (!imported.ok) world.faults.push(`${vault.name} cannot import #${flight.number}: ${imported.error.code}`);
  else checkClosed(world, flight, vault);
  // The person is asked about an echo that nothing here bears out, and remembers the copy.
  if (isUnmarkedLoss(vault) && judged.value.echo.verdict === 'invented') renewEpoch(exchange);
  return null;
};

/** What is judged before the counter. */
const isEarlier = (code: string): boolean =>
  ['packageForOther', 'noDirectory', 'directoryFork', 'signerUnknown', 'signerRevoked'].includes(code);

/** The vault that a package is for; undefined when its key is gone. */
export const destination = (world: World, flight: Flight): Vault | undefined => {
  const vault = world.vaults.get(flight.to);
  return vault !== undefined && isAddressed(vault, flight) ? vault : undefined;
};

/** Names of vaults whose key the directory of the world still certifies. */
export const isCertified = (world: World, name: Name): boolean => {
  const entry = world.directory.directory.entries.find(({ entryId }) => entryId === entryIdOf(name));
  return entry !== undefined && activeKeyOf(entry)?.key === world.vaults.get(name)?.blank.identity.key;
};
