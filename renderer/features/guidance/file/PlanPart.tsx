import { List, Radio, Select, Stack, Text } from '@mantine/core';
import { mentoringStageHelp } from '@shared/domain/guidance/mentoring-help.ts';
import { type CoachingFile, type MentoringFile, mentoringStages } from '@shared/domain/guidance/working-file.ts';
import { useTranslation } from 'react-i18next';
import { useQueryCall } from '../../../lib/query.ts';
import { Section } from '../../../ui/Section.tsx';
import { FormsInput, PlanFields } from '../form/PlanFields.tsx';
import { TextField } from '../form/TextField.tsx';
import { LeaderBasis } from '../people/LeaderBasis.tsx';
import { PersonChoice } from '../people/PeopleFields.tsx';
import type { Holder } from '../use-holder.ts';
import type { PartProps } from './part-props.ts';

/** Who leads, and on which basis; the register helps to choose. */
const LeaderPart = ({ file, change, issues, holder }: PartProps & { readonly holder: Holder }) => {
  const { t } = useTranslation();
  const listed = useQueryCall('guidance.coaches', {}).data ?? [];
  const fitting = listed.filter(({ kinds }) => kinds.includes(file.kind));
  return (
    <Section title={t(file.kind === 'coaching' ? 'guidance.coach' : 'guidance.mentor')}>
      <Stack gap="sm">
        <PersonChoice
          label={t('guidance.leader')}
          people={holder.people}
          value={file.leader}
          onChange={(leader) => leader !== null && change((current) => ({ ...current, leader }))}
          error={issues['leader.name']}
        />
        {fitting.length > 0 && (
          <Select
            label={t('guidance.fromRegister')}
            clearable
            data={fitting.map(({ coachId, person, topics }) => ({
              value: coachId,
              label: [person.name, topics.join(', ')].filter(Boolean).join(' · '),
            }))}
            value={null}
            onChange={(id) => {
              const person = fitting.find(({ coachId }) => coachId === id)?.person;
              if (person !== undefined) change((current) => ({ ...current, leader: person }));
            }}
          />
        )}
        <LeaderBasis
          value={file.leaderBasis}
          onChange={(leaderBasis) => change((current) => ({ ...current, leaderBasis }))}
        />
        {file.leaderBasis === 'specialAssignment' && (
          <TextField
            label={t('guidance.assignment')}
            path="assignment"
            line
            value={file.assignment}
            onChange={(assignment) => change((current) => ({ ...current, assignment }))}
            issues={issues}
          />
        )}
      </Stack>
    </Section>
  );
};

type EditOf<File> = (edit: Partial<File>) => void;

const CoachingPlan = ({
  file,
  edit,
  issues,
}: {
  readonly file: CoachingFile;
  readonly edit: EditOf<CoachingFile>;
  readonly issues: PartProps['issues'];
}) => {
  const { t } = useTranslation();
  return (
    <Section title={t('guidance.tab.plan')}>
      <Stack gap="sm">
        {(['schedule', 'method', 'material', 'evaluation'] as const).map((name) => (
          <TextField
            key={name}
            label={t(`guidance.coachingPlan.${name}`)}
            path={`plan.${name}`}
            value={file.plan[name]}
            onChange={(text) => edit({ plan: { ...file.plan, [name]: text } })}
            issues={issues}
          />
        ))}
      </Stack>
    </Section>
  );
};

/** The stage of a mentoring with what it asks for; the first agrees limits and confidentiality. */
const MentoringStage = ({
  file,
  edit,
  issues,
}: {
  readonly file: MentoringFile;
  readonly edit: EditOf<MentoringFile>;
  readonly issues: PartProps['issues'];
}) => {
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
          <List size="sm" aria-label={t('guidance.checklist')}>
            {help.checklist.map(({ code, textKey }) => (
              <List.Item key={code}>{t(textKey)}</List.Item>
            ))}
          </List>
        )}
        <Text fw={600}>{t('guidance.agreement')}</Text>
        <TextField
          label={t('guidance.agreementField.agreedOn')}
          path="agreement.agreedOn"
          type="date"
          value={agreement.agreedOn}
          onChange={(agreedOn) => edit({ agreement: { ...agreement, agreedOn } })}
          issues={issues}
        />
        {(['limits', 'confidentiality'] as const).map((name) => (
          <TextField
            key={name}
            label={t(`guidance.agreementField.${name}`)}
            path={`agreement.${name}`}
            value={agreement[name]}
            onChange={(text) => edit({ agreement: { ...agreement, [name]: text } })}
            issues={issues}
          />
        ))}
      </Stack>
    </Section>
  );
};

/** Who leads and how it is planned. */
export const PlanPart = (props: PartProps & { readonly holder: Holder }) => {
  const { t } = useTranslation();
  const { file, change, issues } = props;
  const edit = (part: object): void => change((current) => ({ ...current, ...part }));
  return (
    <>
      <LeaderPart {...props} />
      {file.kind === 'coaching' ? (
        <CoachingPlan file={file} edit={edit} issues={issues} />
      ) : (
        <>
          <MentoringStage file={file} edit={edit} issues={issues} />
          <Section title={t('guidance.actionPlan')} intro={t('guidance.actionPlanIntro')}>
            <PlanFields value={file.plan} onChange={(plan) => edit({ plan: { ...file.plan, ...plan } })} issues={{}} />
            <FormsInput value={file.forms} onChange={(forms) => edit({ forms })} error={undefined} />
          </Section>
        </>
      )}
    </>
  );
};
