import type { Fact, FactLine, Reading } from '@shared/contract/confirmation.ts';
import type { Contract, MethodName } from '@shared/contract/index.ts';
import type { ParsedInputOf, WireError } from '@shared/contract/method.ts';
import { ok, type Result } from '@shared/kernel/result.ts';
import type { CallContext } from '../../rpc/context.ts';

/** What is read out of a call; null: with this input nothing is signed and nothing leaves. */
export type ReadingResult = Result<Reading | null, WireError>;

/** Reads a call of one method for the person: from its input and the vault, never from what a page says of it. */
export type Read<M extends MethodName> = (
  input: ParsedInputOf<Contract[M]>,
  context: CallContext,
) => ReadingResult | Promise<ReadingResult>;

export type Readings = { readonly [M in MethodName]?: Read<M> };

/** Readings of one area, each typed by its method. */
export const defineReadings = <const R extends Readings>(
  readings: R & { readonly [K in Exclude<keyof R, MethodName>]: never },
): R => readings;

export const noReading: Reading = {
  employee: null,
  acts: [],
  record: null,
  clockCorrectedTo: null,
  facts: [],
  chooses: null,
};

/** A thing under its label; none when there is nothing to say. */
export const fact = (label: string, ...lines: readonly FactLine[]): readonly Fact[] =>
  lines.length === 0 ? [] : [{ label, lines }];

/** A reading of facts alone. */
export const facts = (...parts: readonly (readonly Fact[])[]): ReadingResult =>
  ok({ ...noReading, facts: parts.flat() });
