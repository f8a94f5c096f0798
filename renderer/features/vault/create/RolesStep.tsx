import { Checkbox, SimpleGrid } from '@mantine/core';
import { maxInstitution } from '@shared/contract/vault.ts';
import { type Role, roles } from '@shared/domain/identity/person.ts';
import { typedLine } from '@shared/kernel/hidden-signs.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { JudgedInput } from '../../../ui/form/JudgedInput.tsx';
import type { PlanStepProps } from './PersonStep.tsx';
import { StepFrame } from './StepFrame.tsx';

/** What the person does, and for which institution. */
export const RolesStep = ({ plan, onChange, onBack, onNext }: PlanStepProps) => {
  const { t } = useTranslation();
  const [tried, setTried] = useState(false);
  const noRole = plan.roles.length === 0;
  const noInstitution = typedLine(plan.institution) === '';
  return (
    <StepFrame step="roles" onBack={onBack} onNext={() => (noRole || noInstitution ? setTried(true) : onNext())}>
      <JudgedInput
        label={t('vault.institution')}
        required
        maxLength={maxInstitution}
        value={plan.institution}
        onWrite={(institution) => onChange({ institution })}
        error={tried && noInstitution && t('vault.institutionMissing')}
      />
      <Checkbox.Group
        label={t('vault.roles')}
        description={t('vault.rolesHint')}
        required
        value={[...plan.roles]}
        onChange={(chosen) => onChange({ roles: chosen as Role[] })}
        error={tried && noRole && t('vault.rolesMissing')}
      >
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" mt="xs">
          {roles.map((role) => (
            <Checkbox key={role} value={role} label={t(`roles.${role}`)} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
    </StepFrame>
  );
};
