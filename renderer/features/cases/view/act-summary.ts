import type { ActType } from '@shared/domain/case/act-type.ts';
import { fieldsOf } from '@shared/domain/case/fields/act-fields.ts';
import type { Values } from '@shared/domain/form/field.ts';
import type { PersonInput } from '@shared/domain/identity/person.ts';
import { asList, asText } from '../../../ui/form/field-props.ts';
import { type FieldRow, type OwnReaders, type ReadingTools, rowsOf } from '../../../ui/form/reading.ts';
import { copyPartName } from '../copy-parts.ts';

/** What a summary needs beside the content. */
export interface SummaryTools extends Pick<ReadingTools, 't' | 'formatDay' | 'formatNumber'> {
  /** Names of codes that the settings or the conduct list give. */
  readonly followUpName: (code: string) => string;
  readonly conductName: (value: string, conduct: string | null) => string;
  /** Type of the act that it is about: its table reads what is corrected of it, or left out of its copy. */
  readonly aboutType: ActType | null;
  /** Items of the decision that a progress act is about. */
  readonly decisionItems: readonly { readonly kind: string }[];
}

/** Name and position of a person, as far as known. */
export const nameAndOffice = ({ name, position }: PersonInput): string =>
  [name, position].filter((part) => part !== '').join(' · ');

const ownReaders = ({ t, followUpName, conductName, decisionItems, aboutType }: SummaryTools): OwnReaders => ({
  documentNumber: asText,
  conduct: (value) =>
    asList<{ value: string; conduct: string | null }>(value)
      .map((entry) => conductName(entry.value, entry.conduct))
      .join('\n'),
  comparisons: (value) =>
    asList<{ scope: string; progress: string }>(value)
      .map((entry) => `${t(`cases.option.scope.${entry.scope}`)}: ${entry.progress}`)
      .join('\n'),
  followUpKind: (value) => (asText(value) === '' ? '' : followUpName(asText(value))),
  followUpItem: (value) => {
    const item = decisionItems[Number(value)];
    return item === undefined ? String(Number(value) + 1) : `${Number(value) + 1}. ${followUpName(item.kind)}`;
  },
  leftOut: (value) =>
    asList<string>(value)
      .map((part) => copyPartName(aboutType, part, t))
      .join('\n'),
  decidingRole: (value) => t(`roles.${asText(value)}`),
  deciders: (value, { fields }, tools) =>
    asList<Values>(value)
      .map((decider) => rowsOf(fields, decider, tools))
      .map((rows) => rows.map(({ text }) => text).join(': '))
      .join('\n'),
});

/** What an act says, in the order of its form; fields left empty are left out. */
export const summarise = (type: ActType, content: Values, tools: SummaryTools): readonly FieldRow[] =>
  rowsOf(fieldsOf(type), content, {
    t: tools.t,
    formatDay: tools.formatDay,
    formatNumber: tools.formatNumber,
    own: ownReaders(tools),
    corrected: type === 'actCorrected' && tools.aboutType !== null ? fieldsOf(tools.aboutType) : null,
  });
