import { Grid, List, Text, Title } from '@mantine/core';
import type { OutboxReceiver } from '@shared/contract/exchange.ts';
import { CarriedActs, CarriedFiles } from '../CarriedList.tsx';
import { useExchangeTexts } from '../texts.ts';
import { withheldTypes } from './withheld.ts';

/** What leaves for a receiver, and what does not. */
export const WhatLeaves = ({ receiver }: { readonly receiver: OutboxReceiver }) => {
  const { t, actName, amount } = useExchangeTexts();
  const { acts, files, bytes, withheld } = receiver;
  const { headerOnly, nothing } = withheldTypes(withheld);
  const named = (types: readonly string[]): string => types.map(actName).join('; ');
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, sm: 7 }}>
        <Title order={3} mb={4}>
          {t('exchange.leaves')}
        </Title>
        {acts.length === 0 ? (
          <Text c="dimmed">{t('exchange.leavesNothing')}</Text>
        ) : (
          <>
            <CarriedActs
              acts={acts}
              label={t('exchange.leaves')}
              withheld={new Set(withheld.map(({ hash }) => hash))}
            />
            {files.length > 0 && (
              <>
                <Title order={4} size="md" mt="sm" mb={4}>
                  {t('exchange.filesAlong')}
                </Title>
                <CarriedFiles files={files} label={t('exchange.filesAlong')} />
              </>
            )}
            <Text size="sm" c="dimmed" mt="sm">
              {t('exchange.total', { amount: amount(acts.length, files.length, bytes) })}
            </Text>
          </>
        )}
      </Grid.Col>
      <Grid.Col span={{ base: 12, sm: 5 }}>
        <Title order={3} mb={4}>
          {t('exchange.stays')}
        </Title>
        <List size="sm" spacing={4} aria-label={t('exchange.stays')}>
          {headerOnly.length > 0 && <List.Item>{t('exchange.staysContent', { acts: named(headerOnly) })}</List.Item>}
          {nothing.length > 0 && <List.Item>{t('exchange.staysWhole', { acts: named(nothing) })}</List.Item>}
          <List.Item>{t('exchange.staysNotes')}</List.Item>
          <List.Item>{t('exchange.staysDrafts')}</List.Item>
        </List>
      </Grid.Col>
    </Grid>
  );
};
