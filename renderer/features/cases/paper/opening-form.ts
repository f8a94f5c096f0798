import type { ActType } from '@shared/domain/case/act-type.ts';
import { fieldsOf } from '@shared/domain/case/fields/act-fields.ts';
import { fieldsAsked } from '@shared/domain/case/fields/asked.ts';
import type { Fields } from '@shared/domain/form/field.ts';
import { without } from '@shared/domain/form/fields.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type IssueLookup, issueLookup } from '../../../ui/form/issues.ts';
import { type Judging, useJudging } from '../../../ui/form/judging.ts';
import { type RefusedField, refusedFields, schemaIssues } from '../act-form/issues.ts';
import { useCaseTexts } from '../texts.ts';

type Content = Readonly<Record<string, unknown>>;

/** A part of a page that writes the content of one act. */
export interface ContentPart {
  readonly fields: Fields;
  readonly issue: IssueLookup;
  readonly judging: Judging;
  /** Refused fields with their labels, in the order of the form. */
  readonly refused: readonly RefusedField[];
}

/** Fields and refusals of one content; of a field they show once it was left, all of them once `attempted`. */
export const useContentPart = (
  type: ActType,
  content: Content,
  attempted: boolean,
  hidden: readonly string[] = [],
): ContentPart => {
  const { t } = useTranslation();
  const { issueText } = useCaseTexts();
  const { judging, shown } = useJudging();
  const fields = without(fieldsAsked(type, fieldsOf(type), content), hidden);
  const issues = schemaIssues(type, content);
  return {
    fields,
    issue: shown(issueLookup(issues, issueText), attempted),
    judging,
    refused: refusedFields(issues, fields, t),
  };
};

/** Tells whether the person has tried to go on, after which refusals show. */
export const useAttempt = () => {
  const [attempted, setAttempted] = useState(false);
  return { attempted, attempt: () => setAttempted(true) };
};
