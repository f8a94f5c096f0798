import {
  type AnyMethod,
  type Area,
  type ConfirmationKind,
  changesOf,
  commonErrorCodes,
  type MethodMap,
  type Request,
  type Response,
  type WireError,
} from '@shared/contract/method.ts';
import { fail, ok, type Result } from '@shared/kernel/result.ts';
import type { z } from 'zod';
import { exceptionToError, exceptionTrace } from './exception-to-error.ts';
import { createHold } from './hold.ts';
import { isWithinLimits } from './input-limits.ts';
import type { Log } from './log.ts';

/** What a person typed in the window of confirmation for one call: no page has it. */
export interface Typed {
  /** The passphrase of the vault; null where it is not asked. */
  readonly passphrase: string | null;
  /** A passphrase that was chosen; null where none is. */
  readonly chosen: string | null;
}

export const nothingTyped: Typed = { passphrase: null, chosen: null };

/** A handler as the server sees it: its input has passed the schema of its method. */
export type AnyHandler<Context> = (
  input: never,
  context: Context,
  typed: Typed,
) => Result<unknown, WireError> | Promise<Result<unknown, WireError>>;

/** Calls and the code behind them. A call is one that both know. */
export interface Calls<Context> {
  readonly contract: MethodMap;
  readonly handlers: Readonly<Record<string, AnyHandler<Context> | undefined>>;
}

/** A call that the person is to confirm. */
export interface ToConfirm {
  readonly method: string;
  readonly kind: ConfirmationKind;
  readonly input: unknown;
}

export interface ServerParts<Context> extends Calls<Context> {
  /** All calls, where those above are only the first of them; asked when a name is not among the first. */
  readonly all?: () => Promise<Calls<Context>>;
  readonly context: Context;
  readonly isUnlocked: () => boolean;
  /** Told what a call changed that succeeded, before its answer is given. */
  readonly changed: (areas: readonly Area[]) => void;
  /** Called after each call, before its answer is given: what it wrote is complete then. */
  readonly after?: () => void;
  /** Has the person confirm a call whose contract asks for it, with the input that passed its schema. */
  readonly confirm: (call: ToConfirm) => Promise<Result<Typed, WireError>>;
  readonly log: Log;
  /** Checks every answer against the contract; for development and tests. */
  readonly checkOutput: boolean;
}

export interface Server {
  /** Answers one message of a page; null when it is no request at all. Never throws. */
  readonly handle: (message: unknown) => Promise<Response | null>;
  /** Calls that run right now. */
  readonly pending: () => number;
  /** Runs `run` while no further call on the open vault is begun: those that come wait until it has ended. */
  readonly hold: <T>(run: () => Promise<T>) => Promise<T>;
}

type Answer = Result<unknown, WireError>;

const commonCodes: ReadonlySet<string> = new Set(commonErrorCodes);

/** A request in the exact shape of the protocol, or null. Its input is not looked at. */
const toRequest = (message: unknown): Request | null => {
  if (typeof message !== 'object' || message === null || Object.getPrototypeOf(message) !== Object.prototype)
    return null;
  const { id, method, input, ...rest } = message as Record<string, unknown>;
  if (!Number.isSafeInteger(id) || typeof method !== 'string' || Reflect.ownKeys(rest).length > 0) return null;
  return { id: id as number, method, input };
};

const own = <T>(map: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(map, name) ? map[name] : undefined;

/** The call of this name, as far as these calls have it. */
const callOf = <Context>({ contract, handlers }: Calls<Context>, name: string) => {
  const method = own(contract, name);
  const handler = own(handlers, name);
  return method === undefined || handler === undefined ? undefined : { method, handler };
};

/** What is counted where something is too long. */
const counted: Readonly<Record<string, string>> = { string: 'characters', array: 'entries' };

/** The first limit of length that was passed, in what people count. */
const limitOf = (issues: readonly z.core.$ZodIssue[]): Readonly<Record<string, string | number>> => {
  for (const issue of issues) {
    const unit = issue.code === 'too_big' ? counted[issue.origin] : undefined;
    if (issue.code === 'too_big' && unit !== undefined) return { limit: Number(issue.maximum), unit };
  }
  return {};
};

/** Fields that the schema refuses, by path, and the limit where one is too long; never their values. */
const invalidInput = (issues: readonly z.core.$ZodIssue[]): Answer => {
  const fields = issues.slice(0, 10).map(({ path }) => path.map(String).join('.').slice(0, 100));
  return fail('invalidInput', { fields, ...limitOf(issues) });
};

/** Areas in which a page may save while it waits for a confirmation: nothing that is confirmed is read from them. */
const besides: ReadonlySet<Area> = new Set(['backup', 'drafts', 'notes', 'overview']);

/** True when a call could change what the person has just been shown of another one. */
const disturbs = (method: AnyMethod): boolean => changesOf(method).some((area) => !besides.has(area));

/** The gate between page and backend: nothing of a page reaches a handler unchecked. */
export const createServer = <Context>(parts: ServerParts<Context>): Server => {
  let pending = 0;
  /** A call is being confirmed. */
  let confirming = false;
  /** Calls that run and could change what a confirmation shows. */
  let disturbing = 0;
  const { hold, isHeld, passed } = createHold();

  /** True for a call that has to wait because the vault is held. */
  const waitsForHold = ({ needs }: AnyMethod): boolean =>
    isHeld() && needs.session === 'unlocked' && needs.whileHeld !== true;

  const checkAnswer = (method: AnyMethod, answer: Answer): void => {
    if (!parts.checkOutput) return;
    if (answer.ok) {
      const checked = method.output.safeParse(answer.value);
      if (!checked.success) throw new TypeError('output does not fit the contract');
    } else if (!method.errors.includes(answer.error.code) && !commonCodes.has(answer.error.code)) {
      throw new TypeError('error code is not in the contract');
    }
  };

  /** What is confirmed is what runs: until then nothing that it was read from changes. */
  const mustWait = (method: AnyMethod): boolean => {
    const asks = method.needs.confirmation !== undefined;
    return (confirming && (asks || disturbs(method))) || (asks && disturbing > 0);
  };

  const confirm = async (call: ToConfirm): Promise<Result<Typed, WireError>> => {
    confirming = true;
    try {
      return await parts.confirm(call);
    } finally {
      confirming = false;
    }
  };

  const runHandler = async (
    method: AnyMethod,
    handler: AnyHandler<Context>,
    input: unknown,
    typed: Typed,
  ): Promise<Answer> => {
    const weight = disturbs(method) ? 1 : 0;
    disturbing += weight;
    try {
      return await handler(input as never, parts.context, typed);
    } finally {
      disturbing -= weight;
      parts.after?.();
    }
  };

  /** The input of a call that may run now, or why it may not. */
  const admit = (method: AnyMethod, input: unknown): Result<unknown, WireError> => {
    if (!isWithinLimits(input)) return invalidInput([]);
    if (method.needs.session === 'unlocked' && !parts.isUnlocked()) return fail('locked');
    const parsed = method.input.safeParse(input);
    if (!parsed.success) return invalidInput(parsed.error.issues);
    return mustWait(method) ? fail('busy') : ok(parsed.data);
  };

  const run = async (request: Request): Promise<Answer> => {
    const call = callOf(parts, request.method) ?? callOf((await parts.all?.()) ?? parts, request.method);
    if (call === undefined) return fail('unknownMethod');
    const { method, handler } = call;
    if (waitsForHold(method)) await passed();
    const input = admit(method, request.input);
    if (!input.ok) return input;
    const kind = method.needs.confirmation;
    const confirmed =
      kind === undefined ? ok(nothingTyped) : await confirm({ method: request.method, kind, input: input.value });
    if (!confirmed.ok) return confirmed;
    const answer = await runHandler(method, handler, input.value, confirmed.value);
    checkAnswer(method, answer);
    const changes = changesOf(method);
    if (answer.ok && changes.length > 0) parts.changed(changes);
    return answer;
  };

  const handle = async (message: unknown): Promise<Response | null> => {
    const request = toRequest(message);
    if (request === null) return null;
    pending += 1;
    try {
      return { id: request.id, result: await run(request) };
    } catch (thrown) {
      parts.log.error({ method: request.method, ...exceptionTrace(thrown) });
      return { id: request.id, result: { ok: false, error: exceptionToError(thrown) } };
    } finally {
      pending -= 1;
    }
  };

  return { handle, pending: () => pending, hold };
};
