import { Paper, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

export interface CardProps {
  readonly title: string;
  readonly intro?: ReactNode;
  /** The title takes the focus when it changes (steps of a wizard). */
  readonly focusTitle?: boolean;
  readonly children: ReactNode;
}

/** One calm sheet of the lock page with its heading. */
export const Card = ({ title, intro, focusTitle = false, children }: CardProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new title is what moves the focus
  useEffect(() => {
    if (focusTitle) heading.current?.focus({ preventScroll: true });
  }, [focusTitle, title]);
  return (
    <Paper withBorder p="lg" radius="md">
      <Title order={1} ref={heading} tabIndex={-1} mb={4} style={{ outline: 'none' }}>
        {title}
      </Title>
      {intro !== undefined && (
        <Text c="dimmed" mb="md">
          {intro}
        </Text>
      )}
      {children}
    </Paper>
  );
};
