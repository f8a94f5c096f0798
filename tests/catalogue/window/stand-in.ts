import { type Contract, contract, type MethodName } from '../../../shared/contract/index.ts';
import type { OutputOf, ParsedInputOf, Request } from '../../../shared/contract/method.ts';

type Output<M extends MethodName> = OutputOf<Contract[M]>;
type Input<M extends MethodName> = ParsedInputOf<Contract[M]>;

/** What a call is answered with: its output, or a function of its input; `refuse` makes a failure. */
export type Answers = {
  readonly [M in MethodName]?: Output<M> | Refusal | ((input: Input<M>) => Output<M> | Refusal);
};

/** A failure that a call answers. */
export class Refusal {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number | boolean | readonly string[]>> | undefined;

  constructor(code: string, details?: Refusal['details']) {
    this.code = code;
    this.details = details;
  }
}

/** A call that ends with this code of its contract. */
export const refuse = (code: string, details?: Refusal['details']): Refusal => new Refusal(code, details);

/** The answer as it travels to the page; nothing at all: the call never ends. */
export type Outcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: object };

const isMethod = (name: string): name is MethodName => Object.hasOwn(contract, name);

/**
 * Answers one call of the page as the backend would: the input is read by the contract's schema, and so is the answer.
 * Throws when the page asks what nobody answers, or when the answer is not of the contract: the fixtures have drifted.
 */
export const answerCall = (answers: Answers, { method, input }: Pick<Request, 'method' | 'input'>): Outcome => {
  if (!isMethod(method)) throw new Error(`no such call: ${method}`);
  const answer = answers[method];
  if (answer === undefined) throw new Error(`the stand-in has no answer to ${method}`);
  const read = contract[method].input.parse(input);
  const given = typeof answer === 'function' ? (answer as (input: unknown) => unknown)(read) : answer;
  if (given instanceof Refusal) return { ok: false, error: { code: given.code, details: given.details } };
  return { ok: true, value: contract[method].output.parse(given) };
};
