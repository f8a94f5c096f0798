import type { GuidanceForm } from '@shared/domain/guidance/choice-forms.ts';
import { type Place, placeOf } from '@shared/domain/place/places.ts';

/**
 * Where the work with each form begins: a new coaching or mentoring, a new file of konseling, competence development.
 */
export const startPlaces: Readonly<Record<GuidanceForm, Place>> = {
  coaching: placeOf('newGuidance', { kind: 'coaching' }),
  mentoring: placeOf('newGuidance', { kind: 'mentoring' }),
  counselling: placeOf('newCase'),
  training: placeOf('competence'),
};
