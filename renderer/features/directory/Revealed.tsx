import { Box, Button, Collapse } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';

export interface RevealedProps {
  /** What the button says; the same open or closed, `aria-expanded` tells which. */
  readonly label: string;
  /** Whose it is, where several stand below each other. */
  readonly of?: string;
  readonly children: ReactNode;
}

/** Something that stays out of sight until asked for. */
export const Revealed = ({ label, of, children }: RevealedProps) => {
  const [shown, setShown] = useState(false);
  return (
    <Box>
      <Button
        size="compact-sm"
        variant="subtle"
        aria-expanded={shown}
        aria-label={of === undefined ? undefined : `${label}: ${of}`}
        rightSection={<IconChevronDown size={14} aria-hidden />}
        onClick={() => setShown(!shown)}
      >
        {label}
      </Button>
      <Collapse expanded={shown}>{shown && <Box pt="xs">{children}</Box>}</Collapse>
    </Box>
  );
};
