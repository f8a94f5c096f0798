import { Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** The rule behind what one does here: text of `rules.<rule>`, or the given text. */
export const RuleHint = ({ rule, children }: { readonly rule?: string; readonly children?: React.ReactNode }) => {
  const { t } = useTranslation();
  return (
    <Text size="sm" c="dimmed" component="p" my={4} style={{ display: 'flex', gap: 6, alignItems: 'flex-start' }}>
      <IconScale size={16} aria-hidden style={{ flexShrink: 0, marginTop: 3 }} />
      <span>{children ?? t(`rules.${rule}`)}</span>
    </Text>
  );
};
