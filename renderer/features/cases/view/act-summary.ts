import type { ActType } from '@shared/domain/case/act-type.ts';
import type { PersonInput } from '@shared/domain/identity/person.ts';
import { type Field, labelKey, optionKey } from '../act-form/fields/field.ts';
import { fieldsOf } from '../act-form/fields/tables.ts';
import type { Translate } from '../case-facts.ts';

/** One field of an act as it is read: label and text (lines apart by line feeds). */
export interface SummaryRow {
  readonly label: string;
  readonly text: string;
}

/** What a summary needs beside the content. */
export interface SummaryTools {
  readonly t: Translate;
  /** A calendar day as people read it. */
  readonly formatDay: (day: string) => string;
  /** Names of codes that the settings or the conduct list give. */
  readonly followUpName: (code: string) => string;
  readonly conductName: (value: string, conduct: string | null) => string;
  /** Type of the act that is corrected; its table reads the corrected content. */
  readonly correctedType: ActType | null;
  /** Items of the decision that a progress act is about. */
  readonly decisionItems: readonly { readonly kind: string }[];
}

type Reader = (value: unknown, field: Field, tools: SummaryTools) => string;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? (value as T[]) : []);

/** Name, NIP, position and unit of a person, as far as known. */
export const personText = (person: PersonInput | null | undefined): string => {
  if (person === null || person === undefined || person.name === '') return '';
  return [person.name, person.nip, person.rank, person.position, person.unit].filter((part) => part !== '').join(' · ');
};

/** Name and position of a person, as far as known. */
export const nameAndOffice = ({ name, position }: PersonInput): string =>
  [name, position].filter((part) => part !== '').join(' · ');

const day: Reader = (value, _field, { formatDay }) => (text(value) === '' ? '' : formatDay(text(value)));

const choice: Reader = (value, field, { t }) =>
  field.kind === 'choice' && text(value) !== '' ? t(optionKey(field.options.group, text(value))) : '';

const readers: Readonly<Record<Exclude<Field['kind'], 'corrected'>, Reader>> = {
  line: text,
  text,
  documentNumber: text,
  time: (value) => text(value).replace(':', '.'),
  date: day,
  minutes: (value, _field, { t }) => (typeof value === 'number' ? t('cases.minutesCount', { count: value }) : ''),
  flag: (value, _field, { t }) => t(value === true ? 'common.yes' : 'common.no'),
  choice,
  person: (value) => personText(value as PersonInput | null),
  conduct: (value, _field, { conductName }) =>
    list<{ value: string; conduct: string | null }>(value)
      .map((entry) => conductName(entry.value, entry.conduct))
      .join('\n'),
  comparisons: (value, _field, { t }) =>
    list<{ scope: string; progress: string }>(value)
      .map((entry) => `${t(optionKey('scope', entry.scope))}: ${entry.progress}`)
      .join('\n'),
  sessions: (value, _field, { formatDay }) =>
    list<{ date: string; place: string }>(value)
      .map((entry) => `${formatDay(entry.date)} · ${entry.place}`)
      .join('\n'),
  followUps: (value, _field, { followUpName, formatDay, t }) =>
    list<{ kind: string; reason: string; personInCharge: string; dueDate: string }>(value)
      .map((item, index) => {
        const due = item.dueDate === '' ? '' : ` · ${t('cases.dueBy', { date: formatDay(item.dueDate) })}`;
        return `${index + 1}. ${followUpName(item.kind)}: ${item.reason} · ${item.personInCharge}${due}`;
      })
      .join('\n'),
  followUpItem: (value, _field, { decisionItems, followUpName }) => {
    const item = decisionItems[Number(value)];
    return item === undefined ? String(Number(value) + 1) : `${Number(value) + 1}. ${followUpName(item.kind)}`;
  },
  deciders: (value, _field, { t }) =>
    list<{ role: string; person: PersonInput }>(value)
      .map((entry) => `${t(`roles.${entry.role}`)}: ${personText(entry.person)}`)
      .join('\n'),
};

const correctedRows = (value: unknown, tools: SummaryTools): readonly SummaryRow[] =>
  tools.correctedType === null || typeof value !== 'object' || value === null
    ? []
    : summarise(tools.correctedType, value as Record<string, unknown>, { ...tools, correctedType: null });

/** What an act says, in the order of its form; fields left empty are left out. */
export const summarise = (
  type: ActType,
  content: Readonly<Record<string, unknown>>,
  tools: SummaryTools,
): readonly SummaryRow[] =>
  fieldsOf(type).flatMap((field) => {
    const value = content[field.name];
    if (field.kind === 'corrected') return correctedRows(value, tools);
    const read = readers[field.kind](value, field, tools);
    return read === '' ? [] : [{ label: tools.t(labelKey(field)), text: read }];
  });
