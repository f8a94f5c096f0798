import type { Result } from '@shared/kernel/result.ts';
import type { z } from 'zod';

/** Error codes that any call may answer, whatever the method. */
export const commonErrorCodes = [
  'internal',
  'invalidInput',
  'unknownMethod',
  'locked',
  'roleMissing',
  'reauthenticationRequired',
  'busy',
  'diskFull',
  'storageFailed',
] as const;
export type CommonErrorCode = (typeof commonErrorCodes)[number];

/** What must hold before the backend runs a method. */
export interface Needs {
  /** `none`: works while locked. `unlocked`: a vault is open. */
  readonly session: 'none' | 'unlocked';
  /** True when the passphrase must have been entered again for this very call (a one-time token). */
  readonly reauthentication?: boolean;
}

/** One call between window and backend: its strict input, its output, the codes it may fail with, what it needs. */
export interface Method<Input extends z.ZodType, Output extends z.ZodType, Code extends string> {
  readonly input: Input;
  readonly output: Output;
  readonly errors: readonly Code[];
  readonly needs: Needs;
}

/** Declares a method of the contract (keeps the literal types of its parts). */
export const method = <Input extends z.ZodType, Output extends z.ZodType, const Code extends string>(
  declaration: Method<Input, Output, Code>,
): Method<Input, Output, Code> => declaration;

export type AnyMethod = Method<z.ZodType, z.ZodType, string>;
export type MethodMap = Readonly<Record<string, AnyMethod>>;

export type InputOf<M extends AnyMethod> = z.input<M['input']>;
export type ParsedInputOf<M extends AnyMethod> = z.output<M['input']>;
export type OutputOf<M extends AnyMethod> = z.output<M['output']>;
export type ErrorCodeOf<M extends AnyMethod> = M['errors'][number] | CommonErrorCode;

/** An expected failure as it travels: its code and values for the placeholders of its text. */
export interface WireError {
  readonly code: string;
  readonly details?: Readonly<Record<string, string | number | boolean | readonly string[]>> | undefined;
}

/** Window → backend. `reauthentication` carries the one-time token of `session.reauthenticate`. */
export interface Request {
  readonly id: number;
  readonly method: string;
  readonly input: unknown;
  readonly reauthentication?: string;
}

/** Backend → window, one for each request. */
export interface Response {
  readonly id: number;
  readonly result: Result<unknown, WireError>;
}

/** Backend → window, unasked. */
export type BackendEvent =
  | { readonly event: 'progress'; readonly task: string; readonly done: number; readonly total: number }
  | { readonly event: 'changed'; readonly topics: readonly string[] }
  /** The vault locks within a moment: what is still unsaved is to be sent now. */
  | { readonly event: 'lockSoon' }
  | { readonly event: 'idleWarning'; readonly secondsLeft: number };
