import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FolderWarning } from './parts.ts';

/** What speaks against the place of a vault; never an obstacle. */
export const FolderWarnings = ({ warnings }: { readonly warnings: readonly FolderWarning[] }) => {
  const { t } = useTranslation();
  return warnings.map((warning) => (
    <Alert key={warning} variant="light" color="amber" title={t(`vault.warning.${warning}.title`)} my="xs">
      {t(`vault.warning.${warning}.text`)}
    </Alert>
  ));
};
