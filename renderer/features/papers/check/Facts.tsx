import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

/** Names and values below each other, as a list of definitions. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl style={{ display: 'grid', gridTemplateColumns: '190px 1fr', gap: '4px 16px', margin: 0 }}>
    {facts.map(({ label, value }) => (
      <div key={label} style={{ display: 'contents' }}>
        <Text component="dt" size="sm" c="dimmed">
          {label}
        </Text>
        <Text component="dd" size="sm" m={0} style={{ overflowWrap: 'anywhere' }}>
          {value}
        </Text>
      </div>
    ))}
  </dl>
);
