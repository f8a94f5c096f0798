import type { ActType } from '@shared/domain/case/act-type.ts';
import { contentSchemas } from '@shared/domain/case/body.ts';
import type { FieldIssue } from '@shared/domain/field-issue.ts';
import type { Fields } from '@shared/domain/form/field.ts';
import { readBy } from '../../../ui/form/issues.ts';

/** A field that was refused, with its label. */
export interface RefusedField {
  readonly name: string;
  readonly label: string;
}

/** Fields of a content that were refused, in the order of the form. */
export const refusedFields = (
  issues: readonly FieldIssue[],
  fields: Fields,
  t: (key: string) => string,
): readonly RefusedField[] => {
  const refused = new Set(issues.map((issue) => String(issue.path[0])));
  return Object.entries(fields)
    .filter(([name]) => refused.has(name))
    .map(([name, { label }]) => ({ name, label: t(label) }));
};

/** Refusals of a content by its schema alone, for forms that write several acts before any of them is recorded. */
export const schemaIssues = (type: ActType, content: Readonly<Record<string, unknown>>): readonly FieldIssue[] =>
  readBy(contentSchemas[type], content).issues;
