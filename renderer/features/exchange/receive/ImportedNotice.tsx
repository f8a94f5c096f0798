import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { Inspection } from '@shared/contract/exchange.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconCircleCheck } from '@tabler/icons-react';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import { useGo } from '../../../lib/navigation.ts';
import type { Output } from '../../../lib/query.ts';
import { useFocusHere } from '../../../ui/use-focus-here.ts';
import { SealReceipt } from '../SealReceipt.tsx';

export interface ImportedNoticeProps {
  readonly inspection: Inspection;
  readonly imported: Output<'exchange.import'>;
}

/** What came in, where it is now, and the receipt for who sent it. */
export const ImportedNotice = ({ inspection, imported }: ImportedNoticeProps) => {
  const { t, amount, peerName } = useExchangeTexts();
  const go = useGo();
  const box = useFocusHere<HTMLDivElement>();
  const { caseId, draftId, guidanceId, acts, files } = imported;
  const { sender, kind } = inspection;
  const copy = inspection.acts.find(({ type }) => type === 'copyReleased');
  const isCopy = kind === 'copy' && copy !== undefined;
  return (
    <Stack gap="sm">
      <Alert
        ref={box}
        tabIndex={-1}
        role="status"
        color="green"
        variant="light"
        icon={<IconCircleCheck aria-hidden />}
        title={t('exchange.imported')}
      >
        {kind === 'receipt' && <Text>{t('exchange.importedReceipt')}</Text>}
        {kind === 'erasure' && <Text>{t('exchange.importedErasure')}</Text>}
        {kind === 'figures' && <Text>{t('exchange.importedFigures')}</Text>}
        {draftId !== null && <Text>{t('exchange.kindText.draft')}</Text>}
        {guidanceId !== null && <Text>{t('exchange.kindText.guidance')}</Text>}
        {kind !== 'receipt' && acts + files > 0 && (
          <Text>{t('exchange.importedText', { amount: amount(acts, files, 0) })}</Text>
        )}
        <Group mt="sm" gap="xs">
          {guidanceId !== null && (
            <Button onClick={() => go(placeOf('guidanceFile', { guidanceId }))}>{t('exchange.openGuidance')}</Button>
          )}
          {kind === 'erasure' && <Button onClick={() => go(placeOf('retention'))}>{t('retention.nav')}</Button>}
          {kind === 'figures' && (
            <Button onClick={() => go(placeOf('programmeFigures'))}>{t('programme.joined.open')}</Button>
          )}
          {caseId !== null && draftId !== null && (
            <Button onClick={() => go(placeOf('receivedDraft', { caseId, draftId }))}>{t('exchange.openDraft')}</Button>
          )}
          {isCopy && <Button onClick={() => go(placeOf('copy', { hash: copy.hash }))}>{t('exchange.openCopy')}</Button>}
          {caseId !== null && kind !== 'copy' && (
            <Button variant={draftId === null ? 'filled' : 'default'} onClick={() => go(placeOf('case', { caseId }))}>
              {t('exchange.openCase')}
            </Button>
          )}
        </Group>
      </Alert>
      {kind !== 'receipt' && sender !== null && sender.entryId !== null && (
        <SealReceipt entryId={sender.entryId} name={peerName(sender)} intro={t('exchange.receiptOffer')} />
      )}
    </Stack>
  );
};
