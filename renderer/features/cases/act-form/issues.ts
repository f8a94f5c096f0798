import type { ActType } from '@shared/domain/case/act-type.ts';
import { contentSchemas } from '@shared/domain/case/body.ts';
import type { z } from 'zod';

/** A field of a content that was refused; `path` starts within the content. */
export interface FieldIssue {
  readonly path: readonly (string | number)[];
  readonly code: string;
}

/** Finds the refusal of one field by its path within the content. */
export type IssueLookup = (...path: readonly (string | number)[]) => string | undefined;

const samePath = (a: readonly (string | number)[], b: readonly (string | number)[]): boolean =>
  a.length === b.length && a.every((step, index) => String(step) === String(b[index]));

/** Makes the lookup; `text` turns a code into words. */
export const issueLookup =
  (issues: readonly FieldIssue[], text: (code: string) => string): IssueLookup =>
  (...path) => {
    const found = issues.find((issue) => samePath(issue.path, path));
    return found === undefined ? undefined : text(found.code);
  };

/** Lookup below a path, for fields made of fields. */
export const issuesBelow =
  (lookup: IssueLookup, ...prefix: readonly (string | number)[]): IssueLookup =>
  (...path) =>
    lookup(...prefix, ...path);

/** Names of the content's fields that were refused, in the order of the form. */
export const refusedFields = (issues: readonly FieldIssue[], names: readonly string[]): readonly string[] => {
  const refused = new Set(issues.map((issue) => String(issue.path[0])));
  return names.filter((name) => refused.has(name));
};

const ownCodes = ['required', 'dateInvalid'];

const isMissing = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'too_small' ||
  ('input' in issue && (issue.input === undefined || issue.input === null || issue.input === ''));

const codeOf = (issue: z.core.$ZodIssue): string => {
  if (isMissing(issue)) return 'required';
  if (issue.code === 'custom' && ownCodes.includes(issue.message)) return issue.message;
  return issue.code === 'too_big' ? 'tooLong' : 'invalid';
};

/** Refusals of a content by its schema alone, for forms that write several acts before any of them is recorded. */
export const schemaIssues = (type: ActType, content: Readonly<Record<string, unknown>>): readonly FieldIssue[] => {
  const parsed = contentSchemas[type].safeParse(content, { reportInput: true });
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => ({
    path: issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
    code: codeOf(issue),
  }));
};
