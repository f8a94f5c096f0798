import type { ActType } from '@shared/domain/case/act-type.ts';
import { fieldsOf } from '@shared/domain/case/fields/act-fields.ts';
import type { Fields } from '@shared/domain/form/field.ts';
import { without } from '@shared/domain/form/fields.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type IssueLookup, issueLookup, noIssues } from '../../../ui/form/issues.ts';
import { type RefusedField, refusedFields, schemaIssues } from '../act-form/issues.ts';
import { useCaseTexts } from '../texts.ts';

type Content = Readonly<Record<string, unknown>>;

/** A part of a page that writes the content of one act. */
export interface ContentPart {
  readonly fields: Fields;
  readonly issue: IssueLookup;
  /** Refused fields with their labels, in the order of the form. */
  readonly refused: readonly RefusedField[];
}

/** Fields and refusals of one content; refusals show once `attempted`. */
export const useContentPart = (
  type: ActType,
  content: Content,
  attempted: boolean,
  hidden: readonly string[] = [],
): ContentPart => {
  const { t } = useTranslation();
  const { issueText } = useCaseTexts();
  const fields = without(fieldsOf(type), hidden);
  const issues = schemaIssues(type, content);
  return {
    fields,
    issue: attempted ? issueLookup(issues, issueText) : noIssues,
    refused: refusedFields(issues, fields, t),
  };
};

/** Tells whether the person has tried to go on, after which refusals show. */
export const useAttempt = () => {
  const [attempted, setAttempted] = useState(false);
  return { attempted, attempt: () => setAttempted(true) };
};
