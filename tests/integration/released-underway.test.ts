import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openVault } from '../../electron/backend/vault/open-vault.ts';
import type { OpenVault } from '../../electron/backend/vault/vault.ts';
import type { VaultKeys } from '../../electron/backend/vault/vault-keys.ts';
import { draftKinds, placeOfDraft, readDraft } from '../../shared/domain/draft/kinds.ts';
import { draftText } from '../../shared/domain/draft/text.ts';
import { pages } from '../../shared/domain/place/places.ts';
import { temporaryFolder } from '../fixtures/database-deps.ts';
import { copyOfKeys } from '../fixtures/keys-copy.ts';
import { observeCalls, observeRows } from '../fixtures/released/observe.ts';
import { exchangeAll, type Party, type Waiting } from '../fixtures/released/underway/take.ts';
import { unwrap } from '../fixtures/results.ts';
import { openByKeys } from '../fixtures/vault-by-keys.ts';
import { callsIn } from '../fixtures/vault-calls.ts';
import { vaultDeps } from '../fixtures/vault-deps.ts';

// What a released version left in the midst of work: one who works alone, packages on their way, drafts of every kind
// (tests/fixtures/released/README.md).

// Each vault is opened with its passphrase once: a second of work, more on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

const root = resolve(import.meta.dirname, '../fixtures/released');

interface Recorded {
  readonly vaults: readonly {
    readonly name: string;
    readonly passphrase: string;
    readonly rows: ReturnType<typeof observeRows>;
    readonly seen: Awaited<ReturnType<typeof observeCalls>>;
  }[];
  readonly waiting: readonly Waiting[];
  /** What the packages gave when that version took them in, and what its receipts told. */
  readonly given: Awaited<ReturnType<typeof exchangeAll>>;
}

/** Kinds of drafts that the register has and a version did not: none of them can be in its vaults. */
const newerThan: Readonly<Record<string, readonly (keyof typeof draftKinds)[]>> = {
  '0.3': [
    'guidanceStart',
    'guidanceQuestion',
    'packageRefusal',
    'learningWithdrawal',
    'institutionPlan',
    'institutionEvaluation',
    'versionWithdrawal',
    'retention',
    'incident',
    'freeze',
    'erasureProposal',
    'erasureApproval',
    'erasureExecution',
    'copyAnswer',
    'correctionRequest',
    'officeProfile',
  ],
};

const versions = readdirSync(root).filter((name) => existsSync(join(root, name, 'underway')));

/** Every text and number that was typed, wherever it stands. */
const leaves = (value: unknown): string[] => {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leaves);
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
};

/** `/cases/$caseId` as an expression that finds its addresses. */
const addressOf = (path: string): RegExp => new RegExp(`^${path.replace(/\$\w+/g, '[^/]+')}$`);
const isPage = (path: string): boolean => Object.values(pages).some((page) => addressOf(page).test(path));

it('there is such a set of the version before this one', () => {
  expect(versions).toContain('0.3');
});

describe.each(versions)('what version %s left in the midst of work', (version) => {
  const folder = join(root, version, 'underway');
  const { vaults, waiting, given }: Recorded = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  const drafts = vaults.flatMap(({ name, seen }) => seen.drafts.map((draft) => ({ name, ...draft })));
  const keys = new Map<string, VaultKeys>();

  /** A copy of a vault, open: by its passphrase at first, by its keys from then on. */
  const openCopy = async (name: string, passphrase: string): Promise<OpenVault> => {
    const dir = join(temporaryFolder(), name);
    cpSync(join(folder, 'vaults', name), dir, { recursive: true });
    const known = keys.get(name);
    const vault =
      known === undefined ? unwrap(await openVault(vaultDeps, { dir, passphrase })) : openByKeys(vaultDeps, dir, known);
    if (known === undefined) keys.set(name, copyOfKeys(vault.keys));
    onTestFinished(() => vault.close());
    return vault;
  };

  it.each(vaults)('the vault of $name lists what would not be taken today, and loses nothing', async (recorded) => {
    const vault = await openCopy(recorded.name, recorded.passphrase);
    const calls = callsIn(temporaryFolder(), vault);
    const listed = await calls.get('exchange.review', { earlier: true });
    const paper = recorded.seen.cases.flatMap(({ acts }) => acts).length;
    const kinds = new Set(listed.map(({ kind }) => kind));
    // Who works alone entered all others from paper; in an institution each entered what the law gives them.
    expect([recorded.name, ...kinds]).toEqual([
      recorded.name,
      ...(recorded.name === 'alone' ? ['keptForOneself'] : []),
    ]);
    expect(listed.filter(({ kind, waits }) => kind === 'keptForOneself' && waits)).toEqual([]);
    expect(listed.length).toBeLessThanOrEqual(paper);
    const [one] = listed.filter(({ kind }) => kind === 'keptForOneself');
    if (one !== undefined) await calls.get('exchange.decide', { choice: 'noted', itemId: one.itemId });
    expect((await observeCalls(calls)).cases).toEqual(recorded.seen.cases);
  });

  it.each(vaults)('the vault of $name opens and holds what it held', async ({ name, passphrase, rows, seen }) => {
    const vault = await openCopy(name, passphrase);
    expect(observeRows(vault)).toEqual(rows);
    const calls = callsIn(temporaryFolder(), vault);
    expect(await observeCalls(calls)).toEqual(seen);
    const { drafts: shown } = await calls.get('overview.home', { today: '2026-11-28' });
    expect(shown.map(({ draftId }) => draftId).sort()).toEqual(seen.drafts.map(({ draftId }) => draftId));
    for (const draft of shown.filter(({ fits }) => fits)) {
      const path = placeOfDraft(draft);
      expect({ kind: draft.kind, path, isPage: path !== null && isPage(path) }).toMatchObject({ isPage: true });
    }
  });

  it('packages on their way are taken in, give what they gave, and receipts come back', async () => {
    const parties: Party[] = [];
    for (const { name, passphrase } of vaults) {
      parties.push({ name, calls: callsIn(temporaryFolder(), await openCopy(name, passphrase)) });
    }
    const now = await exchangeAll(parties, waiting, join(folder, 'packages'), temporaryFolder());
    expect(now).toEqual(given);
  });

  it.each(drafts)('the draft $kind of $name fits its form with all that was typed, or is text to copy', (draft) => {
    const typed: unknown = JSON.parse(draft.content);
    const read = readDraft(draft.kind, typed);
    if (read === null) for (const leaf of leaves(typed)) expect(draftText(draft.content)).toContain(leaf);
    // Fields that came since stand empty beside what was typed.
    else expect(read).toMatchObject(typed as object);
    expect(leaves(typed).some((leaf) => leaf.trim() !== '')).toBe(true);
  });

  it('there is a draft of every kind of the register that the version had', () => {
    const kept = new Set(drafts.map(({ kind }) => kind.split(':')[0]));
    const asked = Object.keys(draftKinds).filter((kind) => !newerThan[version]?.some((newer) => newer === kind));
    expect(asked.filter((kind) => !kept.has(kind))).toEqual([]);
  });

  it('every file of the set is among those that are looked at', () => {
    expect(readdirSync(join(folder, 'vaults')).sort()).toEqual(vaults.map(({ name }) => name).sort());
    expect(readdirSync(join(folder, 'packages')).sort()).toEqual(waiting.map(({ file }) => file).sort());
  });
});
