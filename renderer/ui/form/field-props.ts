import type { Field, FieldKind, FieldOf, Fields, Values } from '@shared/domain/form/field.ts';
import type { ComponentType, ReactNode } from 'react';
import type { IssueLookup } from './issues.ts';
import type { Judging } from './judging.ts';

/** A set of fields with what is written in them. */
export interface FieldSetProps {
  readonly fields: Fields;
  readonly value: Values;
  readonly onChange: (name: string, next: unknown) => void;
  readonly issue: IssueLookup;
  /** Hears which fields were written in and left; absent: they are judged with what they are part of. */
  readonly judging?: Judging | undefined;
  /** Begins the ids of the boxes around the fields, by which one is brought into view; absent: no ids. */
  readonly idPrefix?: string;
  readonly gap?: 'sm' | 'md';
  /** What the labels name: of an entry its `number`, from 1, or whom and what it is about. */
  readonly labelValues?: Readonly<Record<string, unknown>>;
}

/** What the input of a field is given. */
export interface FieldProps<F = Field> {
  readonly field: F;
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

/** The input of one kind of field. */
export type InputOf<K extends FieldKind> = ComponentType<FieldProps<FieldOf<K>>>;

/** `value` as text; anything else counts as empty. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** `value` as a list; anything else counts as empty. */
export const asList = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? (value as T[]) : []);

/** `value` as a content; anything else counts as empty. */
export const asValues = (value: unknown): Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {};

/** The list with the entry at `index` replaced. */
export const replaceAt = <T>(list: readonly T[], index: number, entry: T): readonly T[] =>
  list.map((old, at) => (at === index ? entry : old));

/** The list without the entry at `index`. */
export const removeAt = <T>(list: readonly T[], index: number): readonly T[] => list.filter((_, at) => at !== index);
