import type { GuidanceForm } from '@shared/domain/guidance/choice-forms.ts';
import { type Place, placeOf } from '@shared/domain/place/places.ts';

/**
 * Where the work with each form begins: a new coaching or mentoring, a new file of konseling, competence development,
 * where a training is planned and its JP entered on the page of an employee.
 */
export const startPlaces: Readonly<Record<GuidanceForm, Place>> = {
  coaching: placeOf('newGuidance', { kind: 'coaching' }),
  mentoring: placeOf('newGuidance', { kind: 'mentoring' }),
  counselling: placeOf('newCase'),
  formalTraining: placeOf('competence'),
  informalTraining: placeOf('competence'),
};
