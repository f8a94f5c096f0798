import type { Fields, Values } from '../form/field.ts';
import { blankOf } from '../form/fields.ts';
import type { LedKind } from './record.ts';
import { coachingFieldsFor, recordFields } from './record-fields.ts';

/**
 * Most fields of its form that a quick note asks for (law: quickNote). Who is led, by whom and what about, with which
 * every paper begins, are not of the form.
 */
export const maxQuickFields = 8;

/** Fields of the form of a quick note. `mayAdjust`: its leader may adjust Ekspektasi (law: adjustment). */
export const quickFields = (kind: LedKind, mayAdjust: boolean): Fields =>
  kind === 'coaching' ? coachingFieldsFor(mayAdjust) : recordFields.mentoring;

const chosen = (fields: Fields, isRequired: boolean): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter(([, { required, automatic }]) => !automatic && (required === true) === isRequired),
  );

/** Those that are asked for at first: what the record cannot be without. */
export const askedFirst = (fields: Fields): Fields => chosen(fields, true);

/** Those that stand behind one control until they are wanted. */
export const askedLater = (fields: Fields): Fields => chosen(fields, false);

/** True when something is written in one of those: then they are shown, since what is signed is never hidden. */
export const isLaterWritten = (fields: Fields, values: Values): boolean => {
  const later = blankOf(askedLater(fields));
  return Object.entries(later).some(
    ([name, blank]) => values[name] !== undefined && JSON.stringify(values[name]) !== JSON.stringify(blank),
  );
};
