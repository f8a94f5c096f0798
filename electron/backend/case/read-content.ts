import type { ActType } from '@shared/domain/case/act-type.ts';
import { contentSchemas } from '@shared/domain/case/body.ts';
import { type Err, err, type Ok, ok } from '@shared/kernel/result.ts';
import type { z } from 'zod';

/** A field that its schema refuses: where, and a code (text in i18n under `fieldIssues`). Never the value. */
export interface FieldIssue {
  readonly path: (string | number)[];
  readonly code: string;
}

/** Issues as a refusal tells them: `field:code`. */
export const toIssuePaths = (issues: readonly FieldIssue[]): string[] =>
  issues.map(({ path, code }) => `${path.join('.')}:${code}`);

/** Codes that schemas of the domain give themselves. */
const ownCodes = ['dateInvalid', 'required'];

const isMissing = (issue: z.core.$ZodIssue): boolean => {
  if (issue.code === 'too_small') return issue.origin === 'string' || issue.origin === 'array';
  return 'input' in issue && (issue.input === undefined || issue.input === null || issue.input === '');
};

const codeOf = (issue: z.core.$ZodIssue): string => {
  if (isMissing(issue)) return 'required';
  if (issue.code === 'custom' && ownCodes.includes(issue.message)) return issue.message;
  return issue.code === 'too_big' ? 'tooLong' : 'invalid';
};

const pathOf = (path: readonly PropertyKey[]): (string | number)[] =>
  path.map((part) => (typeof part === 'number' ? part : String(part)));

/** The content of an act as its schema reads it (trimmed), or the fields that are refused. */
export const readContent = (
  type: ActType,
  content: Readonly<Record<string, unknown>>,
): Ok<Record<string, unknown>> | Err<FieldIssue[]> => {
  const parsed = contentSchemas[type].safeParse(content, { reportInput: true });
  if (parsed.success) return ok(parsed.data as Record<string, unknown>);
  return err(parsed.error.issues.map((issue) => ({ path: pathOf(issue.path), code: codeOf(issue) })));
};
