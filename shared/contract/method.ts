import type { Result } from '@shared/kernel/result.ts';
import type { z } from 'zod';
import type { Leave } from './control.ts';

/** Error codes that any call may answer, whatever the method. */
export const commonErrorCodes = [
  'internal',
  'invalidInput',
  'unknownMethod',
  'locked',
  'roleMissing',
  'notConfirmed',
  'busy',
  'diskFull',
  'storageFailed',
] as const;
export type CommonErrorCode = (typeof commonErrorCodes)[number];

/**
 * What saving outside of the vault may fail with besides. `exportLeftBehind`: what was written could not be removed
 * again; `details.name` says what it is called.
 */
export const exportErrors = ['exportFailed', 'exportLeftBehind', 'folderReadOnly'] as const;

/** What a call may ask of the person before it runs. */
export type ConfirmationKind = 'press' | 'passphrase';

/** What must hold before the backend runs a method. */
export interface Needs {
  /** `none`: works while locked. `unlocked`: a vault is open. */
  readonly session: 'none' | 'unlocked';
  /**
   * What the person does for this very call in the window of confirmation, before it runs: presses once, having seen
   * what the backend reads out of the call, or enters the passphrase too.
   */
  readonly confirmation?: ConfirmationKind;
  /** True: answered also while the other calls on the vault wait, as during the copying of its files. */
  readonly whileHeld?: true;
}

/** Areas of what the window asks: the part of a query's name before the dot. */
export const areas = [
  'audit',
  'backup',
  'case',
  'competence',
  'directory',
  'documents',
  'drafts',
  'exchange',
  'guidance',
  'identity',
  'integrity',
  'invitation',
  'keys',
  'notes',
  'office',
  'overview',
  'persons',
  'programme',
  'session',
  'settings',
] as const;
export type Area = (typeof areas)[number];

/** What a call takes, answers, refuses and needs. */
interface Declaration<Input extends z.ZodType, Output extends z.ZodType, Code extends string> {
  readonly input: Input;
  readonly output: Output;
  readonly errors: readonly Code[];
  readonly needs: Needs;
}

/** A call that only asks: the window may make it again whenever it likes. */
export interface Query<Input extends z.ZodType, Output extends z.ZodType, Code extends string>
  extends Declaration<Input, Output, Code> {
  readonly kind: 'query';
}

/** A call that does something. */
export interface Command<Input extends z.ZodType, Output extends z.ZodType, Code extends string>
  extends Declaration<Input, Output, Code> {
  readonly kind: 'command';
  /**
   * Areas whose queries may answer otherwise once it succeeded; empty: none. The window then asks again what it shows
   * of them. The audit trail, which most calls lengthen, is asked anew whenever its page opens, so it counts only for
   * calls of that page.
   */
  readonly changes: readonly Area[];
}

/** Declares a call that only asks (keeps the literal types of its parts). */
export const query = <Input extends z.ZodType, Output extends z.ZodType, const Code extends string>(
  declaration: Declaration<Input, Output, Code>,
): Query<Input, Output, Code> => ({ kind: 'query', ...declaration });

/** Declares a call that does something, and what it changes. */
export const command = <Input extends z.ZodType, Output extends z.ZodType, const Code extends string>(
  declaration: Omit<Command<Input, Output, Code>, 'kind'>,
): Command<Input, Output, Code> => ({ kind: 'command', ...declaration });

export type AnyMethod = Query<z.ZodType, z.ZodType, string> | Command<z.ZodType, z.ZodType, string>;
export type MethodMap = Readonly<Record<string, AnyMethod>>;

/** Areas that a call may change. */
export const changesOf = (method: AnyMethod): readonly Area[] => (method.kind === 'command' ? method.changes : []);

export type InputOf<M extends AnyMethod> = z.input<M['input']>;
export type ParsedInputOf<M extends AnyMethod> = z.output<M['input']>;
export type OutputOf<M extends AnyMethod> = z.output<M['output']>;
export type ErrorCodeOf<M extends AnyMethod> = M['errors'][number] | CommonErrorCode;

/** An expected failure as it travels: its code and values for the placeholders of its text. */
export interface WireError {
  readonly code: string;
  readonly details?: Readonly<Record<string, string | number | boolean | readonly string[]>> | undefined;
}

/** Window → backend. */
export interface Request {
  readonly id: number;
  readonly method: string;
  readonly input: unknown;
}

/** Backend → window, one for each request. */
export interface Response {
  readonly id: number;
  readonly result: Result<unknown, WireError>;
}

/** Backend → window, unasked. */
export type BackendEvent =
  | { readonly event: 'progress'; readonly task: string; readonly done: number; readonly total: number }
  /** A command of this page succeeded: queries of these areas may answer otherwise now. Comes before its response. */
  | { readonly event: 'changed'; readonly areas: readonly Area[] }
  /** The vault locks within a moment: what is still unsaved is to be sent now. */
  | { readonly event: 'lockSoon' }
  /** The person leaves by the menu or the window's frame: `session.answerLock` says whether anything is unsaved. */
  | { readonly event: 'lockAsked'; readonly leave: Leave }
  | { readonly event: 'idleWarning'; readonly secondsLeft: number };
