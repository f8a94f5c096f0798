import type { ActType } from '@shared/domain/case/act-type.ts';
import type { ContentInputOf } from '@shared/domain/case/body.ts';

interface Common<Name extends string> {
  readonly name: Name;
  /** Marked as to be filled in. What really counts is the check of the backend. */
  readonly required?: boolean;
  /** Key among the labels of fields; the name when absent. */
  readonly label?: string;
  /** Key among the helps: one sentence below the label. */
  readonly help?: string;
}

/** One field of an act's form: how it is typed in and how it is read back. */
export type Field<Name extends string = string> = Common<Name> &
  (
    | { readonly kind: 'line' | 'date' | 'time' | 'minutes' | 'flag' | 'conduct' | 'comparisons' }
    | { readonly kind: 'sessions' | 'followUps' | 'followUpItem' | 'deciders' | 'corrected' }
    /** Running text; `rows` at first sight, grows. */
    | { readonly kind: 'text'; readonly rows?: number }
    /** Number of the document, proposed by the institution's template. */
    | { readonly kind: 'documentNumber' }
    /** One of a closed list; texts under `cases.option.<options.group>`. */
    | { readonly kind: 'choice'; readonly options: Options }
    /** A person; `optional` may stay empty (null). */
    | { readonly kind: 'person'; readonly optional?: boolean }
  );

/** A closed list of codes with the group of their texts. */
export interface Options {
  readonly group: string;
  readonly codes: readonly string[];
}

export type FieldKind = Field['kind'];

/** The fields of one act type in the order of its form (law: formFields). */
export type FieldTable<T extends ActType> = readonly Field<keyof ContentInputOf<T> & string>[];

/** Key of the label of a field. */
export const labelKey = (field: Field): string => `cases.field.${field.label ?? field.name}`;

/** Key of the text of an option. */
export const optionKey = (group: string, code: string): string => `cases.option.${group}.${code}`;
