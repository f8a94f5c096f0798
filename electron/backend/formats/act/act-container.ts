import { actHashSchema } from '@shared/domain/case/header.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { z } from 'zod';
import { base64, decodeBase64, encodeBase64 } from '../../crypto/base64.ts';
import { readPlainJson } from '../../crypto/canonical-json.ts';
import {
  type OpenedAct,
  type Opening,
  type Openings,
  openingsFor,
  type SealErrorCode,
  type SealedAct,
  verifySealedAct,
  type WholeAct,
} from './act-crypto.ts';

/** Name of the attachment in every signed document. */
export const actFileName = 'langkah.json';
/** Larger containers are refused unread (bytes of JSON). */
export const maxContainerBytes = 8 * 1024 * 1024;

const common = {
  header: base64(200_000),
  body: base64(6_000_000).nullable(),
  salt: base64(44).nullable(),
  signature: base64(88),
} as const;
const openingSchema = z.strictObject({ salt: base64(44), heads: z.array(actHashSchema).max(200) }).nullable();
const containerSchema = z.discriminatedUnion('format', [
  z.strictObject({ format: z.literal('bilik/act-file/v1'), ...common }),
  z.strictObject({
    format: z.literal('bilik/act-file/v2'),
    ...common,
    openings: z.union([
      z.tuple([openingSchema, openingSchema]),
      z.tuple([openingSchema, openingSchema, openingSchema.unwrap()]),
    ]),
  }),
]);
type PackedOpening = z.infer<typeof openingSchema>;
type Container = z.infer<typeof containerSchema>;
type PackedOpenings = Extract<Container, { format: 'bilik/act-file/v2' }>['openings'];

const packOne = ({ salt, heads }: Opening): NonNullable<PackedOpening> => ({
  salt: encodeBase64(salt),
  heads: [...heads],
});
const pack = (opening: Opening | null): PackedOpening => opening && packOne(opening);
const packAll = ([deeper, deepest, own]: NonNullable<Openings>): PackedOpenings =>
  own === null ? [pack(deeper), pack(deepest)] : [pack(deeper), pack(deepest), packOne(own)];

/**
 * The JSON file that carries one act: `{format, header, body, salt, signature}`, each the exact bytes in Base64; body
 * and salt are null when the header travels alone. An act of v2 has `openings` besides, each null where whoever gets
 * the file does not see that level, and a third one for who may know what it builds on, where its header hides that.
 * Throws RangeError when only one of body and salt is null.
 */
export const writeActFile = (act: SealedAct): Uint8Array => {
  if ((act.bodyBytes === null) !== (act.salt === null)) throw new RangeError('body and salt go together');
  const parts = {
    header: encodeBase64(act.headerBytes),
    body: act.bodyBytes === null ? null : encodeBase64(act.bodyBytes),
    salt: act.salt === null ? null : encodeBase64(act.salt),
    signature: encodeBase64(act.signature),
  };
  const container: Container =
    act.openings === null
      ? { format: 'bilik/act-file/v1', ...parts }
      : { format: 'bilik/act-file/v2', ...parts, openings: packAll(act.openings) };
  return new TextEncoder().encode(`${JSON.stringify(container, null, 2)}\n`);
};

/** The act file of a whole act, as a signed document carries it: whoever has the paper learns of no other act. */
export const writeActContainer = (act: WholeAct): Uint8Array =>
  writeActFile({ ...act, openings: openingsFor(act.openings, null) });

const unpack = (packed: PackedOpening): Opening | null | undefined => {
  if (packed === null) return null;
  const salt = decodeBase64(packed.salt);
  return salt === null ? undefined : { salt, heads: packed.heads };
};

/** Undefined where they cannot be read. */
const openingsOf = (container: Container): Openings | undefined => {
  if (container.format === 'bilik/act-file/v1') return null;
  const [first, second, own] = [container.openings[0], container.openings[1], container.openings[2] ?? null].map(
    unpack,
  );
  return first === undefined || second === undefined || own === undefined ? undefined : [first, second, own];
};

const sealedOf = (container: Container): SealedAct | null => {
  const { header, body, salt, signature } = container;
  const headerBytes = decodeBase64(header);
  const signatureBytes = decodeBase64(signature);
  const bodyBytes = body === null ? null : decodeBase64(body);
  const saltBytes = salt === null ? null : decodeBase64(salt);
  const openings = openingsOf(container);
  if (headerBytes === null || signatureBytes === null || openings === undefined) return null;
  // Both null, or both there and readable.
  if ((bodyBytes === null) !== (body === null) || (saltBytes === null) !== (salt === null)) return null;
  if ((bodyBytes === null) !== (saltBytes === null)) return null;
  return { headerBytes, bodyBytes, salt: saltBytes, signature: signatureBytes, openings };
};

const readContainer = (bytes: Uint8Array): SealedAct | null => {
  if (bytes.length > maxContainerBytes) return null;
  const parsed = containerSchema.safeParse(readPlainJson(bytes));
  return parsed.success ? sealedOf(parsed.data) : null;
};

/** An act file that was read: the bytes to keep, and what they say. */
export interface ReadActFile {
  readonly sealed: SealedAct;
  readonly opened: OpenedAct;
}

/**
 * Reads and checks an act file, with body or as a header alone. Fails with `actFileInvalid` when it is none, else as
 * `verifySealedAct`. Never throws.
 */
export const readActFile = (bytes: Uint8Array): Result<ReadActFile, AppError<SealErrorCode | 'actFileInvalid'>> => {
  const sealed = readContainer(bytes);
  if (sealed === null) return fail('actFileInvalid');
  const opened = verifySealedAct(sealed);
  return opened.ok ? ok({ sealed, opened: opened.value }) : opened;
};

/** Reads and checks the act file of a signed document: as `readActFile`, but it must have a body. */
export const readActContainer = (bytes: Uint8Array): Result<OpenedAct, AppError<SealErrorCode | 'actFileInvalid'>> => {
  const read = readActFile(bytes);
  if (!read.ok) return read;
  return read.value.opened.body === null ? fail('actFileInvalid') : ok(read.value.opened);
};
