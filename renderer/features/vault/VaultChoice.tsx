import { Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { VaultEntry } from './parts.ts';

export interface VaultChoiceProps {
  readonly vaults: readonly VaultEntry[];
  readonly chosen: VaultEntry;
  readonly onChoose: (vaultId: string) => void;
  readonly disabled: boolean;
}

/** The known vaults: one by its name, several to choose from. */
export const VaultChoice = ({ vaults, chosen, onChoose, disabled }: VaultChoiceProps) => {
  const { t } = useTranslation();
  const about = (vault: VaultEntry): string =>
    vault.state === 'ok' ? vault.location : `${vault.location} · ${t(`vault.state.${vault.state}`)}`;
  if (vaults.length === 1) {
    return (
      <div>
        <Text fw={600}>{chosen.label}</Text>
        <Text size="sm" c="dimmed">
          {about(chosen)}
        </Text>
      </div>
    );
  }
  return (
    <Radio.Group label={t('vault.vaults')} value={chosen.vaultId} onChange={onChoose}>
      <Stack gap={6} mt={4} mah={220} style={{ overflowY: 'auto' }}>
        {vaults.map((vault) => (
          <Radio
            key={vault.vaultId}
            value={vault.vaultId}
            label={vault.label}
            description={about(vault)}
            disabled={disabled}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
};
