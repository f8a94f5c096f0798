import { type AppError, fail, type Result } from '@shared/kernel/result.ts';
import { z } from 'zod';
import { type OpenedAct, type SealErrorCode, type SealedAct, verifySealedAct } from '../case/act-crypto.ts';

/** Name of the attachment in every signed document. */
export const actFileName = 'langkah.json';
/** Larger containers are refused unread (bytes of JSON). */
export const maxContainerBytes = 8 * 1024 * 1024;

const base64 = (max: number) => z.base64().max(max);
const containerSchema = z.strictObject({
  format: z.literal('bilik/act-file/v1'),
  header: base64(200_000),
  body: base64(6_000_000),
  salt: base64(44),
  signature: base64(88),
});

const encode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const decode = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

/** The JSON file that carries one act whole: `{format, header, body, salt, signature}`, each the exact bytes in Base64. */
export const writeActContainer = (act: SealedAct & { bodyBytes: Uint8Array; salt: Uint8Array }): Uint8Array => {
  const container = {
    format: 'bilik/act-file/v1',
    header: encode(act.headerBytes),
    body: encode(act.bodyBytes),
    salt: encode(act.salt),
    signature: encode(act.signature),
  };
  return new TextEncoder().encode(`${JSON.stringify(container, null, 2)}\n`);
};

/** Reads and checks an act file; `actFileInvalid` when it is none. Never throws. */
export const readActContainer = (bytes: Uint8Array): Result<OpenedAct, AppError<SealErrorCode | 'actFileInvalid'>> => {
  if (bytes.length > maxContainerBytes) return fail('actFileInvalid');
  try {
    const parsed = containerSchema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    if (!parsed.success) return fail('actFileInvalid');
    const { header, body, salt, signature } = parsed.data;
    return verifySealedAct({
      headerBytes: decode(header),
      bodyBytes: decode(body),
      salt: decode(salt),
      signature: decode(signature),
    });
  } catch {
    return fail('actFileInvalid');
  }
};
