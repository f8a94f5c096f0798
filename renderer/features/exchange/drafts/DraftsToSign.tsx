import { Box, Button, Group, Stack, Text, Title } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconSignature } from '@tabler/icons-react';
import { useState } from 'react';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import { useFormat } from '../../../lib/format.ts';
import { useGo } from '../../../lib/navigation.ts';
import { useQueryCall } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { DeclineDialog, type ReceivedDraft } from './DeclineDialog.tsx';

/** Konsep untuk ditandatangani: what others drafted for the holder; nothing is shown while there is none. */
export const DraftsToSign = () => {
  const { t, actName, peerName } = useExchangeTexts();
  const { moment } = useFormat();
  const go = useGo();
  const drafts = useQueryCall('exchange.drafts', {});
  const [declining, setDeclining] = useState<ReceivedDraft | null>(null);
  if (drafts.error !== null) return <ErrorNotice error={drafts.error} onRetry={() => void drafts.refetch()} />;
  if (drafts.data === undefined || drafts.data.length === 0) return null;
  return (
    <Section title={t('exchange.drafts')} intro={t('exchange.draftsIntro')}>
      <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
        {drafts.data.map((draft) => {
          const named = { act: actName(draft.type), name: draft.employeeName };
          return (
            <Box component="li" key={draft.draftId}>
              <Group justify="space-between" align="flex-start" gap="sm">
                <div>
                  <Title order={3}>{t('exchange.draftName', named)}</Title>
                  <Text size="sm" c="dimmed">
                    {t('exchange.draftFrom', { name: peerName(draft.from), when: moment(draft.at) })}
                  </Text>
                  {draft.remark !== '' && <Text style={{ whiteSpace: 'pre-wrap' }}>{draft.remark}</Text>}
                </div>
                <Group gap="xs">
                  <Button
                    size="compact-md"
                    leftSection={<IconSignature size={16} aria-hidden />}
                    aria-label={t('exchange.openDraftNamed', named)}
                    onClick={() => go(placeOf('receivedDraft', { caseId: draft.caseId, draftId: draft.draftId }))}
                  >
                    {t('exchange.openDraft')}
                  </Button>
                  <Button
                    size="compact-md"
                    variant="subtle"
                    color="gray"
                    aria-label={t('exchange.declineNamed', named)}
                    onClick={() => setDeclining(draft)}
                  >
                    {t('exchange.decline')}
                  </Button>
                </Group>
              </Group>
            </Box>
          );
        })}
      </Stack>
      {declining !== null && <DeclineDialog draft={declining} onClose={() => setDeclining(null)} />}
    </Section>
  );
};
