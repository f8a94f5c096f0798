/**
 * What the backend and the window of confirmation say to each other over a port of their own. That window is another
 * page than the one that made the call, in another process: what it shows the backend has read out of the call, and
 * what is pressed or typed there the calling page never sees.
 */
import type { ActType } from '@shared/domain/case/act-type.ts';
import type { ActBody } from '@shared/domain/case/body.ts';
import type { GuidanceRecord } from '@shared/domain/guidance/record.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import { z } from 'zod';
import type { Language } from '../i18n/index.ts';
import type { ActCheck } from './case.ts';
import { passphrase } from './fields.ts';
import type { ConfirmationKind } from './method.ts';

/** An earlier act that the one to be signed is about. */
export interface AboutAct {
  readonly type: ActType;
  /** The day on which it was signed, as its signer saw it. */
  readonly statedOn: string;
  /** What it says; null where this vault holds its header alone. */
  readonly content: ActBody['content'] | null;
}

/** An act as it will be signed, and who receives what of it. */
export interface ActToSign extends Omit<ActBody, 'attachments'> {
  readonly type: ActType;
  readonly capacity: Role;
  /** The day on which it is signed, as it stands in the act. */
  readonly statedOn: string;
  /** When it is signed, where this computer's clock is wrong and a person gave the time (*jam dikoreksi*); or null. */
  readonly clockCorrectedTo: string | null;
  readonly about: AboutAct | null;
  /** Names of the files that it carries. */
  readonly files: readonly string[];
  /** The file that is the signed document itself. */
  readonly signedDocument: string | null;
  readonly deliveries: ActCheck['deliveries'];
  readonly warnings: readonly string[];
}

/** One thing that a call is about: a text of a person or a number as it is, or a key of i18n with its values. */
export type FactLine = string | { readonly key: string; readonly values?: Readonly<Record<string, string | number>> };

/** What a call is about, under a label below `confirm.fact` in i18n. */
export interface Fact {
  readonly label: string;
  readonly lines: readonly FactLine[];
}

/**
 * A passphrase that the person types beside the vault's: its next one, that of a file that leaves (both chosen here),
 * or the one that a certificate file has already, which may be empty.
 */
export type Chosen = 'vault' | 'file' | 'certificate';

/** What the backend reads out of a call. */
export interface Reading {
  /** Whose case it is; null where no case is meant. */
  readonly employee: string | null;
  readonly acts: readonly ActToSign[];
  readonly record: GuidanceRecord | null;
  /** When the record is signed, where the clock of this computer is wrong and the person gave the time; else null. */
  readonly clockCorrectedTo: string | null;
  readonly facts: readonly Fact[];
  /** What is chosen for; null where nothing is. Only calls that ask for the passphrase choose one. */
  readonly chooses: Chosen | null;
}

/** What the window shows. */
export interface Confirmation extends Reading {
  readonly method: string;
  readonly kind: ConfirmationKind;
  readonly language: Language;
  /** By which a person tells this window from a painted one; no call of a page answers it. */
  readonly word: string;
  /** Names of follow-ups that the institution has added. */
  readonly followUps: readonly { readonly code: string; readonly label: string }[];
}

/** Window → backend. */
export const toConfirmation = z.discriminatedUnion('message', [
  z.strictObject({ message: z.literal('get') }),
  z.strictObject({
    message: z.literal('answer'),
    passphrase: passphrase.nullable(),
    chosen: passphrase.nullable().default(null),
  }),
  z.strictObject({ message: z.literal('cancel') }),
]);
export type ToConfirmation = z.input<typeof toConfirmation>;

/** Backend → window. */
export type FromConfirmation =
  | { readonly message: 'shown'; readonly confirmation: Confirmation }
  /** The answer does not do; another one may be given. */
  | { readonly message: 'refused'; readonly code: 'wrongPassphrase' | 'weakPassphrase' | 'busy' | 'storageFailed' };
