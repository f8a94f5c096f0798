import type { packageNotices } from '@shared/contract/package-verdict.ts';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import type { CertifiedKey, Directory } from '@shared/domain/identity/directory.ts';
import type { AlikePair } from '@shared/domain/identity/sameness.ts';
import type { Doubt } from '@shared/domain/package/certification.ts';
import { type HeldCode, isHeld } from '@shared/domain/package/review.ts';
import type { Figures } from '@shared/domain/programme/figures.ts';
import type { Result } from '@shared/kernel/result.ts';
import type { OpenedAct, SealedAct } from '../../formats/act/act-crypto.ts';
import type { ReadRecordFile } from '../../formats/record/record-file.ts';
import type { Original } from '../../guidance/keep-original.ts';
import type { DraftFile } from '../ledger/draft-file.ts';
import type { JudgedEcho } from '../ledger/echo.ts';
import type { ReadPackage } from './read-incoming.ts';

/** What speaks against a package that a person may pass over, with the names of whom it is about. */
export type Doubts = ReadonlyMap<Doubt, ReadonlySet<string>>;

export type Notice = (typeof packageNotices)[number];

/** An act of a package, read and checked for itself. */
export interface IncomingAct extends OpenedAct {
  readonly form: 'all' | 'header';
  readonly sealed: SealedAct;
  /** `new`: not here. `body`: its header is here, the rest is not. `known`: nothing new. */
  readonly news: 'new' | 'body' | 'known';
}

/** A package that may be taken in, with everything that the import needs. */
export interface JudgedPackage {
  readonly opened: ReadPackage;
  readonly acts: readonly IncomingAct[];
  readonly draft: DraftFile | null;
  /** True for one that came before, and brings an erased copy again. */
  readonly cameBefore: boolean;
  /** A record of guidance. */
  readonly guidance: ReadRecordFile | null;
  /** The original of that record that is kept in place of the one here. */
  readonly original: Original | null;
  /** Figures of the sender's programme. */
  readonly figures: Figures | null;
  readonly sender: CertifiedKey;
  /** The directory that vouches: the trusted one, or the newer one that came along. */
  readonly directory: Directory;
  /** Bytes of the newer directory; null when none came along. */
  readonly newDirectory: Uint8Array | null;
  /** Bytes of the newer profile of the institution; null when none came along. */
  readonly newProfile: Uint8Array | null;
  /** Files that acts and draft name and that are not here yet. */
  readonly attachments: readonly AttachmentRef[];
  readonly notices: readonly Notice[];
  /** What it tells back of this vault. */
  readonly echo: JudgedEcho;
  /** Who may be whom: nothing is taken in before a person has said it. */
  readonly asked: readonly AlikePair[];
  /** What a person must have accepted, the gravest first; empty when nothing is doubtful. */
  readonly doubts: readonly PackageDoubt[];
}

/** Something that a person may judge, and whose names it is about; of an erased copy when that was. */
export interface PackageDoubt {
  readonly code: Doubt | 'copyErased' | 'echoInvented' | 'personsAlike';
  readonly names: readonly string[];
}

export interface Held {
  readonly code: HeldCode;
  readonly details: readonly string[];
}

/** How doubts are told: by the first a package is held; then its names, and of each other one its code and names. */
export const toldOf = ([first, ...others]: readonly PackageDoubt[]): Held | null =>
  first === undefined
    ? null
    : { code: first.code, details: [...first.names, ...others.flatMap(({ code, names }) => [code, ...names])] };

/** Names by doubt, out of what was told (`toldOf`). */
const namesTold = ({ code, details }: Held): ReadonlyMap<HeldCode, ReadonlySet<string>> => {
  const told = new Map<HeldCode, Set<string>>([[code, new Set()]]);
  let at = code;
  for (const detail of details) {
    if (isHeld(detail)) at = detail;
    told.set(at, (told.get(at) ?? new Set()).add(detail));
  }
  return told;
};

/** True when each doubt was told with everybody whom it is about: nobody passes over what was not told. */
export const areTold = (doubts: readonly PackageDoubt[], told: Held | null): boolean => {
  const known = told && namesTold(told);
  return doubts.every(({ code, names }) => {
    const them = known?.get(code);
    return them !== undefined && names.every((name) => them.has(name));
  });
};

/** What judging gives: a value, or what a package is held by. */
export type Judged<T> = Result<T, Held>;

/** Holds a package. */
export const held = (code: HeldCode, ...details: readonly string[]): Judged<never> => ({
  ok: false,
  error: { code, details },
});
