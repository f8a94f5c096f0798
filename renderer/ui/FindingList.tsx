import { List } from '@mantine/core';
import type { IntegrityFinding } from '@shared/contract/integrity.ts';
import { useTranslation } from 'react-i18next';

/** What a check of the vault found, file by file, in words. */
export const FindingList = ({ findings }: { readonly findings: readonly IntegrityFinding[] }) => {
  const { t } = useTranslation();
  return (
    <List>
      {findings.map(({ file, code, details }) => (
        <List.Item key={JSON.stringify([file, code, details])} style={{ overflowWrap: 'anywhere' }}>
          {t('integrity.lines', { file, finding: t(`finding.${code}`, { ...details }) })}
        </List.Item>
      ))}
    </List>
  );
};
