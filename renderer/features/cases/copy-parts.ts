import type { ActView } from '@shared/contract/case.ts';
import type { ActType } from '@shared/domain/case/act-type.ts';
import { fieldsOf } from '@shared/domain/case/fields/act-fields.ts';
import { ownValue } from '@shared/kernel/own-value.ts';
import type { Translate } from './case-facts.ts';

/** What a part of an act that a copy may leave out is called: the label of its field, or the place of an attachment. */
export const copyPartName = (type: ActType | null, part: string, t: Translate): string => {
  const [above, name = ''] = part.split('/');
  if (above === 'attachments') return t('cases.copy.attachment', { number: Number(name) + 1 });
  const label = type === null ? undefined : ownValue(fieldsOf(type), name)?.label;
  return label === undefined ? name : t(label);
};

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);

/** The parts of an act that its copy may leave out: what its fields say, and its attachments with their names. */
export const copyParts = (act: ActView, t: Translate): readonly { readonly part: string; readonly label: string }[] => {
  const fields = Object.entries(act.body?.content ?? {})
    .filter(([, value]) => !isEmpty(value))
    .map(([name]) => `content/${name}`);
  const files = act.attachmentNames.map((name, at) => ({ part: `attachments/${at}`, name }));
  return [
    ...fields.map((part) => ({ part, label: copyPartName(act.type, part, t) })),
    ...files.map(({ part, name }) => ({ part, label: `${copyPartName(act.type, part, t)}: ${name}` })),
  ];
};
