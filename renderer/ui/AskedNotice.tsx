import { Alert } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

export interface AskedNoticeProps {
  readonly icon: Icon;
  readonly title: string;
  readonly children: ReactNode;
}

/** Something that waits for a word of the person, above a page; it is read out, and takes no focus. */
export const AskedNotice = ({ icon: Sign, title, children }: AskedNoticeProps) => (
  <Alert role="status" color="amber" variant="light" mb="md" icon={<Sign aria-hidden />} title={title}>
    {children}
  </Alert>
);
