import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** What stands where nothing is yet, and the way to begin. */
export const EmptyState = ({ text, action }: { readonly text: string; readonly action?: ReactNode }) => (
  <Stack align="center" gap="sm" py="xl">
    <Text c="dimmed" ta="center">
      {text}
    </Text>
    {action}
  </Stack>
);
