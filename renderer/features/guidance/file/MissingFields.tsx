import { Text } from '@mantine/core';
import type { FieldIssue } from '@shared/domain/field-issue.ts';
import type { RecordKind } from '@shared/domain/guidance/record-contents.ts';
import { recordFields } from '@shared/domain/guidance/record-fields.ts';
import { useTranslation } from 'react-i18next';

/** Names the fields of a record that are refused; nothing where none is. */
export const MissingFields = ({
  kind,
  issues,
}: {
  readonly kind: RecordKind;
  readonly issues: readonly FieldIssue[];
}) => {
  const { t } = useTranslation();
  const refused = new Set(issues.map(({ path }) => path[0]));
  const missing = Object.entries(recordFields[kind]).filter(([name]) => refused.has(name));
  if (missing.length === 0) return null;
  return (
    <Text role="alert" c="var(--mantine-color-error)">
      {t('guidance.missingFields', { fields: missing.map(([, field]) => t(field.label)).join(', ') })}
    </Text>
  );
};
