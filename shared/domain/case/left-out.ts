import { z } from 'zod';
import { isUnique } from '../../kernel/unique.ts';

/**
 * Parts of an act that its copy for the employee may leave out, each as a whole: a field of the content
 * (`content/facts`) or an attachment by its place (`attachments/0`). Who says it and for which institution always
 * stays.
 */
export const leftOutPart = z.string().regex(/^(content\/[a-zA-Z]{1,60}|attachments\/\d{1,3})$/);
export const leftOutParts = z.array(leftOutPart).max(200).refine(isUnique);

/** The parts that an act's copy leaves out, as its release says; none where it says nothing. */
export const leftOutOf = (release: Readonly<Record<string, unknown>> | undefined): readonly string[] =>
  leftOutParts.catch([]).parse(release?.leftOut ?? []);

/** True for parts that a copy may leave out. */
export const mayBeLeftOut = (part: string): boolean => leftOutPart.safeParse(part).success;

/** What stands on a copy in the place of a part that was left out (law: copy). */
export const leftOutMark = '[memuat data orang lain]';
