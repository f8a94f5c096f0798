import { Box, Button, Group, Stack, Text } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { type Output, useCommand } from '../../lib/query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Section } from '../../ui/Section.tsx';
import { SealedNotice } from '../../ui/sealing/SealedNotice.tsx';

type Due = Output<'exchange.erasures'>['due'][number];

interface Sealed {
  readonly name: string;
  readonly files: readonly string[];
}

const Message = ({ due, onSealed }: { readonly due: Due; readonly onSealed: (sealed: Sealed) => void }) => {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const seal = useCommand('exchange.sealErasure');
  const { entryId, name, asks, answers, sealedAt, olderProgram } = due;
  const make = async (): Promise<void> => {
    const answer = await seal.run({ entryId });
    if (answer.ok && answer.value.saved) onSealed({ name, files: answer.value.files });
  };
  return (
    <>
      <Group justify="space-between" gap="sm">
        <Stack gap={0}>
          <Text fw={600}>{name}</Text>
          <Text size="sm">{t('retention.messages.what', { asks, answers })}</Text>
          <Text size="sm" c="dimmed">
            {sealedAt === null
              ? t('retention.messages.never')
              : t('retention.messages.sealed', { when: moment(sealedAt) })}
          </Text>
          {olderProgram && <Text size="sm">{t('retention.messages.olderProgram')}</Text>}
        </Stack>
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconMailForward size={16} aria-hidden />}
          loading={seal.busy}
          aria-label={t('retention.messages.sealFor', { name })}
          onClick={() => void make()}
        >
          {t('retention.messages.seal')}
        </Button>
      </Group>
      {seal.error !== null && <ErrorNotice error={seal.error} />}
    </>
  );
};

/** What is to be said to other vaults about erasures, each with the way to seal it; nothing where there is none. */
export const ErasureMessages = ({ due }: { readonly due: readonly Due[] }) => {
  const { t } = useTranslation();
  const [sealed, setSealed] = useState<readonly Sealed[]>([]);
  if (due.length === 0 && sealed.length === 0) return null;
  return (
    <Section title={t('retention.messages.title')} intro={t('retention.messages.intro')}>
      {sealed.map(({ name, files }) => (
        <SealedNotice key={files.join()} files={files} receiver={name} />
      ))}
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {due.map((each) => (
          <Box component="li" key={each.entryId}>
            <Message due={each} onSealed={(made) => setSealed((before) => [...before, made])} />
          </Box>
        ))}
      </Stack>
    </Section>
  );
};
