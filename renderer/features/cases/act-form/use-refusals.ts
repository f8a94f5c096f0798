import type { ActType } from '@shared/domain/case/act-type.ts';
import { fieldsOf } from '@shared/domain/case/fields/act-fields.ts';
import type { FieldIssue } from '@shared/domain/field-issue.ts';
import { issueLookup } from '../../../ui/form/issues.ts';
import { useJudging } from '../../../ui/form/judging.ts';
import { useCaseTexts } from '../texts.ts';
import { type RefusedField, refusedFields } from './issues.ts';

// A paper without its author's name cannot be tried at all; that is told like any field to complete.
const namelessIssues: readonly FieldIssue[] = [{ path: ['body'], code: 'required' }];

/**
 * What of a form is to be told as refused: a field once it was left, all of them once signing was tried. `isOfNow`: the
 * field is as it was when this was refused of it.
 */
export const useRefusals = (
  type: ActType,
  issues: readonly FieldIssue[],
  isNameless: boolean,
  isOfNow: (name: string) => boolean,
) => {
  const { t, issueText } = useCaseTexts();
  const { tried, judging, shown, tryAll } = useJudging();
  const fields = fieldsOf(type);
  const current = issues.filter(({ path: [name] }) => isOfNow(String(name)));
  const refusedOf = (given: readonly FieldIssue[]): readonly RefusedField[] => {
    const named = refusedFields(given, fields, t);
    // Refusals outside the content are about who says it, or the paper's own number and date.
    const isOutside = given.some((issue) => issue.path[0] === 'body');
    return isOutside ? [{ name: 'author', label: t('cases.form.authorPaper') }, ...named] : named;
  };
  return {
    tried,
    judging,
    shown: shown(issueLookup(current, issueText)),
    refusedOf,
    refused: refusedOf(isNameless ? namelessIssues : issues),
    tryAll,
  };
};

export type Refusals = ReturnType<typeof useRefusals>;
