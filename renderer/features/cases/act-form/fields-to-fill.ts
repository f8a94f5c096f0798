import type { AvailableAct } from '@shared/contract/case.ts';
import { fieldsOf } from '@shared/domain/case/fields/act-fields.ts';
import type { Fields } from '@shared/domain/form/field.ts';
import { notOffering } from '@shared/domain/form/fields.ts';

/** The fields of an act's form, with the choices that the file leaves. */
export const fieldsToFill = ({ type, notOffered }: Pick<AvailableAct, 'type' | 'notOffered'>): Fields =>
  notOffering(fieldsOf(type), notOffered);
