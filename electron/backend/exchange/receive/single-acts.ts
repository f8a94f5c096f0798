import { findKey } from '@shared/domain/identity/directory.ts';
import type { AlikePair } from '@shared/domain/identity/sameness.ts';
import type { EachWay } from '@shared/domain/package/both-ways.ts';
import { isDoubt } from '@shared/domain/package/certification.ts';
import { type Standing, standingsOf } from '@shared/domain/package/single-acts.ts';
import { findFileOfCase } from '../../attachments/attachment-rows.ts';
import { readActFile } from '../../formats/act/act-container.ts';
import { trustedDirectory } from '../../identity/trusted-directory.ts';
import type { Unlocked } from '../../vault/unlocked.ts';
import type { HeldAct, HeldPackage } from '../ledger/held-rows.ts';
import { actFaults } from './act-faults.ts';
import { unfitPapers } from './incoming-documents.ts';
import { bothWays, groundsOf, ownEntry, tableInput } from './judge-acts.ts';
import { withNews } from './judge-package.ts';
import type { IncomingAct } from './judged-package.ts';
import { openHeld } from './open-held.ts';

/** An act of a held package, and how it stands by itself. */
export interface SingleAct {
  readonly act: IncomingAct;
  readonly standing: Standing;
  /** What a person passes over by taking it. */
  readonly doubts: readonly string[];
}

/** Acts that can be read and are of the case of the package; the others count for nothing. */
const readable = (
  unlocked: Unlocked,
  { manifest, acts }: Pick<HeldPackage, 'manifest' | 'acts'>,
  wanted: (hash: string) => boolean = () => true,
): IncomingAct[] => {
  const read = acts.flatMap(({ hash, form, bytes }: HeldAct) => {
    const file = readActFile(bytes);
    if (!file.ok || !wanted(hash)) return [];
    const { opened, sealed } = file.value;
    const fits = opened.hash === hash && opened.header.caseId === manifest.caseId;
    if (!fits || (form === 'all') !== (opened.body !== null)) return [];
    return { ...opened, form, sealed };
  });
  return withNews(unlocked.vault.records, manifest.caseId, read);
};

/** How an act stands whoever is meant; where that hangs on who is who, a person says that first. */
const standingIn = (ways: EachWay<ReadonlyMap<string, Standing>>, hash: string): Standing => {
  const [apart, together] = [ways.apart.get(hash), ways.together.get(hash)];
  if (apart === undefined) return { state: 'waits' };
  const unlike = apart.state !== together?.state;
  if (unlike || (ways.open.length > 1 && apart.state === 'takeable'))
    return { state: 'refused', codes: ['personsAlike'] };
  // Of several pairs one may be the same and the other not: neither way says that of this act.
  const isOpen = ways.open.length > 1 && apart.state === 'refused';
  return isOpen ? { state: 'refused', codes: [...apart.codes, 'personsAlike'] } : apart;
};

/** What is judged of a held package. */
type JudgedHeld = Pick<HeldPackage, 'manifest' | 'acts'> & Partial<Pick<HeldPackage, 'code' | 'details'>>;

/** Acts that came with a paper which is not what it claims to be, as it was told. */
const toldUnfit = ({ code, details = [] }: JudgedHeld): readonly string[] =>
  code === 'documentInvalid' ? details : [];

interface JudgedSingly {
  readonly acts: SingleAct[];
  readonly open: readonly AlikePair[];
}

const judgeSingly = (unlocked: Unlocked, held: JudgedHeld, wanted: (hash: string) => boolean): JudgedSingly => {
  const { records } = unlocked.vault;
  const directory = trustedDirectory(records)?.directory;
  const { caseId, blobs, kind } = held.manifest;
  const read = readable(unlocked, held, wanted);
  const own = directory === undefined ? null : ownEntry(unlocked, directory);
  const input =
    own && directory && caseId !== null
      ? tableInput(records, directory, own, groundsOf(records, caseId, read).acts)
      : null;
  if (
    directory === undefined ||
    own === null ||
    caseId === null ||
    input === null ||
    (kind !== 'acts' && kind !== 'draft')
  )
    return {
      acts: read.map((act) => ({ act, standing: { state: 'refused', codes: ['packageHeld'] }, doubts: [] })),
      open: [],
    };
  const faultsOf = actFaults(unlocked, directory, caseId, read);
  const sizes = new Map(blobs.map(({ sha256, size }) => [sha256, size]));
  const lacksFile = ({ body }: IncomingAct): boolean =>
    (body?.attachments ?? []).some(
      (ref) => sizes.get(ref.sha256) !== ref.size && !findFileOfCase(records, caseId, ref),
    );
  const byHash = new Map(read.map((act) => [act.hash, act]));
  const faultOf = ({ hash }: { readonly hash: string }): string | null => {
    const act = byHash.get(hash);
    if (act === undefined) return 'packageHeld';
    const refused = faultsOf(act).find((fault) => !isDoubt(fault));
    return refused ?? (lacksFile(act) ? 'attachmentMissing' : null);
  };
  const incoming = read.map(({ hash, header, deeper, body }) => ({ hash, header, deeper, body }));
  const ways = bothWays(records, directory, own, (decided) => standingsOf({ ...input(decided), incoming, faultOf }));
  const acts = read.map((act) => {
    const standing = standingIn(ways, act.hash);
    const paper = toldUnfit(held).includes(act.hash) ? ['documentInvalid'] : [];
    return { act, standing, doubts: standing.state === 'takeable' ? [...faultsOf(act), ...paper] : [] };
  });
  return { acts, open: ways.open };
};

/**
 * How the acts of a held package stand by themselves, as of now; only those that `wanted` names. By the directory that
 * this vault trusts: what came along vouches for nothing here.
 */
export const singleActs = (
  unlocked: Unlocked,
  held: JudgedHeld,
  wanted: (hash: string) => boolean = () => true,
): SingleAct[] => judgeSingly(unlocked, held, wanted).acts;

/** True for an act that hangs on who is meant by a like name. */
export const hangsOnPersons = ({ standing }: Pick<SingleAct, 'standing'>): boolean =>
  standing.state === 'refused' && standing.codes.includes('personsAlike');

/** Whom nothing tells apart where single acts of a held package hang on it. */
export const openPairs = (unlocked: Unlocked, held: JudgedHeld): readonly AlikePair[] => {
  const { acts, open } = judgeSingly(unlocked, held, () => true);
  return acts.some(hangsOnPersons) ? open : [];
};

/** Whose key sealed a package, by the directory that this vault trusts; undefined: nobody known. */
export const senderKnown = ({ vault }: Unlocked, key: string) => {
  const directory = trustedDirectory(vault.records)?.directory;
  return directory && findKey(directory, key);
};

/** Acts of a held package whose paper would stay out by taking them; it is opened for that. */
export const unfitAsOf = async (unlocked: Unlocked, held: HeldPackage): Promise<readonly string[]> => {
  const directory = trustedDirectory(unlocked.vault.records)?.directory;
  const opened = await openHeld(unlocked, held.manifestHash);
  return directory && opened.ok ? unfitPapers(unlocked, directory, opened.value, readable(unlocked, held)) : [];
};
