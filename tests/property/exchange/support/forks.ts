import { isOfV1 } from '@shared/domain/case/definition.ts';
import { type ActHeader, actHeaderSchema } from '@shared/domain/case/header.ts';
import type { NamedHeader } from '@shared/domain/case/state.ts';
import { findKey } from '@shared/domain/identity/directory.ts';
import { createForkedPast } from '@shared/domain/package/forked-past.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { loadCase } from '../../../../electron/backend/case/load-case.ts';
import type { JudgedPackage } from '../../../../electron/backend/exchange/receive/judged-package.ts';
import { count, type Flight, type Vault, type World } from './world.ts';

// Nobody of a history forks the own past, but in a vault that was put back. What others are told of it is a fault, save
// where they cannot know better: who went on with version 0.3 from paper that stays with who entered it since.

const actsOf03 = ({ open }: Vault): NamedHeader[] =>
  open.records.$client
    .prepare<[], { hash: Uint8Array; header: string }>(
      'SELECT hash, CAST(header AS TEXT) AS header FROM acts ORDER BY received_seq',
    )
    .all()
    .map(({ hash, header }) => ({ hash: toHex(hash), header: actHeaderSchema.parse(JSON.parse(header)) }))
    .filter(({ header }) => isOfV1(header));

/**
 * Paper of 0.3 that a vault holds, whatever program it runs, and what 0.3 signed upon it, which stays with that paper
 * where the paper does.
 */
export const paperOf03 = (vault: Vault): NamedHeader[] => {
  const stays = new Set<string>();
  return actsOf03(vault).filter(({ hash, header: { origin, refs } }) => {
    const isUponPaper = origin === 'paper' || refs.some((ref) => stays.has(ref));
    if (isUponPaper) stays.add(hash);
    return isUponPaper;
  });
};

/** Whether one of these acts forks its author's past, as far as `known` tells. */
const hasFork = (world: World, acts: readonly NamedHeader[], known: ReadonlyMap<string, NamedHeader>): boolean => {
  const { directory } = world.directory;
  const authorOf = ({ authorKey }: ActHeader): string => findKey(directory, authorKey)?.entry.entryId ?? authorKey;
  const isForked = createForkedPast([...known.values()], authorOf);
  return acts.some(({ hash }) => isForked(hash));
};

/** Counts what a vault doubts of a package, and holds it to that nobody of this history has forked anything. */
export const checkDoubts = (world: World, { number }: Flight, vault: Vault, judged: JudgedPackage): void => {
  for (const { code } of judged.doubts) count(world, `doubt ${code}`);
  const isHonest = ![...world.vaults.values()].some(({ wentBack }) => wentBack);
  if (!isHonest || !judged.doubts.some(({ code }) => code === 'actForked')) return;
  const here = world.caseId === null ? [] : loadCase(vault.open.records, world.caseId).acts;
  const papers = [...world.lostPaper, ...[...world.vaults.values()].flatMap(paperOf03)];
  const known = new Map<string, NamedHeader>([...papers, ...here, ...judged.acts].map((act) => [act.hash, act]));
  if (hasFork(world, judged.acts, known)) world.faults.push(`${vault.name} takes #${number} for a fork`);
  else count(world, 'forks told for paper of 0.3');
};
