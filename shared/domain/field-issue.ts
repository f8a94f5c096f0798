import type { z } from 'zod';

/** What can be wrong with a field; texts in i18n under `fieldIssue`. */
export const fieldIssueCodes = ['required', 'dateInvalid', 'lastDayBeforeFirst', 'nip', 'tooLong', 'invalid'] as const;
export type FieldIssueCode = (typeof fieldIssueCodes)[number];

/** A field that its schema refuses: where, and why. Never the value. */
export interface FieldIssue {
  readonly path: (string | number)[];
  readonly code: string;
}

/** True for a code that a schema of the domain gives itself, in place of a message. */
const isOwnCode = (message: string): message is FieldIssueCode => fieldIssueCodes.some((code) => code === message);

const isMissing = (issue: z.core.$ZodIssue): boolean => {
  if (issue.code === 'too_small') return issue.origin === 'string' || issue.origin === 'array';
  return 'input' in issue && (issue.input === undefined || issue.input === null || issue.input === '');
};

/** A day that may be empty is a union: it is refused as the day that it should be. */
const isWrongDay = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'invalid_union' && issue.errors.flat().some(({ message }) => message === 'dateInvalid');

const codeOf = (issue: z.core.$ZodIssue): FieldIssueCode => {
  if (isMissing(issue)) return 'required';
  if (isWrongDay(issue)) return 'dateInvalid';
  if (isOwnCode(issue.message)) return issue.message;
  return issue.code === 'too_big' ? 'tooLong' : 'invalid';
};

/**
 * The fields that a schema refuses. `value` was parsed with `reportInput`, so that an empty field can be told from a
 * wrong one.
 */
export const fieldIssues = (error: z.ZodError): FieldIssue[] =>
  error.issues.map((issue) => ({
    path: issue.path.map((part) => (typeof part === 'number' ? part : String(part))),
    code: codeOf(issue),
  }));
