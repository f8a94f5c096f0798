import type { ActType } from '@shared/domain/case/act-type.ts';
import { fieldsOf } from '@shared/domain/case/fields/act-fields.ts';
import type { FieldIssue } from '@shared/domain/field-issue.ts';
import { useState } from 'react';
import { type IssueLookup, issueLookup } from '../../../ui/form/issues.ts';
import { useCaseTexts } from '../texts.ts';
import { type RefusedField, refusedFields } from './issues.ts';

// A paper without its author's name cannot be tried at all; that is told like any field to complete.
const namelessIssues: readonly FieldIssue[] = [{ path: ['body'], code: 'required' }];

/** What of a form is to be told as refused: a field once it was typed in, all of them once signing was tried. */
export const useRefusals = (type: ActType, issues: readonly FieldIssue[], isNameless: boolean) => {
  const { t, issueText } = useCaseTexts();
  const [tried, setTried] = useState(false);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const fields = fieldsOf(type);
  const lookup = issueLookup(issues, issueText);
  const shown: IssueLookup = (...path) => (tried || touched.has(String(path[0])) ? lookup(...path) : undefined);
  const refusedOf = (given: readonly FieldIssue[]): readonly RefusedField[] => {
    const named = refusedFields(given, fields, t);
    // Refusals outside the content are about who says it, or the paper's own number and date.
    const isOutside = given.some((issue) => issue.path[0] === 'body');
    return isOutside ? [{ name: 'author', label: t('cases.form.authorPaper') }, ...named] : named;
  };
  return {
    tried,
    shown,
    refusedOf,
    refused: refusedOf(isNameless ? namelessIssues : issues),
    tryAll: (): void => setTried(true),
    touch: (name: string): void => setTouched((before) => (before.has(name) ? before : new Set([...before, name]))),
  };
};

export type Refusals = ReturnType<typeof useRefusals>;
