import { Paper, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A recovery code as its sheet shows it: numbered groups. */
export const RecoveryGroups = ({ groups }: { readonly groups: readonly string[] }) => {
  const { t } = useTranslation();
  return (
    <SimpleGrid component="ol" cols={{ base: 2, sm: 5 }} spacing="xs" m={0} p={0} aria-label={t('vault.recoveryCode')}>
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a group is its number
        <Paper component="li" key={index} withBorder p="xs" style={{ listStyle: 'none' }}>
          <Text size="xs" c="dimmed">
            {index + 1}
          </Text>
          <Text ff="monospace" size="lg">
            {group}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
};
