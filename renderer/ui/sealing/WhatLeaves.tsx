import { Grid, List, Text, Title } from '@mantine/core';
import type { Leaving, OutboxReceiver } from '@shared/contract/exchange.ts';
import { useExchangeTexts } from '../../lib/exchange-texts.ts';
import { CarriedActs, CarriedFiles } from './CarriedList.tsx';
import { withheldTypes } from './withheld.ts';

export interface WhatLeavesProps {
  readonly leaving: Leaving;
  /** Acts of the case that stay here, whole or in part. */
  readonly withheld: OutboxReceiver['withheld'];
  /** Act type of a draft that leaves for signature; its files are among those of `leaving`. */
  readonly draftType?: string;
}

const Leaves = ({ leaving: { acts, files, bytes }, withheld, draftType }: WhatLeavesProps) => {
  const { t, actName, amount } = useExchangeTexts();
  if (acts.length === 0 && draftType === undefined) return <Text c="dimmed">{t('exchange.leavesNothing')}</Text>;
  return (
    <>
      {draftType !== undefined && (
        <Text fw={500} mb={6}>
          {t('exchange.draftLeaves', { act: actName(draftType) })}
        </Text>
      )}
      <CarriedActs acts={acts} label={t('exchange.leaves')} withheld={new Set(withheld.map(({ hash }) => hash))} />
      {files.length > 0 && (
        <>
          <Title order={4} size="md" mt="sm" mb={4}>
            {t('exchange.filesAlong')}
          </Title>
          <CarriedFiles files={files} label={t('exchange.filesAlong')} />
        </>
      )}
      {acts.length + files.length > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('exchange.total', { amount: amount(acts.length, files.length, bytes) })}
        </Text>
      )}
    </>
  );
};

const Stays = ({ withheld, draftType }: Pick<WhatLeavesProps, 'withheld' | 'draftType'>) => {
  const { t, actName } = useExchangeTexts();
  const { headerOnly, nothing } = withheldTypes(withheld);
  const named = (types: readonly string[]): string => types.map(actName).join('; ');
  return (
    <List size="sm" spacing={4} aria-label={t('exchange.stays')}>
      {headerOnly.length > 0 && <List.Item>{t('exchange.staysContent', { acts: named(headerOnly) })}</List.Item>}
      {nothing.length > 0 && <List.Item>{t('exchange.staysWhole', { acts: named(nothing) })}</List.Item>}
      <List.Item>{t('exchange.staysNotes')}</List.Item>
      <List.Item>{t(draftType === undefined ? 'exchange.staysDrafts' : 'exchange.staysOtherDrafts')}</List.Item>
    </List>
  );
};

/** What leaves for a receiver, and what does not. */
export const WhatLeaves = (props: WhatLeavesProps) => {
  const { t } = useExchangeTexts();
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, sm: 7 }}>
        <Title order={3} mb={4}>
          {t('exchange.leaves')}
        </Title>
        <Leaves {...props} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, sm: 5 }}>
        <Title order={3} mb={4}>
          {t('exchange.stays')}
        </Title>
        <Stays {...props} />
      </Grid.Col>
    </Grid>
  );
};
