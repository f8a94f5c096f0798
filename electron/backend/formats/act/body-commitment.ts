import { createHmac } from 'node:crypto';
import type { ActHeader } from '@shared/domain/case/header.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { canonicalJson } from '../../crypto/canonical-json.ts';
import { sha256 } from '../../crypto/hash.ts';

/**
 * The parts of a body, by name: each of its fields, each field of the content (`content/<name>`) and each file by its
 * place (`attachments/0`). Each is committed to on its own, so that it can be shown without the others.
 */
export type BodyParts = Readonly<Record<string, unknown>>;

const text = new TextEncoder();
const bodyDomain = 'bilik/act/body/v2\n\0';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const entriesOf = (name: string, value: unknown): (readonly [string, unknown])[] => {
  if (name === 'content' && isObject(value))
    return Object.entries(value).map(([field, said]) => [`content/${field}`, said]);
  if (name === 'attachments' && Array.isArray(value)) return value.map((file, at) => [`attachments/${at}`, file]);
  return [[name, value]];
};

/** The parts of a body. */
export const partsOf = (body: Readonly<Record<string, unknown>>): BodyParts =>
  Object.fromEntries(Object.entries(body).flatMap(([name, value]) => entriesOf(name, value)));

/** The salt of one part. Without the act's salt none of the others can be found from it. */
export const saltOfPart = (salt: Uint8Array, name: string): Uint8Array =>
  createHmac('sha256', salt).update(name).digest();

/** SHA-256(salt of the part ‖ RFC 8785 JSON of its value), in hexadecimal. */
export const partCommitment = (partSalt: Uint8Array, value: unknown): string =>
  toHex(sha256(partSalt, canonicalJson(value)));

/** SHA-256(domain ‖ RFC 8785 JSON of the commitments by name of their part), in hexadecimal. */
export const commitmentOfParts = (commitments: Readonly<Record<string, string>>): string =>
  toHex(sha256(text.encode(bodyDomain), canonicalJson(commitments)));

/** What the header of an act of v2 commits to of its body. */
export const commitmentByParts = (salt: Uint8Array, body: Readonly<Record<string, unknown>>): string => {
  const parts = Object.entries(partsOf(body));
  return commitmentOfParts(
    Object.fromEntries(parts.map(([name, value]) => [name, partCommitment(saltOfPart(salt, name), value)])),
  );
};

/**
 * True when a header commits to this body: v1 to its bytes, SHA-256(salt ‖ body), v2 to each part of `read`, what the
 * bytes say as canonical JSON (undefined where they are none). It tells nothing of the body without the salt.
 */
export const commitsTo = (
  { format, bodyCommit }: Pick<ActHeader, 'format' | 'bodyCommit'>,
  salt: Uint8Array,
  body: { readonly bytes: Uint8Array; readonly read: unknown },
): boolean =>
  format === 'bilik/act/v1'
    ? toHex(sha256(salt, body.bytes)) === bodyCommit
    : isObject(body.read) && commitmentByParts(salt, body.read) === bodyCommit;
