import { Group, Paper, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { FoldedText } from './FoldedText.tsx';

export interface SectionProps {
  readonly title: string;
  /** A long one is folded to its first sentence. */
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
  /** Heading level below the page's h1. */
  readonly order?: 2 | 3;
  /** Without border and padding. */
  readonly plain?: boolean;
  readonly children: ReactNode;
}

/** A named part of a page (region with a heading). */
export const Section = ({ title, intro, actions, order = 2, plain = false, children }: SectionProps) => {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} withBorder={!plain} p={plain ? 0 : 'md'} mb="md" radius="md">
      <Group justify="space-between" mb="xs" gap="sm">
        <Title order={order} id={id}>
          {title}
        </Title>
        {actions}
      </Group>
      {intro !== undefined && (
        <Text component="div" c="dimmed" size="sm" mb="sm">
          <FoldedText>{intro}</FoldedText>
        </Text>
      )}
      {children}
    </Paper>
  );
};
