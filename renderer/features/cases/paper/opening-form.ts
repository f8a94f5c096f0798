import type { ActType } from '@shared/domain/case/act-type.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '../act-form/fields/field.ts';
import { labelKey } from '../act-form/fields/field.ts';
import { fieldsOf } from '../act-form/fields/tables.ts';
import { type IssueLookup, issueLookup, refusedFields, schemaIssues } from '../act-form/issues.ts';
import { useCaseTexts } from '../texts.ts';

type Content = Readonly<Record<string, unknown>>;

/** A part of a page that writes the content of one act. */
export interface ContentPart {
  readonly fields: readonly Field[];
  readonly issue: IssueLookup;
  /** Refused fields with their labels, in the order of the form. */
  readonly refused: readonly { readonly name: string; readonly label: string }[];
}

/** Fields of an act without those that the page itself decides. */
const shownFields = (type: ActType, hidden: readonly string[]): readonly Field[] =>
  fieldsOf(type).filter((field) => !hidden.includes(field.name));

/** Fields and refusals of one content; refusals show once `attempted`. */
export const useContentPart = (
  type: ActType,
  content: Content,
  attempted: boolean,
  hidden: readonly string[] = [],
): ContentPart => {
  const { t } = useTranslation();
  const { issueText } = useCaseTexts();
  const fields = shownFields(type, hidden);
  const issues = schemaIssues(type, content);
  const names = refusedFields(
    issues,
    fields.map((field) => field.name),
  );
  return {
    fields,
    issue: attempted ? issueLookup(issues, issueText) : () => undefined,
    refused: names.map((name) => {
      const field = fields.find((it) => it.name === name);
      return { name, label: field === undefined ? name : t(labelKey(field)) };
    }),
  };
};

/** Tells whether the person has tried to go on, after which refusals show. */
export const useAttempt = () => {
  const [attempted, setAttempted] = useState(false);
  return { attempted, attempt: () => setAttempted(true) };
};
