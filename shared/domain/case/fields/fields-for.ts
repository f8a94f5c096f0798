import type { Field } from '../../form/field.ts';
import type { ActType } from '../act-type.ts';
import type { ContentInputOf } from '../body.ts';

/** A field for each thing that the content of an act says. */
export type FieldsFor<T extends ActType> = Record<keyof ContentInputOf<T> & string, Field>;
