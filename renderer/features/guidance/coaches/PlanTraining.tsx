import { Button, Text } from '@mantine/core';
import { isTrainingPlanned, needsTraining } from '@shared/domain/competence/coach-training.ts';
import { presentYear } from '@shared/domain/fields.ts';
import { useTranslation } from 'react-i18next';
import { today } from '../../../lib/format.ts';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';
import type { ListedCoach } from './listed-coach.ts';

/** Puts the training of a coach who lacks it into a plan of this year, and says where it is planned already. */
export const PlanTraining = ({ coach }: { readonly coach: ListedCoach }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const plan = useCommand('competence.planCoachTraining');
  const year = presentYear(today());
  const { coachId, archived, trainingPlanned, ...kept } = coach;
  const { name } = kept.person;
  if (archived || !needsTraining(kept)) return null;
  if (isTrainingPlanned(trainingPlanned, year))
    return <Text size="sm">{t('guidance.coaches.trainingPlanned', { year: trainingPlanned })}</Text>;
  const run = async (): Promise<void> => {
    const answer = await plan.run({ coachId, year });
    if (!answer.ok) return;
    const into = answer.value.into === 'employee' ? 'intoEmployee' : 'intoInstitution';
    notice(t(`guidance.coaches.${into}`, { name, year }));
  };
  return (
    <>
      <Button
        size="compact-sm"
        variant="light"
        aria-label={t('guidance.coaches.planTrainingNamed', { name })}
        loading={plan.busy}
        onClick={() => void run()}
      >
        {t('guidance.coaches.planTraining')}
      </Button>
      {plan.error !== null && <ErrorNotice error={plan.error} />}
    </>
  );
};
