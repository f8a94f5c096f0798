import { List, Radio, Stack, Text } from '@mantine/core';
import { only } from '@shared/domain/form/fields.ts';
import { mentoringFormHelp, mentoringPrinciples, mentoringStageHelp } from '@shared/domain/guidance/mentoring-help.ts';
import { mentoringPlanFields, recordFields } from '@shared/domain/guidance/record-fields.ts';
import { type LedFile, type MentoringFile, mentoringStages } from '@shared/domain/guidance/working-file.ts';
import { agreementFields, processPlanFields } from '@shared/domain/guidance/working-file-fields.ts';
import { useTranslation } from 'react-i18next';
import type { HolderWithPeople } from '../../../lib/holder.ts';
import { FormFields } from '../../../ui/form/FormFields.tsx';
import { type IssueLookup, issuesBelow } from '../../../ui/form/issues.ts';
import { type Judging, judgingBelow } from '../../../ui/form/judging.ts';
import { Section } from '../../../ui/Section.tsx';
import { FitPart, LeaderPart } from './LeaderPart.tsx';
import type { LedProps } from './part-props.ts';

const formsFields = only(recordFields.mentoring, ['forms']);

/** What a part of the plan gets: its file, how it changes, and what is wrong with it. */
interface PlanProps<File> {
  readonly file: File;
  readonly edit: (edit: Partial<File>) => void;
  readonly issue: IssueLookup;
  readonly judging: Judging;
}

/** Schedule, method, material and evaluation: of a coaching its plan, of a mentoring beside the action plan. */
const ProcessPlanPart = ({ file, edit, issue, judging }: PlanProps<LedFile>) => {
  const { t } = useTranslation();
  const [name, plan] =
    file.kind === 'coaching' ? (['plan', file.plan] as const) : (['processPlan', file.processPlan] as const);
  return (
    <Section title={t('guidance.tab.plan')} intro={t('guidance.processPlanIntro')}>
      <FormFields
        fields={processPlanFields}
        value={plan}
        onChange={(field, next) => edit({ [name]: { ...plan, [field]: next } })}
        issue={issuesBelow(issue, name)}
        judging={judgingBelow(judging, name)}
      />
    </Section>
  );
};

/** Principles of mentoring as help: nothing is ticked. */
const Principles = () => {
  const { t } = useTranslation();
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('guidanceHelp.principles')}
      </Text>
      <List size="sm" spacing={4} aria-label={t('guidanceHelp.principles')}>
        {mentoringPrinciples.map(({ principle, nameKey, textKey }) => (
          <List.Item key={principle}>
            <strong>{t(nameKey)}</strong>: {t(textKey)}
          </List.Item>
        ))}
      </List>
    </>
  );
};

/** The stage of a mentoring with what it asks for; the first agrees limits and confidentiality. */
const MentoringStage = ({ file, edit, issue, judging }: PlanProps<MentoringFile>) => {
  const { t } = useTranslation();
  const help = mentoringStageHelp.find(({ stage }) => stage === file.stage);
  const { agreement } = file;
  return (
    <Section title={t('guidance.mentoringStage')} intro={t('guidance.mentoringStageIntro')}>
      <Stack gap="sm">
        <Radio.Group
          label={t('guidance.mentoringStage')}
          value={file.stage}
          onChange={(stage) => edit({ stage: stage as MentoringFile['stage'] })}
        >
          <Stack gap={6} mt={6}>
            {mentoringStages.map((stage) => (
              <Radio
                key={stage}
                value={stage}
                label={t(`guidanceHelp.mentoringStage.${stage}.name`)}
                description={t(`guidanceHelp.mentoringStage.${stage}.text`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        {help !== undefined && (
          <>
            <Text size="sm" c="dimmed">
              {t('guidance.checklist')}
            </Text>
            <List size="sm" aria-label={t('guidance.checklist')}>
              {help.checklist.map(({ code, textKey }) => (
                <List.Item key={code}>{t(textKey)}</List.Item>
              ))}
            </List>
          </>
        )}
        <Principles />
        <Text fw={600}>{t('guidance.agreement')}</Text>
        <FormFields
          fields={agreementFields}
          value={agreement}
          onChange={(name, next) => edit({ agreement: { ...agreement, [name]: next } })}
          issue={issuesBelow(issue, 'agreement')}
          judging={judgingBelow(judging, 'agreement')}
        />
      </Stack>
    </Section>
  );
};

/** The action plan as the employee wrote it, and the forms of mentoring. */
const ActionPlan = ({ file, edit, issue, judging }: PlanProps<MentoringFile>) => {
  const { t } = useTranslation();
  return (
    <Section title={t('guidance.actionPlan')} intro={t('guidance.actionPlanIntro')}>
      <Stack gap="sm">
        <FormFields
          fields={mentoringPlanFields}
          value={file.plan}
          onChange={(name, next) => edit({ plan: { ...file.plan, [name]: next } })}
          issue={issuesBelow(issue, 'plan')}
          judging={judgingBelow(judging, 'plan')}
        />
        <FormFields
          fields={formsFields}
          value={file}
          onChange={(name, next) => edit({ [name]: next })}
          issue={issue}
          judging={judging}
        />
        <Text size="sm" c="dimmed">
          {t('guidance.formsMean')}
        </Text>
        <List size="sm" spacing={4} aria-label={t('guidance.formsMean')}>
          {mentoringFormHelp.map(({ form, nameKey, textKey, fitsKey }) => (
            <List.Item key={form}>
              <strong>{t(nameKey)}</strong>: {t(textKey)} {t(fitsKey)}
            </List.Item>
          ))}
        </List>
      </Stack>
    </Section>
  );
};

/** Who leads and how it is planned. */
export const PlanPart = (props: LedProps & { readonly holder: HolderWithPeople }) => {
  const { file, change, issue, judging } = props;
  const edit = (part: object): void => change((current) => ({ ...current, ...part }));
  return (
    <>
      <LeaderPart {...props} />
      <FitPart {...props} />
      <ProcessPlanPart file={file} edit={edit} issue={issue} judging={judging} />
      {file.kind === 'mentoring' && (
        <>
          <MentoringStage file={file} edit={edit} issue={issue} judging={judging} />
          <ActionPlan file={file} edit={edit} issue={issue} judging={judging} />
        </>
      )}
    </>
  );
};
