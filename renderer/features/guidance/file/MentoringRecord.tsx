import { Stack, Text, Title } from '@mantine/core';
import { guidanceTitles } from '@shared/domain/documents/guidance/titles.ts';
import { recordFields } from '@shared/domain/guidance/record-fields.ts';
import { mentoringContentOf, mentoringPlanContentOf } from '@shared/domain/guidance/to-record.ts';
import type { MentoringFile } from '@shared/domain/guidance/working-file.ts';
import { useTranslation } from 'react-i18next';
import { today } from '../../../lib/format.ts';
import { useIssues } from '../../../ui/form/issues.ts';
import type { SessionsProps } from './part-props.ts';
import { RecordButtons } from './RecordButtons.tsx';
import { useMakeRecord } from './use-make-record.ts';

/** Makes the record of a mentoring: plan, forms, and the log of all sessions held; or of the plan alone. */
export const MentoringRecord = ({ guidanceId, store, file }: SessionsProps & { readonly file: MentoringFile }) => {
  const { t } = useTranslation();
  const { issues, setIssues } = useIssues();
  const whole = useMakeRecord(guidanceId, store, setIssues);
  const plan = useMakeRecord(guidanceId, store, setIssues);
  const refused = new Set(issues.map(({ path }) => path[0]));
  const missing = Object.entries(recordFields.mentoring).filter(([name]) => refused.has(name));
  return (
    <Stack gap="sm">
      {missing.length > 0 && (
        <Text role="alert" c="var(--mantine-color-error)">
          {t('guidance.missingFields', { fields: missing.map(([, field]) => t(field.label)).join(', ') })}
        </Text>
      )}
      <Title order={3} size="h4">
        {guidanceTitles.mentoring}
      </Title>
      <RecordButtons {...whole} onMake={(sign) => void whole.run(mentoringContentOf(file, today()), sign)} />
      <Title order={3} size="h4">
        {guidanceTitles.mentoringPlan}
      </Title>
      <Text size="sm" c="dimmed">
        {t('guidance.planByEmployee')}
      </Text>
      <RecordButtons {...plan} onMake={(sign) => void plan.run(mentoringPlanContentOf(file, today()), sign)} />
    </Stack>
  );
};
