import type { ActType } from '@shared/domain/case/act-type.ts';
import { contentSchemas } from '@shared/domain/case/body.ts';
import { type FieldIssue, fieldIssues } from '@shared/domain/field-issue.ts';
import { type Err, err, type Ok, ok } from '@shared/kernel/result.ts';

/** Issues as a refusal tells them: `field:code`. */
export const toIssuePaths = (issues: readonly FieldIssue[]): string[] =>
  issues.map(({ path, code }) => `${path.join('.')}:${code}`);

/** The content of an act as its schema reads it (trimmed), or the fields that are refused. */
export const readContent = (
  type: ActType,
  content: Readonly<Record<string, unknown>>,
): Ok<Record<string, unknown>> | Err<FieldIssue[]> => {
  const parsed = contentSchemas[type].safeParse(content, { reportInput: true });
  return parsed.success ? ok(parsed.data as Record<string, unknown>) : err(fieldIssues(parsed.error));
};
