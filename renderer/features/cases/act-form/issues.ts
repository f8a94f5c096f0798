import type { ActType } from '@shared/domain/case/act-type.ts';
import { contentSchemas } from '@shared/domain/case/body.ts';
import { type FieldIssue, fieldIssues } from '@shared/domain/field-issue.ts';

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

/** Refusals of a content by its schema alone, for forms that write several acts before any of them is recorded. */
export const schemaIssues = (type: ActType, content: Readonly<Record<string, unknown>>): readonly FieldIssue[] => {
  const parsed = contentSchemas[type].safeParse(content, { reportInput: true });
  return parsed.success ? [] : fieldIssues(parsed.error);
};
