import { Stack } from '@mantine/core';
import type { LearningFile } from '@shared/domain/guidance/working-file.ts';
import { useTranslation } from 'react-i18next';
import { PersonChoice } from '../../../ui/form/PersonChoice.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { PanelsProps } from '../file/LedPanels.tsx';
import { Participants } from '../people/PeopleFields.tsx';

/** Who coordinates or supervises, and who takes part: a community may grow. */
export const LearningPeople = ({ file, change, issue, holder }: PanelsProps<LearningFile>) => {
  const { t } = useTranslation();
  return (
    <Section title={t('guidance.learningPeople')}>
      <Stack gap="sm">
        <PersonChoice
          label={t(`guidance.role.${file.kind}.leader`)}
          people={holder.people}
          value={file.leader}
          onChange={(leader) => leader !== null && change((current) => ({ ...current, leader }))}
          error={issue('leader', 'name')}
        />
        <Participants
          kind={file.kind}
          people={holder.people}
          value={file.participants}
          onChange={(participants) => change((current) => ({ ...current, participants }))}
          error={issue('participants')}
        />
      </Stack>
    </Section>
  );
};
