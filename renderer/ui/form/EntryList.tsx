import { ActionIcon, Box, Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';

export interface EntryListProps<E> {
  readonly entries: readonly E[];
  /** Tells entries apart; by their place where they have no name of their own. */
  readonly keyOf?: (entry: E) => string;
  readonly legendOf: (number: number) => string;
  readonly removeLabelOf: (number: number) => string;
  readonly addLabel: string;
  readonly onAdd: () => void;
  readonly onRemove: (index: number) => void;
  readonly min?: number;
  readonly max: number;
  /** Each entry on one line. */
  readonly inRow?: boolean;
  /** Said while there are none. */
  readonly empty?: string;
  /** Buttons that stand before the one that adds an entry. */
  readonly otherWays?: ReactNode;
  /** What is wrong with the list as a whole. */
  readonly error?: string | undefined;
  /** The fields of an entry. */
  readonly children: (entry: E, index: number) => ReactNode;
}

/** Entries that can be added and taken off, each with the same fields. */
export const EntryList = <E,>({ entries, min = 0, max, inRow = false, children, ...list }: EntryListProps<E>) => {
  const mayRemove = entries.length > min;
  const entryOf = (entry: E, index: number): ReactNode => {
    const key = list.keyOf?.(entry) ?? index;
    const legend = list.legendOf(index + 1);
    const removeLabel = list.removeLabelOf(index + 1);
    const remove = (): void => list.onRemove(index);
    if (inRow)
      return (
        <Group key={key} role="group" aria-label={legend} align="flex-end" gap="xs" wrap="nowrap">
          <Box flex={1}>{children(entry, index)}</Box>
          {mayRemove && (
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label={removeLabel} onClick={remove}>
              <IconTrash size={17} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      );
    return (
      <Fieldset key={key} legend={legend} aria-label={legend}>
        {children(entry, index)}
        {mayRemove && (
          <Group justify="flex-end" mt="xs">
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              leftSection={<IconTrash size={15} aria-hidden />}
              onClick={remove}
            >
              {removeLabel}
            </Button>
          </Group>
        )}
      </Fieldset>
    );
  };
  return (
    <Stack gap={inRow ? 'xs' : 'md'}>
      {entries.length === 0 && list.empty !== undefined && <Text c="dimmed">{list.empty}</Text>}
      {entries.map(entryOf)}
      <Group gap="xs">
        {list.otherWays}
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={15} aria-hidden />}
          disabled={entries.length >= max}
          onClick={list.onAdd}
        >
          {list.addLabel}
        </Button>
        {list.error !== undefined && (
          <Text size="sm" c="var(--mantine-color-error)">
            {list.error}
          </Text>
        )}
      </Group>
    </Stack>
  );
};
