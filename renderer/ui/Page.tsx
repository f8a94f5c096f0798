import { Anchor, Box, Breadcrumbs, Group, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FoldedText } from './FoldedText.tsx';
import { pageHeadingId } from './page-heading.ts';

export interface Crumb {
  readonly label: string;
  readonly onClick: () => void;
}

export interface PageProps {
  readonly title: string;
  /** One plain sentence below the title; what is long is folded to its first. */
  readonly intro?: ReactNode;
  /** Pages above this one, outermost first. */
  readonly crumbs?: readonly Crumb[];
  /** Buttons to the right of the title. */
  readonly actions?: ReactNode;
  /** Widest content: `reading` for writing and forms, `wide` for tables. */
  readonly width?: 'reading' | 'wide';
  readonly children: ReactNode;
}

/**
 * A page: breadcrumbs, one h1 with its actions, content. The title takes the focus, so that a screen reader tells the
 * new page.
 */
export const Page = ({ title, intro, crumbs, actions, width = 'wide', children }: PageProps) => {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <Box maw={width === 'reading' ? 860 : 1240} mx="auto" px="lg" py="md">
      {crumbs !== undefined && crumbs.length > 0 && (
        <Breadcrumbs mb={4} component="nav" aria-label={t('common.breadcrumbs')}>
          {crumbs.map(({ label, onClick }) => (
            <Anchor key={label} component="button" type="button" size="sm" onClick={onClick}>
              {label}
            </Anchor>
          ))}
        </Breadcrumbs>
      )}
      <Group justify="space-between" align="flex-start" mb="md" gap="sm">
        <div>
          <Title order={1} id={pageHeadingId} ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
            {title}
          </Title>
          {intro !== undefined && (
            <Text component="div" c="dimmed" mt={2}>
              <FoldedText>{intro}</FoldedText>
            </Text>
          )}
        </div>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Box>
  );
};
