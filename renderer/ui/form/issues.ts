import { type FieldIssue, fieldIssues } from '@shared/domain/field-issue.ts';
import type { z } from 'zod';

/** Finds what is wrong with one field, in words, by its path within the content. */
export type IssueLookup = (...path: readonly (string | number)[]) => string | undefined;

/** A form of which nothing was refused. */
export const noIssues: IssueLookup = () => undefined;

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

/** Something read by its schema: its data, and what the schema refuses of it. */
export interface Read<T> {
  /** Null: it was refused. */
  readonly data: T | null;
  readonly issues: readonly FieldIssue[];
}

/** Reads a value by a schema. */
export const readBy = <S extends z.ZodType>(schema: S, value: unknown): Read<z.output<S>> => {
  const parsed = schema.safeParse(value, { reportInput: true });
  return parsed.success ? { data: parsed.data, issues: [] } : { data: null, issues: fieldIssues(parsed.error) };
};
