import { Box, Group, Text } from '@mantine/core';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export interface PhaseStep {
  readonly label: string;
  readonly state: 'done' | 'current' | 'ahead' | 'skipped';
}

const dot = (state: PhaseStep['state']) => {
  const filled = state === 'done' || state === 'current';
  return {
    width: 24,
    height: 24,
    borderRadius: 12,
    display: 'grid',
    placeItems: 'center',
    flexShrink: 0,
    fontSize: 13,
    fontWeight: 600,
    background: filled ? 'var(--mantine-primary-color-filled)' : 'transparent',
    color: filled ? 'var(--mantine-color-white)' : 'var(--mantine-color-dimmed)',
    border: filled ? 'none' : '1px solid var(--mantine-color-default-border)',
  } as const;
};

/** Phases of a case in order, with where it stands. */
export const PhaseStepper = ({ label, steps }: { readonly label: string; readonly steps: readonly PhaseStep[] }) => {
  const { t } = useTranslation();
  return (
    <Group component="ol" aria-label={label} gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
      {steps.map(({ label: name, state }, index) => (
        <Group key={name} component="li" gap={6} wrap="nowrap" aria-current={state === 'current' ? 'step' : undefined}>
          <Box style={dot(state)} aria-hidden>
            {state === 'done' && <IconCheck size={15} />}
            {state === 'skipped' && <IconMinus size={15} />}
            {(state === 'current' || state === 'ahead') && index + 1}
          </Box>
          <Text
            size="sm"
            fw={state === 'current' ? 600 : 400}
            c={state === 'ahead' || state === 'skipped' ? 'dimmed' : undefined}
          >
            {name}
            <span className="visually-hidden"> ({t(`common.phaseState.${state}`)})</span>
          </Text>
          {index < steps.length - 1 && <Box w={18} h={1} bg="var(--mantine-color-default-border)" aria-hidden />}
        </Group>
      ))}
    </Group>
  );
};
