import { isUnique } from '@shared/kernel/unique.ts';
import { z } from 'zod';
import { id, optionalDay, optionalLine, optionalText } from '../fields.ts';

/**
 * Elements that a coaching and mentoring programme of an institution should have (law: programmeElements), in its
 * order.
 */
export const programmeElements = [
  'stages',
  'managers',
  'coach',
  'coachee',
  'mentor',
  'mentee',
  'budget',
  'monitoring',
  'recognition',
  'facilities',
  'methods',
  'instruments',
] as const;
export type ProgrammeElement = (typeof programmeElements)[number];

/** Most files of one setting. */
export const maxSettingFiles = 20;

/** What is set for an element, by which document, since when, and who answers for it; all of it may still be open. */
export const programmeSetting = z.strictObject({
  text: optionalText,
  document: z.strictObject({ title: optionalLine, number: optionalLine, date: optionalDay }),
  /** First and last day on which it holds; `until` empty: until something else is set. */
  since: optionalDay,
  until: optionalDay,
  unit: optionalLine,
  attachmentIds: z.array(id).max(maxSettingFiles).refine(isUnique),
});
export type ProgrammeSetting = z.output<typeof programmeSetting>;

/** A setting in which nothing is written. */
export const blankSetting = (): ProgrammeSetting => ({
  text: '',
  document: { title: '', number: '', date: '' },
  since: '',
  until: '',
  unit: '',
  attachmentIds: [],
});
