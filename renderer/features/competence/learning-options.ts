import { learningKindNames, learningKinds } from '@shared/domain/competence/kinds.ts';
import { learningUnits } from '@shared/domain/competence/learning-record.ts';
import { useTranslation } from 'react-i18next';

/** What a list of kinds of learning, or of units, offers: all kinds, the same in groups of classical and not, all units. */
export const useLearningOptions = () => {
  const { t } = useTranslation();
  const kinds = learningKindNames.map((value) => ({ value, label: t(`competence.kind.${value}`) }));
  const kindsByMode = (['classical', 'nonClassical'] as const).map((mode) => ({
    group: t(`competence.mode.${mode}`),
    items: kinds.filter(({ value }) => learningKinds[value].mode === mode),
  }));
  return {
    kinds,
    kindsByMode,
    units: learningUnits.map((value) => ({ value, label: t(`competence.unit.${value}`) })),
  };
};
