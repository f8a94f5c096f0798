import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import { useProgress } from '../../../lib/progress.ts';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TaskProgress } from '../../../ui/TaskProgress.tsx';
import { useFocusHere } from '../../../ui/use-focus-here.ts';
import { AlikeQuestions } from './AlikeQuestions.tsx';
import { HeldNotice } from './HeldNotice.tsx';
import { ImportedNotice } from './ImportedNotice.tsx';
import { IncomingDrop } from './IncomingDrop.tsx';
import { InspectionView } from './InspectionView.tsx';
import { endsInspection } from './inspection-end.ts';
import type { Receiving, useReceive } from './use-receive.ts';

interface InspectedProps {
  readonly state: Extract<Receiving, { step: 'inspected' }>;
  readonly receive: ReturnType<typeof useReceive>;
}

/** The package that was looked at, and what may be done with it. */
const Inspected = ({ state, receive }: InspectedProps) => {
  const { t } = useExchangeTexts();
  const { inspection, names } = state;
  const { inspectionId, held } = inspection;
  const heading = useFocusHere<HTMLHeadingElement>(inspectionId);
  const accept = useCommand('exchange.import');
  const acceptHeld = useCommand('exchange.importHeld');
  const take = async (): Promise<void> => {
    const answer = await accept.run({ inspectionId });
    if (answer.ok) receive.imported(inspection, answer.value);
  };
  const takeHeld = async (): Promise<void> => {
    const answer = await acceptHeld.run({ inspectionId });
    if (answer.ok) receive.imported(inspection, answer.value);
  };
  const tell = useCommand('exchange.tellApart');
  const tellApart = async (same: boolean[]): Promise<void> => {
    const judged = await tell.run({ inspectionId, same });
    if (judged.ok) receive.judged(judged.value);
  };
  const failure = accept.error ?? acceptHeld.error;
  const isOver = endsInspection(failure);
  return (
    <Stack gap="md">
      <div>
        <Title order={3} ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
          {t(held === null ? 'exchange.checked' : 'exchange.heldTitle')}
        </Title>
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {names.join(', ')}
        </Text>
      </div>
      <HeldNotice
        inspection={inspection}
        onAccept={isOver ? null : () => void takeHeld()}
        accepting={acceptHeld.busy}
      />
      {inspection.alike.length > 0 && (
        <AlikeQuestions
          key={inspection.alike.length}
          alike={inspection.alike}
          busy={tell.busy}
          error={tell.error}
          onKeep={(same) => void tellApart(same)}
        />
      )}
      <InspectionView inspection={inspection} />
      {failure !== null && <ErrorNotice error={failure} />}
      {accept.busy && <TaskProgress text={t('exchange.importing')} percent={null} />}
      <Group gap="sm">
        {held === null && !isOver && (
          <Button leftSection={<IconInbox size={17} aria-hidden />} loading={accept.busy} onClick={() => void take()}>
            {t('exchange.import')}
          </Button>
        )}
        <Button variant="default" disabled={accept.busy} onClick={receive.putAway}>
          {t(held === null && !isOver ? 'exchange.dontImport' : 'common.close')}
        </Button>
      </Group>
    </Stack>
  );
};

/** Terima: files from other vaults, looked at before anything is stored. */
export const ReceivePart = ({ receive }: { readonly receive: ReturnType<typeof useReceive> }) => {
  const { t } = useExchangeTexts();
  const { state, waiting } = receive;
  const checking = useProgress('exchange.inspect', state.step === 'checking');
  const free = state.step === 'idle' || state.step === 'failed' || state.step === 'imported';
  return (
    <Section title={t('exchange.receive')} intro={t('exchange.receiveIntro')}>
      <Stack gap="md">
        {state.step === 'imported' && <ImportedNotice inspection={state.inspection} imported={state.imported} />}
        {state.step === 'failed' && (
          <ErrorNotice error={state.error}>
            <Text size="sm">{state.names.join(', ')}</Text>
          </ErrorNotice>
        )}
        {free && waiting > 0 && (
          <Group justify="space-between">
            <Text>{t('exchange.waiting', { number: waiting })}</Text>
            <Group gap="xs">
              <Button onClick={() => void receive.takeNext()}>{t('exchange.next')}</Button>
              <Button variant="subtle" color="gray" onClick={receive.forgetWaiting}>
                {t('exchange.forgetWaiting')}
              </Button>
            </Group>
          </Group>
        )}
        {free && <IncomingDrop onFiles={(files) => void receive.take(files)} onError={receive.failed} />}
        {state.step === 'taking' && (
          <TaskProgress
            text={t('exchange.taking', { name: state.name })}
            percent={state.percent}
            onCancel={receive.putAway}
          />
        )}
        {state.step === 'checking' && (
          <TaskProgress text={t('exchange.checking')} percent={checking} onCancel={receive.putAway} />
        )}
        {state.step === 'inspected' && <Inspected state={state} receive={receive} />}
      </Stack>
    </Section>
  );
};
