import type { ReactNode } from 'react';
import type { Field } from '../fields/field.ts';
import type { IssueLookup } from '../issues.ts';

export interface FieldSetProps {
  readonly fields: readonly Field[];
  readonly content: Readonly<Record<string, unknown>>;
  readonly onChange: (name: string, next: unknown) => void;
  readonly issue: IssueLookup;
  /** Tells apart two sets of fields on one page. */
  readonly idPrefix?: string;
}

/** What every input of a field is given. */
export interface InputProps {
  readonly field: Field;
  readonly label: string;
  /** One sentence below the label. */
  readonly help: string | undefined;
  readonly value: unknown;
  readonly onChange: (next: unknown) => void;
  /** Refusals below this field's own path; called with nothing for the field itself. */
  readonly issue: IssueLookup;
  /** Shows a set of fields within this one. */
  readonly renderFields: (props: FieldSetProps) => ReactNode;
}

/** `value` as text; anything else counts as empty. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** `value` as a list; anything else counts as empty. */
export const asList = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? (value as T[]) : []);

/** The list with the entry at `index` replaced. */
export const replaceAt = <T>(list: readonly T[], index: number, entry: T): readonly T[] =>
  list.map((old, at) => (at === index ? entry : old));

/** The list without the entry at `index`. */
export const removeAt = <T>(list: readonly T[], index: number): readonly T[] => list.filter((_, at) => at !== index);
