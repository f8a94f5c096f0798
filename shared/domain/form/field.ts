/**
 * The language of forms. Each record has one table that says, for every field of its content, how it is asked, how it
 * is read back and where it stands on paper. What is valid says the schema of the content, never the table.
 * `renderer/ui/form` maps a kind to an input and to text, `shared/domain/documents/fields-on-paper.ts` to a block.
 */

/** A closed list of codes, with the words of each: in i18n below the key `texts`, or the same in every language. */
export type Options = {
  readonly codes: readonly string[];
  /** Codes that are shown and cannot be chosen. */
  readonly barred?: readonly string[];
  /** Codes of earlier versions, or not possible here: read and shown, and offered only where a record says one. */
  readonly past?: readonly string[];
  /** Headings that the codes stand under, in i18n below the key `texts`. */
  readonly groups?: { readonly texts: string; readonly codes: Readonly<Record<string, readonly string[]>> };
} & ({ readonly texts: string } | { readonly names: Readonly<Record<string, string>> });

/** Where a field stands on paper, in Indonesian as all paper. */
export interface OnPaper {
  /** Heading of the part that it begins; absent: it stands in the part of the field before. */
  readonly part?: string;
  /** Words before it; absent: the heading says what it is. */
  readonly label?: string;
  /** Lines to write on (of a list: rows) while nothing is known; 1 when absent. */
  readonly lines?: number;
  /** Words of the options, where the paper's differ from the screen's. */
  readonly options?: Readonly<Record<string, string>>;
  /** Not printed on a signed paper, nor on one filled in so far, where it says nothing. */
  readonly ifSaid?: boolean;
  /** Of a list's field: share of the table's width in percent. */
  readonly width?: number;
}

/** What a field begins with in a new entry of a list: the day of today, the entry before, or this value. */
export type Start = { readonly from: 'today' | 'before' } | { readonly value: string | number | boolean };

interface Common {
  /** Key of the label in i18n; in an entry of a list it takes `number`, from 1. */
  readonly label: string;
  /** Key of one sentence below the label. */
  readonly help?: string;
  /** Marked as to be filled in. What really counts is the schema. */
  readonly required?: boolean;
  /** Stands beside the field before, where there is room. */
  readonly beside?: boolean;
  /** Put in by the program and not asked, such as the day on which a record is made. */
  readonly automatic?: boolean;
  readonly starts?: Start;
  /** Absent: not on paper. `apart`: where the paper itself puts it (its number, the day beside the signature). */
  readonly paper?: OnPaper | 'apart';
}

/** Words of a list: keys in i18n; those of an entry take `number`, from 1. */
export interface ListTexts {
  readonly entry: string;
  readonly add: string;
  readonly remove: string;
}

/** Kinds that cases alone have. */
export const caseKinds = [
  'documentNumber',
  'conduct',
  'comparisons',
  'followUpKind',
  'followUpItem',
  'decidingRole',
  'deciders',
  'corrected',
  'leftOut',
] as const;
export type CaseKind = (typeof caseKinds)[number];
/**
 * Kinds that learning hours and development plans alone have: files that prove something, activities that were done,
 * what something costs in whole rupiah (null: nobody said), how many people take part.
 */
export const competenceKinds = ['evidence', 'learningRecords', 'cost', 'people'] as const;
export type CompetenceKind = (typeof competenceKinds)[number];
/** Kinds that one area alone has; their inputs and readings stand there. */
export type OwnKind = CaseKind | CompetenceKind;

type PlainOwnKinds = { readonly [K in Exclude<OwnKind, 'deciders'>]: unknown };

/** What a field of each kind says beside what all say. */
interface Kinds extends PlainOwnKinds {
  /** One line of text. */
  readonly line: unknown;
  /** One line: a position, with those that the register of people knows. */
  readonly position: unknown;
  /** Running text; `rows` at first sight, grows. */
  readonly text: { readonly rows?: number };
  /** A calendar day. */
  readonly date: unknown;
  /** A time of day. */
  readonly time: unknown;
  /** A length in minutes. */
  readonly minutes: unknown;
  /** A calendar year. */
  readonly year: unknown;
  /** A whole number of a small range, chosen from a list; `optional` may stay empty (null). */
  readonly number: { readonly min: number; readonly max: number; readonly optional?: boolean };
  /** An amount with two decimals, kept in hundredths; `optional` may stay empty (null), otherwise empty is 0. */
  readonly amount: { readonly optional?: boolean };
  /** Yes or no. */
  readonly flag: unknown;
  /** One of a closed list; `menu`: opens, however few there are. */
  readonly choice: { readonly options: Options; readonly menu?: boolean };
  /** Several of a closed list. */
  readonly choices: { readonly options: Options };
  /** Several lines in somebody's own words, each said once. */
  readonly tags: { readonly max: number };
  /** A person; `optional` may stay empty (null), `folded`: picked first, typed on demand. */
  readonly person: { readonly optional?: boolean; readonly folded?: boolean };
  /** Fields that belong together; with a switch (key of its text) they may be left out as a whole (null). */
  readonly group: { readonly fields: Fields; readonly toggle?: string };
  /** Entries of the same fields; `inRow`: each on one line. */
  readonly list: {
    readonly fields: Fields;
    readonly min: number;
    readonly max: number;
    readonly texts: ListTexts;
    readonly inRow?: boolean;
  };
  /** Those who decide alone or jointly, each in a role of its own. */
  readonly deciders: { readonly fields: Fields; readonly texts: Pick<ListTexts, 'add'> };
}
export type FieldKind = keyof Kinds;
/** A field of one kind. */
export type FieldOf<K extends FieldKind> = Common & { readonly kind: K } & Kinds[K];
/** One field of a record: how it is asked, read back and printed. */
export type Field = { readonly [K in FieldKind]: FieldOf<K> }[FieldKind];

/** The fields of a record by their names in the content, in the order of the form. */
export interface Fields {
  readonly [name: string]: Field;
}

/** A content as forms handle it: half filled, any of it missing. */
export type Values = Readonly<Record<string, unknown>>;
