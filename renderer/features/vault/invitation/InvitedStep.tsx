import { Anchor, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonFields, personProblems } from '../../../ui/form/PersonFields.tsx';
import { type Compared, CompareWords } from '../../../ui/TenWords.tsx';
import type { ReadInvitation } from '../choose-file.ts';
import type { PlanStepProps } from '../create/PersonStep.tsx';
import { isNameless, PlaceChoice } from '../create/PlaceChoice.tsx';
import { StepFrame } from '../create/StepFrame.tsx';

export interface InvitedStepProps extends PlanStepProps {
  readonly says: ReadInvitation['says'];
}

/**
 * What the invitation says: institution, identity and roles, to be corrected with name and place of the vault; ten
 * words to compare by voice.
 */
export const InvitedStep = ({ plan, says, onChange, onBack, onNext }: InvitedStepProps) => {
  const { t } = useTranslation();
  const [compared, setCompared] = useState<Compared>(null);
  const wrong = Object.keys(personProblems(plan.person)).length > 0;
  // Whoever chose another place comes back for that.
  const [edited, setEdited] = useState(wrong || plan.parent !== null);
  const { person, roles, institution } = plan;
  const about = [person.nip, person.rank, person.position, person.unit].filter((part) => part !== '').join(' · ');
  return (
    <StepFrame
      step="invited"
      onBack={onBack}
      onNext={onNext}
      nextDisabled={compared !== 'same' || wrong || isNameless(plan)}
    >
      <Paper withBorder p="sm">
        <Text size="sm" c="dimmed">
          {institution}
        </Text>
        <Text fw={600}>{person.name}</Text>
        <Text size="sm">{about}</Text>
        <Text size="sm">{roles.map((role) => t(`roles.${role}`)).join(', ')}</Text>
        {says.withProfile && (
          <Text size="sm" c="dimmed">
            {t('vault.invitedWithProfile')}
          </Text>
        )}
        <Anchor
          component="button"
          type="button"
          size="sm"
          aria-expanded={edited}
          onClick={() => setEdited(wrong || !edited)}
        >
          {t('vault.correctIdentity')}
        </Anchor>
      </Paper>
      {edited && (
        <Stack gap="sm">
          <PersonFields value={person} onChange={(next) => onChange({ person: next })} showProblems />
          <PlaceChoice plan={plan} onChange={onChange} showProblems />
        </Stack>
      )}
      <CompareWords
        words={says.words}
        instruction={t('vault.compareInvitation', { institution })}
        value={compared}
        onChange={setCompared}
      />
    </StepFrame>
  );
};
