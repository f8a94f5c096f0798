import { Stack, Text, Title } from '@mantine/core';
import { guidanceTitles } from '@shared/domain/documents/guidance/titles.ts';
import { recordContent } from '@shared/domain/guidance/record-contents.ts';
import { mentoringContentOf, mentoringPlanContentOf } from '@shared/domain/guidance/to-record.ts';
import type { MentoringFile } from '@shared/domain/guidance/working-file.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../../lib/format.ts';
import { readBy } from '../../../ui/form/issues.ts';
import { useIssues } from '../../../ui/form/use-issues.ts';
import { MissingFields } from './MissingFields.tsx';
import type { SessionsProps } from './part-props.ts';
import { RecordButtons } from './RecordButtons.tsx';
import { useMakeRecord } from './use-make-record.ts';

/** Makes the record of a mentoring: plan, forms, and the log of all sessions held; or of the plan alone. */
export const MentoringRecord = ({ guidanceId, store, file }: SessionsProps & { readonly file: MentoringFile }) => {
  const { t } = useTranslation();
  const contents = {
    whole: () => mentoringContentOf(file, today()),
    plan: () => mentoringPlanContentOf(file, today()),
  };
  const [made, setMade] = useState<keyof typeof contents>('whole');
  const { issues, judge } = useIssues(() => readBy(recordContent, contents[made]()).issues);
  const whole = useMakeRecord(guidanceId, store, judge);
  const plan = useMakeRecord(guidanceId, store, judge);
  const make = (what: keyof typeof contents, sign: boolean): void => {
    setMade(what);
    void (what === 'whole' ? whole : plan).run(contents[what](), sign);
  };
  return (
    <Stack gap="sm">
      <MissingFields kind="mentoring" issues={issues} />
      <Title order={3} size="h4">
        {guidanceTitles.mentoring}
      </Title>
      <RecordButtons {...whole} onMake={(sign) => make('whole', sign)} />
      <Title order={3} size="h4">
        {guidanceTitles.mentoringPlan}
      </Title>
      <Text size="sm" c="dimmed">
        {t('guidance.planByEmployee')}
      </Text>
      <RecordButtons {...plan} onMake={(sign) => make('plan', sign)} />
    </Stack>
  );
};
