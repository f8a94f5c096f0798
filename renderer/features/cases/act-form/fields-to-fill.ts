import type { ActCheck, AvailableAct, CaseView } from '@shared/contract/case.ts';
import { fieldsOf } from '@shared/domain/case/fields/act-fields.ts';
import { fieldsAsked, type KnownInForm } from '@shared/domain/case/fields/asked.ts';
import type { Fields, Values } from '@shared/domain/form/field.ts';
import { notOffering } from '@shared/domain/form/fields.ts';
import { latestOf } from '../case-facts.ts';

/** What a file tells of what its forms ask. */
export const knownInForm = (view: CaseView | null): KnownInForm => ({
  expectedBy: latestOf(view, 'problemCommunicated')?.expectedBy,
  counsellorKind: view?.summary.counsellorKind,
});

/** The fields of an act's form that are asked of what is written so far, with the choices that the file leaves. */
export const fieldsToFill = (
  { type, notOffered }: Pick<AvailableAct, 'type' | 'notOffered'>,
  content: Values,
  view: CaseView | null,
  isNumberTaken = false,
): Fields =>
  fieldsAsked(type, notOffering(fieldsOf(type), notOffered), content, { ...knownInForm(view), isNumberTaken });

/** Obstacles and warnings that say that another paper bears the number. */
const takenCodes: readonly string[] = ['numberTaken', 'numberAlsoThere', 'listNumberTaken', 'listNumberAlsoThere'];

/** True where a check found that another paper bears the number. */
export const isNumberTaken = (check: Pick<ActCheck, 'obstacles' | 'warnings'> | null): boolean =>
  check !== null && [...check.obstacles, ...check.warnings].some(({ code }) => takenCodes.includes(code));
