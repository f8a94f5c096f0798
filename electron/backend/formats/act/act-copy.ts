import { type ActBody, actBodySchema, contentSchemas } from '@shared/domain/case/body.ts';
import { type ActHash, type ActHeader, actHashSchema } from '@shared/domain/case/header.ts';
import { mayBeLeftOut } from '@shared/domain/case/left-out.ts';
import { ownValue } from '@shared/kernel/own-value.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { z } from 'zod';
import { base64, decodeBase64, encodeBase64 } from '../../crypto/base64.ts';
import { canonicalJson, readCanonicalJson, readPlainJson } from '../../crypto/canonical-json.ts';
import { maxContainerBytes, readActContainer, writeActContainer } from './act-container.ts';
import { sealErrorCodes, verifySealedAct, type WholeAct } from './act-crypto.ts';
import { type BodyParts, commitmentOfParts, partCommitment, partsOf, saltOfPart } from './body-commitment.ts';

/** Name of the attachment of a copy for the employee that holds the act that was copied. */
export const copyFileName = 'salinan.json';

const partName = z.string().min(1).max(80);
const copySchema = z.strictObject({
  format: z.literal('bilik/act-copy/v1'),
  header: base64(200_000),
  signature: base64(88),
  /** Of every part of the body. */
  commitments: z.record(partName, actHashSchema),
  /** Of those that the copy shows: salt of the part and RFC 8785 JSON of its value. */
  shown: z.record(partName, z.strictObject({ salt: base64(44), value: base64(6_000_000) })),
});
type CopyFile = z.infer<typeof copySchema>;

/** An act as its copy shows it, verified. */
export interface OpenedCopy {
  readonly hash: ActHash;
  readonly header: ActHeader;
  /** What is left out lacks: fields of the content, attachments. All else is as it was signed. */
  readonly body: ActBody;
  /** Names of the parts that lack, sorted. */
  readonly leftOut: readonly string[];
}

/** What can be wrong with the act inside a copy, beside what can be with every act. */
export const copyErrorCodes = [
  'copyFileInvalid',
  'copyPartsDiffer',
  'copyPartAdded',
  'copyPartChanged',
  'copyPartMissing',
  ...sealErrorCodes,
] as const;
export type CopyErrorCode = (typeof copyErrorCodes)[number];

const writeParts = ({ headerBytes, signature, salt }: WholeAct, parts: BodyParts, leftOut: readonly string[]) => {
  const entries = Object.entries(parts).map(([name, value]) => ({ name, value, partSalt: saltOfPart(salt, name) }));
  const file: CopyFile = {
    format: 'bilik/act-copy/v1',
    header: encodeBase64(headerBytes),
    signature: encodeBase64(signature),
    commitments: Object.fromEntries(
      entries.map(({ name, value, partSalt }) => [name, partCommitment(partSalt, value)]),
    ),
    shown: Object.fromEntries(
      entries
        .filter(({ name }) => !leftOut.includes(name))
        .map(({ name, value, partSalt }) => [
          name,
          { salt: encodeBase64(partSalt), value: encodeBase64(canonicalJson(value)) },
        ]),
    ),
  };
  return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`);
};

/**
 * The file that proves what a copy shows of an act: its header, its signature, the parts that are shown with their
 * salts, and the commitments of those left out. An act of v1 commits to its body as a whole: null when something of it
 * is to be left out. Null too for a part that the act has not, or that may not be left out.
 */
export const writeActCopy = (act: WholeAct, leftOut: readonly string[]): Uint8Array | null => {
  // Of v1: it has no openings.
  if (act.openings === null) return leftOut.length === 0 ? writeActContainer(act) : null;
  const parts = partsOf(readCanonicalJson(act.bodyBytes) as ActBody);
  const isFine = leftOut.every((name) => Object.hasOwn(parts, name) && mayBeLeftOut(name));
  return isFine ? writeParts(act, parts, leftOut) : null;
};

/** The body that some of its parts make; undefined where they make none. */
const bodyOf = (parts: ReadonlyMap<string, unknown>, { type }: Pick<ActHeader, 'type'>): ActBody | undefined => {
  const names = [...parts.keys()];
  const below = (above: string) =>
    names.filter((name) => name.startsWith(`${above}/`)).map((name) => name.slice(above.length + 1));
  const schemas = contentSchemas[type].shape as Readonly<Record<string, z.ZodType>>;
  const content = below('content').map((field) => [field, parts.get(`content/${field}`)] as const);
  const isKnown = content.every(([field, value]) => ownValue(schemas, field)?.safeParse(value).success === true);
  const files = below('attachments').sort((a, b) => Number(a) - Number(b));
  const body = actBodySchema.safeParse({
    ...Object.fromEntries([...parts].filter(([name]) => !name.includes('/'))),
    content: Object.fromEntries(content),
    attachments: files.map((place) => parts.get(`attachments/${place}`)),
  });
  return isKnown && body.success ? body.data : undefined;
};

type Shown = Result<ReadonlyMap<string, unknown>, AppError<CopyErrorCode>>;

/** The values of the parts that are shown, each what the act commits to. */
const shownParts = ({ commitments, shown }: CopyFile): Shown => {
  const parts = new Map<string, unknown>();
  for (const [name, opening] of Object.entries(shown)) {
    const committed = ownValue(commitments, name);
    if (committed === undefined) return fail('copyPartAdded');
    const [salt, bytes] = [decodeBase64(opening.salt), decodeBase64(opening.value)];
    if (salt?.length !== 32 || bytes === null) return fail('copyFileInvalid');
    const value = readCanonicalJson(bytes);
    if (value === undefined || partCommitment(salt, value) !== committed) return fail('copyPartChanged');
    parts.set(name, value);
  }
  return ok(parts);
};

const openCopy = (file: CopyFile): Result<OpenedCopy, AppError<CopyErrorCode>> => {
  const [headerBytes, signature] = [decodeBase64(file.header), decodeBase64(file.signature)];
  if (headerBytes === null || signature === null) return fail('copyFileInvalid');
  const act = verifySealedAct({ headerBytes, signature, bodyBytes: null, salt: null, openings: [null, null, null] });
  if (!act.ok) return act;
  const { hash, header } = act.value;
  if (commitmentOfParts(file.commitments) !== header.bodyCommit) return fail('copyPartsDiffer');
  const parts = shownParts(file);
  if (!parts.ok) return parts;
  const leftOut = Object.keys(file.commitments)
    .filter((name) => !parts.value.has(name))
    .sort();
  if (!leftOut.every(mayBeLeftOut)) return fail('copyPartMissing');
  const body = bodyOf(parts.value, header);
  return body === undefined ? fail('actBodyInvalid') : ok({ hash, header, body, leftOut });
};

/** An act of v1, whole. */
const openWhole = (bytes: Uint8Array): Result<OpenedCopy, AppError<CopyErrorCode>> => {
  const read = readActContainer(bytes);
  if (!read.ok) return fail(read.error.code === 'actFileInvalid' ? 'copyFileInvalid' : read.error.code);
  const { hash, header, body } = read.value;
  return body === null || header.format !== 'bilik/act/v1'
    ? fail('copyFileInvalid')
    : ok({ hash, header, body, leftOut: [] });
};

/**
 * Reads what `writeActCopy` wrote and checks it: signature of the act, every part that is shown against its commitment,
 * and the commitments against what was signed. Says nothing of whose key it is. Codes: `copyFileInvalid`,
 * `copyPartsDiffer` (a part or commitment more, less or exchanged), `copyPartAdded` (shown, but not part of the act),
 * `copyPartChanged` (another value or salt), `copyPartMissing` (left out, though no copy may lack it), and those of
 * every act. Never throws.
 */
export const readActCopy = (bytes: Uint8Array): Result<OpenedCopy, AppError<CopyErrorCode>> => {
  if (bytes.length > maxContainerBytes) return fail('copyFileInvalid');
  const file = copySchema.safeParse(readPlainJson(bytes));
  return file.success ? openCopy(file.data) : openWhole(bytes);
};
