import type { Contract, MethodName } from '@shared/contract/index.ts';
import type { ErrorCodeOf, OutputOf, ParsedInputOf } from '@shared/contract/method.ts';
import type { AppError, Result } from '@shared/kernel/result.ts';
import type { CallContext } from './context.ts';
import type { Typed } from './server.ts';

export type HandlerResult<M extends MethodName> = Result<OutputOf<Contract[M]>, AppError<ErrorCodeOf<Contract[M]>>>;

/**
 * Code behind one method: gets the input that passed the schema and what was typed in the window of confirmation,
 * answers with a Result. Exceptions are bugs.
 */
export type Handler<M extends MethodName> = (
  input: ParsedInputOf<Contract[M]>,
  context: CallContext,
  typed: Typed,
) => HandlerResult<M> | Promise<HandlerResult<M>>;

export type Handlers = { readonly [M in MethodName]: Handler<M> };

/** Handlers of one capability: a part of the contract, each typed by its method. */
export const defineHandlers = <const H extends Partial<Handlers>>(
  handlers: H & { readonly [K in Exclude<keyof H, MethodName>]: never },
): H => handlers;
