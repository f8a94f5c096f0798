import { Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FoldedText } from './FoldedText.tsx';

/** The rule behind what one does here: text of `rules.<rule>`, or the given text; folded when it is long. */
export const RuleHint = ({ rule, children }: { readonly rule?: string; readonly children?: React.ReactNode }) => {
  const { t } = useTranslation();
  return (
    <Text size="sm" c="dimmed" component="div" my={4} style={{ display: 'flex', gap: 6, alignItems: 'flex-start' }}>
      <IconScale size={16} aria-hidden style={{ flexShrink: 0, marginTop: 3 }} />
      <div>
        <FoldedText>{children ?? t(`rules.${rule}`)}</FoldedText>
      </div>
    </Text>
  );
};
