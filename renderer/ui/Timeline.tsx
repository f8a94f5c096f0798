import { Box, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';

export interface TimelineEntry {
  readonly key: string;
  readonly title: ReactNode;
  /** Day and time as shown. */
  readonly when: string;
  /** Badges beside the title. */
  readonly marks?: ReactNode;
  /** Drawn in the dot. */
  readonly icon?: ReactNode;
  readonly content?: ReactNode;
}

/** Entries one below the other along a line, as a list. */
export const Timeline = ({
  label,
  entries,
}: {
  readonly label: string;
  readonly entries: readonly TimelineEntry[];
}) => (
  <Box component="ol" aria-label={label} m={0} p={0} style={{ listStyle: 'none' }}>
    {entries.map(({ key, title, when, marks, icon, content }, index) => (
      <Box component="li" key={key} pos="relative" pl={34} pb="md">
        {index < entries.length - 1 && (
          <Box
            aria-hidden
            pos="absolute"
            left={10}
            top={24}
            bottom={0}
            w={2}
            bg="var(--mantine-color-default-border)"
          />
        )}
        <Box
          aria-hidden
          pos="absolute"
          left={0}
          top={2}
          w={22}
          h={22}
          bg="var(--mantine-primary-color-light)"
          c="var(--mantine-primary-color-light-color)"
          style={{ borderRadius: 11, display: 'grid', placeItems: 'center' }}
        >
          {icon}
        </Box>
        <Group gap="xs" justify="space-between" align="baseline">
          <Group gap="xs">
            <Text fw={600}>{title}</Text>
            {marks}
          </Group>
          <Text size="sm" c="dimmed">
            {when}
          </Text>
        </Group>
        {content}
      </Box>
    ))}
  </Box>
);
