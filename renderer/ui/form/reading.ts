import type { Field, FieldKind, FieldOf, Fields, OwnKind, Values } from '@shared/domain/form/field.ts';
import { optionText } from '@shared/domain/form/fields.ts';
import { memberCode, type NamedPerson, type PersonInput } from '@shared/domain/identity/person.ts';
import { asList, asText, asValues } from './field-props.ts';

/** One field as it is read: its label and its text (lines apart by line feeds). */
export interface FieldRow {
  readonly label: string;
  readonly text: string;
}

/** Reads a value of one kind; empty text: nothing is written. */
export type Reader<K extends FieldKind = FieldKind> = (
  value: unknown,
  field: FieldOf<K>,
  tools: ReadingTools,
) => string;

/** Readers of the kinds that one area alone has, save what is read as rows of its own. */
export type OwnReaders = { readonly [K in OwnKind]?: Reader<K> };

/** What reading needs beside the content. */
export interface ReadingTools {
  readonly t: (key: string, values?: Record<string, unknown>) => string;
  /** A calendar day as people read it. */
  readonly formatDay: (day: string) => string;
  readonly formatNumber: (value: number) => string;
  readonly own?: OwnReaders;
  /** The fields of a corrected content; null where it is not known what is corrected. */
  readonly corrected?: Fields | null;
}

/** Name, NIP, rank, position and unit of a person, as far as known. */
export const personText = (person: PersonInput | null | undefined): string => {
  if (person === null || person === undefined || person.name === '') return '';
  return [person.name, person.nip, person.rank, person.position, person.unit].filter((part) => part !== '').join(' · ');
};

/** The same, with who of the directory the act names. */
const namedText = (person: NamedPerson | null, t: ReadingTools['t']): string => {
  const text = personText(person);
  return person?.member === undefined ? text : `${text} · ${t('person.member', { code: memberCode(person.member) })}`;
};

const words: Reader<'choice'> = (value, { options }, { t }) => {
  const code = asText(value);
  return code === '' ? '' : optionText(options, code, t);
};

/** An entry in one line: what stands first, then the rest with its labels. */
const entryText = (fields: Fields, entry: Values, number: number, tools: ReadingTools): string =>
  rowsOf(fields, entry, tools, { number })
    .map(({ label, text }, index) => (index === 0 ? text : `${label}: ${text}`))
    .join(' · ');

type Single = Exclude<FieldKind, OwnKind | 'group'>;
const general: { readonly [K in Single]: Reader<K> } = {
  line: asText,
  position: asText,
  text: asText,
  time: (value) => asText(value).replace(':', '.'),
  date: (value, _field, { formatDay }) => (asText(value) === '' ? '' : formatDay(asText(value))),
  minutes: (value, _field, { t }) => (typeof value === 'number' ? t('common.minutesCount', { count: value }) : ''),
  year: (value) => (typeof value === 'number' ? String(value) : ''),
  number: (value) => (typeof value === 'number' ? String(value) : ''),
  amount: (value, _field, { formatNumber }) => (typeof value === 'number' ? formatNumber(value / 100) : ''),
  flag: (value, _field, { t }) => t(value === true ? 'common.yes' : 'common.no'),
  choice: words,
  choices: (value, { options }, { t }) =>
    asList<string>(value)
      .map((code) => optionText(options, code, t))
      .join(', '),
  tags: (value) => asList<string>(value).join(', '),
  person: (value, _field, { t }) => namedText(value as NamedPerson | null, t),
  list: (value, { fields }, tools) => {
    const entries = asList<unknown>(value).map((entry, at) => entryText(fields, asValues(entry), at + 1, tools));
    return entries.length < 2 ? entries.join('') : entries.map((text, index) => `${index + 1}. ${text}`).join('\n');
  },
};

const readField = (value: unknown, field: Field, tools: ReadingTools): string => {
  const readers: { readonly [K in FieldKind]?: Reader<K> } = { ...general, ...tools.own };
  const read = readers[field.kind] as Reader | undefined;
  return read === undefined ? asText(value) : read(value, field as FieldOf<FieldKind>, tools);
};

/**
 * What a content says, in the order of its form; fields left empty are left out. `labelValues`: what the labels name,
 * as in the form.
 */
export const rowsOf = (
  fields: Fields,
  content: Values,
  tools: ReadingTools,
  labelValues: Readonly<Record<string, unknown>> = {},
): readonly FieldRow[] =>
  Object.entries(fields).flatMap(([name, field]): readonly FieldRow[] => {
    const value = content[name];
    if (field.kind === 'group') return rowsOf(field.fields, asValues(value), tools);
    if (field.kind === 'corrected')
      return tools.corrected ? rowsOf(tools.corrected, asValues(value), { ...tools, corrected: null }) : [];
    const text = readField(value, field, tools);
    return text === '' ? [] : [{ label: tools.t(field.label, labelValues), text }];
  });
