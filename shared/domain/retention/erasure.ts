import { z } from 'zod';
import { day, hash, id, line, natural, requiredLine, requiredText } from '../fields.ts';
import { type Disposition, fileKinds } from './schedule.ts';

/**
 * What a vault holds of cases: the archive itself, for which the whole set of papers is asked, or a working copy of
 * what others keep, for which a short note is enough.
 */
export const holdings = ['archive', 'workingCopy'] as const;
export type Holding = (typeof holdings)[number];

/** Why nothing of a file may be erased just now (dibekukan). */
export const freezeReasons = ['objection', 'appeal', 'examination', 'other'] as const;
export type FreezeReason = (typeof freezeReasons)[number];

/** Most files of one proposal, and most guidance. */
export const maxErasedFiles = 500;

/** A file as papers of erasure name it: without a person. */
export const erasedFile = z.strictObject({
  caseId: id,
  kind: z.enum(fileKinds),
  /** Number in the register; empty: it never had one. */
  listNumber: line(),
  /** First and last day of what lies in it. */
  from: day,
  to: day,
  acts: natural,
  attachments: natural,
});
export type ErasedFile = Readonly<z.infer<typeof erasedFile>>;

/** A file of guidance as papers of erasure name it: without its people and its subject. */
export const erasedGuidance = z.strictObject({
  guidanceId: id,
  from: day,
  to: day,
  records: natural,
  attachments: natural,
});

export type ErasedGuidance = Readonly<z.infer<typeof erasedGuidance>>;

/** A year that learning records are kept and erased by: the one of the last day of what somebody took part in. */
export const learningYear = z.string().regex(/^[12]\d{3}$/);

/** The learning records of one year, with its annual plans, as papers of erasure name them: by numbers alone. */
export const erasedYear = z.strictObject({
  year: learningYear,
  records: natural,
  plans: natural,
  attachments: natural,
});
export type ErasedYear = Readonly<z.infer<typeof erasedYear>>;

/** First and last day of a year of learning records. */
export const spanOfYear = ({ year }: Pick<ErasedYear, 'year'>): { readonly from: string; readonly to: string } => ({
  from: `${year}-01-01`,
  to: `${year}-12-31`,
});

/** What a guidance is called where nobody is named: the beginning of its id, which says nothing. */
export const guidanceNumber = (guidanceId: string): string => guidanceId.slice(0, 8).toUpperCase();

/** Who agreed to the erasure, by which letter, after which consideration. */
export const erasureApproval = z.strictObject({
  /** Name and office of who approved. */
  official: requiredLine,
  number: requiredLine,
  date: day,
  /** Pertimbangan panitia penilai arsip. */
  consideration: requiredText,
});
export type ErasureApproval = Readonly<z.infer<typeof erasureApproval>>;

/** How it was carried out, as the berita acara says it. */
export const erasureExecution = z.strictObject({
  /** Number of the berita acara; empty: written by hand. */
  number: line(),
  date: day,
  place: line(),
  /** Name and office of each; those of an archive come from legal or supervision units. */
  witnesses: z.array(requiredLine).max(10),
});
export type ErasureExecution = Readonly<z.infer<typeof erasureExecution>>;

/** What the erasure of a vault cannot reach, in numbers. */
export const outOfReach = z.strictObject({
  /** People whom anything of these files was sent to. */
  receivers: natural,
  /** Backups in places that are not there just now. */
  backups: natural,
});
export type OutOfReach = Readonly<z.infer<typeof outOfReach>>;

/** Whom to ask about which of the files: a key, and the files of which that vault has something. Never the employee. */
const sharer = z.strictObject({ key: hash, caseIds: z.array(id).min(1) });
export type Sharer = Readonly<z.infer<typeof sharer>>;

/** One erasure from proposal to berita acara: of files, of guidance and of years of learning records. */
const erasureShape = z.strictObject({
  holding: z.enum(holdings),
  /** Why these files, as the proposal says it. */
  reason: requiredText,
  proposedOn: day,
  files: z.array(erasedFile).max(maxErasedFiles),
  guidance: z.array(erasedGuidance).max(maxErasedFiles).default([]),
  learning: z.array(erasedYear).max(maxErasedFiles).default([]),
  approval: erasureApproval.nullable(),
  execution: erasureExecution.nullable(),
  outOfReach: outOfReach.nullable(),
  /** Vaults that are asked about theirs, once it is done. */
  sharers: z.array(sharer).default([]),
});
export const erasureContent = erasureShape.refine((content) => countOf(content) > 0);
export type ErasureContent = Readonly<z.infer<typeof erasureContent>>;

/** How many files, guidance and years an erasure is of. */
export const countOf = ({
  files,
  guidance,
  learning,
}: Readonly<Record<'files' | 'guidance' | 'learning', readonly unknown[]>>): number =>
  files.length + guidance.length + learning.length;

/** What is counted of an item of an erasure, and what the item is called. */
interface Counted {
  readonly id: string;
  readonly number: string;
  readonly counts: readonly number[];
}

const countedOf = ({
  files,
  guidance,
  learning,
}: Pick<ErasureContent, 'files' | 'guidance' | 'learning'>): readonly Counted[] => [
  ...files.map(({ caseId, listNumber, acts, attachments }) => ({
    ...{ id: caseId, number: listNumber, counts: [acts, attachments] },
  })),
  ...guidance.map(({ guidanceId, records, attachments }) => ({
    ...{ id: guidanceId, number: guidanceNumber(guidanceId), counts: [records, attachments] },
  })),
  ...learning.map(({ year, records, plans, attachments }) => ({
    ...{ id: year, number: year, counts: [records, plans, attachments] },
  })),
];

/**
 * The number of the first item that holds more `now` than it did when it was proposed; null: none does. Who approved
 * the erasure of an archive approved what stood there then.
 */
export const grownSince = (
  proposed: Pick<ErasureContent, 'files' | 'guidance' | 'learning'>,
  now: Pick<ErasureContent, 'files' | 'guidance' | 'learning'>,
): string | null => {
  const before = new Map(countedOf(proposed).map(({ id, counts }) => [id, counts]));
  const grown = countedOf(now).find(({ id, counts }) =>
    counts.some((count, at) => count > (before.get(id)?.[at] ?? 0)),
  );
  return grown?.number ?? null;
};

export const erasureStates = ['proposed', 'approved', 'done', 'withdrawn'] as const;
export type ErasureState = (typeof erasureStates)[number];

/** Fewest witnesses: of the destruction of archives at least two, as offices have it. */
export const fewestWitnesses: Readonly<Record<Holding, number>> = { archive: 2, workingCopy: 0 };

/** States of an erasure that is under way: it can be approved, carried out or withdrawn. */
export const openStates = ['proposed', 'approved'] as const satisfies readonly ErasureState[];

/** True for an erasure that is under way. */
export const isOpen = (state: ErasureState): boolean => openStates.some((open) => open === state);

/** True for an erasure that may be carried out: of an archive once it is approved, of a working copy at once. */
export const isReady = (state: ErasureState, holding: Holding): boolean =>
  state === 'approved' || (state === 'proposed' && holding === 'workingCopy');

/** What keeps a file from being proposed or erased. */
export const fileObstacles = ['fileNotEnded', 'fileFrozen', 'fileNotDue', 'fileKept', 'fileInErasure'] as const;
export type FileObstacle = (typeof fileObstacles)[number];

/** What is known of a file that has ended when it is proposed, and again when it is erased. */
export interface FileStanding {
  readonly frozen: boolean;
  /** First day after its years; null: none are set. */
  readonly dueOn: string | null;
  /** What the schedule says becomes of it. */
  readonly disposition: Disposition | null;
  readonly inOtherErasure: boolean;
}

/**
 * Why what has ended may not be erased on the day `today`; null: it may. What an archive keeps for ever, weighs again
 * or puts into a personal file is no archive's to erase; a working copy may go once its years are over.
 */
export const obstacleOf = (
  { frozen, dueOn, disposition, inOtherErasure }: FileStanding,
  holding: Holding,
  today: string,
): FileObstacle | null => {
  if (frozen) return 'fileFrozen';
  if (dueOn === null || dueOn > today) return 'fileNotDue';
  if (holding === 'archive' && disposition !== 'destroy') return 'fileKept';
  return inOtherErasure ? 'fileInErasure' : null;
};

/**
 * Papers of an erasure in their order: the list that is proposed, what the panel weighs, who agrees, and the record of
 * what was done.
 */
export const erasurePapers = ['erasureList', 'erasureConsideration', 'erasureApproval', 'erasureRecord'] as const;
export type ErasurePaperKind = (typeof erasurePapers)[number];
