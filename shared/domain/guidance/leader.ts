import type { PersonInput } from '../identity/person.ts';
import { samePerson } from '../identity/same-person.ts';
import { blankFit, type LedFile } from './working-file.ts';

/**
 * True when somebody else was chosen as coach or mentor: another person, in whom more than one thing differs. Who only
 * mends a name that is being typed has chosen nobody else.
 */
export const isOtherLeader = (before: PersonInput, after: PersonInput): boolean => {
  const keys = Object.keys(after) as (keyof PersonInput)[];
  return !samePerson(before, after) && keys.filter((key) => before[key] !== after[key]).length > 1;
};

/** The working papers led by this person; what was said of the one before goes with that one. */
export const ledBy = (file: LedFile, leader: PersonInput): LedFile => {
  if (!isOtherLeader(file.leader, leader)) return { ...file, leader };
  const fit = { ...blankFit };
  return file.kind === 'coaching' ? { ...file, leader, fit, qualification: '' } : { ...file, leader, fit };
};
