import type { PersonInput } from '@shared/domain/identity/person.ts';
import { type Manifest, manifestSchema } from '@shared/domain/package/manifest.ts';
import { type Choice, type HeldCode, heldCodes } from '@shared/domain/package/review.ts';
import { fromHex, toHex } from '@shared/kernel/bytes.ts';
import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { decisions, heldPackages } from '../../db/exchange-schema.ts';
import type { RecordsReader, RecordsWriter } from '../../db/handles.ts';

/** An act of a held package as it came. */
export interface HeldAct {
  readonly hash: string;
  readonly form: 'all' | 'header';
  readonly bytes: Uint8Array;
}

/** A package that was held; its sealed file is read by `heldFile` alone. */
export interface HeldPackage {
  readonly manifestHash: string;
  readonly code: HeldCode;
  readonly details: readonly string[];
  readonly manifest: Manifest;
  readonly acts: readonly HeldAct[];
  readonly at: string;
}

/** Whether somebody whom an act names is a member of the directory, whose name is `known`. */
export interface ToldPair {
  readonly person: Pick<PersonInput, 'name' | 'nip' | 'unit'>;
  readonly entryId: string;
  readonly known: string;
  readonly same: boolean;
}

/** A decision of the holder about a held package or an act. */
export interface Decision {
  readonly seq: number;
  readonly item: string;
  readonly choice: Choice;
  /** Acts that a package brought by it. */
  readonly acts: readonly string[];
  /** Who was said to be whom by it. */
  readonly answers: readonly ToldPair[];
  readonly reason: string;
  readonly at: string;
  /** Opening of the file that another one took the place of by it; null: none did. */
  readonly openingBefore: string | null;
}

const actsSchema = z.array(z.strictObject({ hash: z.string(), form: z.enum(['all', 'header']), bytes: z.base64() }));
const names = z.array(z.string());
const answersSchema: z.ZodType<ToldPair[]> = z.array(
  z.strictObject({
    person: z.strictObject({ name: z.string(), nip: z.string(), unit: z.string() }),
    entryId: z.string(),
    known: z.string(),
    same: z.boolean(),
  }),
);
const buffer = (hex: string): Buffer => Buffer.from(fromHex(hex));

const columns = {
  manifestHash: heldPackages.manifestHash,
  code: heldPackages.code,
  details: heldPackages.details,
  manifest: heldPackages.manifest,
  acts: heldPackages.acts,
  at: heldPackages.at,
};

/** Packages that were held, the oldest first. */
export const heldPackageRows = (tx: RecordsReader): HeldPackage[] =>
  tx
    .select(columns)
    .from(heldPackages)
    .orderBy(asc(heldPackages.at))
    .all()
    .flatMap((row) => {
      const manifest = manifestSchema.safeParse(JSON.parse(row.manifest.toString('utf8')));
      const acts = actsSchema.safeParse(row.acts);
      const code = heldCodes.find((known) => known === row.code);
      if (!manifest.success || !acts.success || code === undefined) return [];
      return {
        manifestHash: toHex(row.manifestHash),
        code,
        details: names.catch([]).parse(row.details),
        manifest: manifest.data,
        acts: acts.data.map(({ hash, form, bytes }) => ({ hash, form, bytes: Buffer.from(bytes, 'base64') })),
        at: row.at,
      };
    });

/** The sealed file of a held package, all parts in order. */
export const heldFile = (tx: RecordsReader, manifestHash: string): Uint8Array | undefined =>
  tx
    .select({ file: heldPackages.file })
    .from(heldPackages)
    .where(eq(heldPackages.manifestHash, buffer(manifestHash)))
    .get()?.file;

/** True for a package that was held once. */
export const wasHeld = (tx: RecordsReader, manifestHash: string): boolean =>
  tx
    .select({ at: heldPackages.at })
    .from(heldPackages)
    .where(eq(heldPackages.manifestHash, buffer(manifestHash)))
    .get() !== undefined;

/** Keeps why a package is held now. */
export const noteWhy = (
  tx: RecordsWriter,
  manifestHash: string,
  { code, details }: Pick<HeldPackage, 'code' | 'details'>,
): void => {
  tx.update(heldPackages)
    .set({ code, details: [...details] })
    .where(eq(heldPackages.manifestHash, buffer(manifestHash)))
    .run();
};

export interface NewHeldPackage extends Omit<HeldPackage, 'manifest'> {
  readonly manifest: Pick<Manifest, 'packageId' | 'caseId' | 'sender'>;
  readonly manifestBytes: Uint8Array;
  readonly file: Uint8Array;
}

/** Keeps a held package; of one that was held before, why it is held now. */
export const keepHeldPackage = (tx: RecordsWriter, held: NewHeldPackage): void => {
  const why = { code: held.code, details: [...held.details] };
  tx.insert(heldPackages)
    .values({
      ...why,
      manifestHash: buffer(held.manifestHash),
      packageId: held.manifest.packageId,
      senderKey: buffer(held.manifest.sender.key),
      caseId: held.manifest.caseId,
      manifest: Buffer.from(held.manifestBytes),
      acts: held.acts.map(({ bytes, ...act }) => ({ ...act, bytes: Buffer.from(bytes).toString('base64') })),
      file: Buffer.from(held.file),
      at: held.at,
    })
    .onConflictDoUpdate({ target: heldPackages.manifestHash, set: why })
    .run();
};

/** Decisions that hold, in order, by what they are about. */
export const decisionsByItem = (tx: RecordsReader): ReadonlyMap<string, readonly Decision[]> => {
  const found = new Map<string, Decision[]>();
  for (const { undoneAt, acts, answers, ...row } of tx.select().from(decisions).orderBy(asc(decisions.seq)).all()) {
    if (undoneAt !== null) continue;
    const decision = { ...row, acts: names.parse(acts), answers: answersSchema.parse(answers) };
    found.set(row.item, [...(found.get(row.item) ?? []), decision]);
  }
  return found;
};

/** The latest decision that changed something, and may be taken back; asking changes nothing. */
export const latestOf = (all: readonly Decision[]): Decision | undefined =>
  all.findLast(({ choice }) => choice !== 'ask');

/** Notes a decision; gives its number. */
export const insertDecision = (
  tx: RecordsWriter,
  { acts = [], answers = [], reason = '', ...decision }: Pick<Decision, 'item' | 'choice' | 'at'> & Partial<Decision>,
): number =>
  tx
    .insert(decisions)
    .values({ ...decision, acts: [...acts], answers: [...answers], reason })
    .returning({ seq: decisions.seq })
    .get().seq;

/** Notes that a decision was taken back. */
export const undoDecision = (tx: RecordsWriter, seq: number, at: string): void => {
  tx.update(decisions).set({ undoneAt: at }).where(eq(decisions.seq, seq)).run();
};
