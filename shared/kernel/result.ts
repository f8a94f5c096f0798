/** Outcome of a call that may fail in a way its caller is expected to handle. Exceptions are bugs. */
export type Result<T, E> = Ok<T> | Err<E>;
export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}
export interface Err<E> {
  readonly ok: false;
  readonly error: E;
}

/** Wraps a value as a success. */
export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

/** Wraps an error as a failure. */
export const err = <E>(error: E): Err<E> => ({ ok: false, error });

/**
 * A failure that a person is told about: a code from the contract (its text is in i18n under
 * `errors.<code>`) and values for the placeholders of that text. Never personal text or secrets.
 */
export interface AppError<Code extends string = string> {
  readonly code: Code;
  readonly details?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** Builds a failed Result from an error code. */
export const fail = <Code extends string>(code: Code, details?: AppError['details']): Err<AppError<Code>> =>
  err(details === undefined ? { code } : { code, details });
