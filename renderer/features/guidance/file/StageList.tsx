import { Anchor, List, Text, ThemeIcon } from '@mantine/core';
import type { RecordView } from '@shared/contract/guidance.ts';
import { type StageState, stagesOf } from '@shared/domain/guidance/stages.ts';
import type { GuidanceFile } from '@shared/domain/guidance/working-file.ts';
import { IconCheck, IconCircle, IconCircleDashed, IconProgress } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../ui/Section.tsx';
import { useRegister } from '../use-register.ts';
import type { Tab } from './part-props.ts';

const tabOfStage: Readonly<Record<string, Tab>> = {
  need: 'goals',
  goals: 'goals',
  leader: 'plan',
  qualification: 'plan',
  plan: 'plan',
  agreement: 'plan',
  mentoringPlan: 'plan',
  preCoaching: 'records',
  planSignature: 'records',
  sessions: 'sessions',
  log: 'sessions',
  adjustment: 'sessions',
  signatures: 'records',
  mentoringSignatures: 'records',
  followThrough: 'actions',
  evaluation: 'evaluation',
  communityAim: 'plan',
  preparation: 'plan',
  carryingOut: 'sessions',
  meetings: 'sessions',
  communityEvaluation: 'evaluation',
  workplace: 'plan',
  practice: 'sessions',
  experience: 'evaluation',
  network: 'evaluation',
  assessment: 'evaluation',
  learningReport: 'records',
  workDialogue: 'dialogue',
  dialogueRecord: 'records',
};

const icons: Readonly<Record<StageState, ComponentType<{ size?: number | string }>>> = {
  done: IconCheck,
  begun: IconProgress,
  open: IconCircle,
  optional: IconCircleDashed,
};

export interface StageListProps {
  readonly file: GuidanceFile;
  readonly records: readonly RecordView[];
  readonly onTab: (tab: Tab) => void;
}

/** How far each stage is; nothing blocks, each leads to its part. */
export const StageList = ({ file, records, onTab }: StageListProps) => {
  const { t } = useTranslation();
  const register = useRegister() ?? [];
  return (
    <Section title={t('guidance.stages')} intro={t('guidance.stagesIntro')}>
      <List spacing={6} listStyleType="none">
        {stagesOf(file, records, register).map(({ code, source, state }) => {
          const Icon = icons[state];
          return (
            <List.Item
              key={code}
              icon={
                <ThemeIcon size={20} radius="xl" variant="light" color={state === 'done' ? 'green' : 'gray'}>
                  <Icon size={13} aria-hidden />
                </ThemeIcon>
              }
            >
              <Anchor
                component="button"
                type="button"
                ta="start"
                size="sm"
                onClick={() => onTab(tabOfStage[code] ?? 'goals')}
              >
                {t(`guidance.stage.${code}`)}
              </Anchor>
              <Text size="xs" c="dimmed">
                {t(`guidance.stageState.${state}`)} · {t(`guidance.source.${source}`)}
              </Text>
            </List.Item>
          );
        })}
      </List>
    </Section>
  );
};
