import { Box, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { receiptsToMake } from '../../../lib/delivery-state.ts';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import { useFormat } from '../../../lib/format.ts';
import type { Output } from '../../../lib/query.ts';
import { SealedNotice } from '../../../ui/sealing/SealedNotice.tsx';
import { SealReceipt } from '../SealReceipt.tsx';

/** People who do not know yet that what they sent has arrived, each with the way to tell them. */
export const ReceiptsDue = ({ due }: { readonly due: Output<'exchange.journal'>['receiptsDue'] }) => {
  const { t, peerName } = useExchangeTexts();
  const { moment } = useFormat();
  const [made, setMade] = useState<readonly { readonly name: string; readonly files: readonly string[] }[]>([]);
  const reachable = receiptsToMake(due);
  const notices = made.map(({ name, files }) => (
    <SealedNotice key={files.join()} files={files} receiver={name} isReceipt />
  ));
  if (reachable.length === 0) return notices;
  return (
    <div>
      {notices}
      <Title order={3} mb={4}>
        {t('exchange.receiptsDue')}
      </Title>
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
        {reachable.map(({ peer, since }) => (
          <Box component="li" key={peer.keyFingerprint}>
            <SealReceipt
              entryId={peer.entryId ?? ''}
              name={peerName(peer)}
              onSealed={(files) => setMade((before) => [...before, { name: peerName(peer), files }])}
              intro={t('exchange.receiptDue', { name: peerName(peer), when: moment(since) })}
            />
          </Box>
        ))}
      </Stack>
    </div>
  );
};
