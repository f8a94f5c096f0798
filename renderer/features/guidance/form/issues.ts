import type { z } from 'zod';

/** What is wrong, by the path of the field joined by dots; a text for the person. */
export type Issues = Readonly<Record<string, string>>;

/** What a schema says against a value, in words: a required field that is empty, a date that is none, else "does not fit". */
export const issuesOf = (
  parsed: { readonly success: boolean; readonly error?: z.ZodError | undefined },
  t: (key: string) => string,
): Issues => {
  if (parsed.success) return {};
  return Object.fromEntries(
    (parsed.error?.issues ?? []).map((issue) => {
      const key =
        issue.message === 'dateInvalid' || issue.code === 'invalid_union'
          ? 'guidance.issue.date'
          : issue.code === 'too_small'
            ? 'guidance.issue.missing'
            : 'guidance.issue.unfit';
      return [issue.path.join('.'), t(key)];
    }),
  );
};
