import { Button, Checkbox, Group, List, Stack, Text } from '@mantine/core';
import type { OutboxReceiver } from '@shared/contract/exchange.ts';
import type { JournalEntry } from '@shared/contract/exchange-journal.ts';
import { IconMailForward } from '@tabler/icons-react';
import { useState } from 'react';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import { useFormat } from '../../../lib/format.ts';
import { useCommand } from '../../../lib/query.ts';
import { type PartsChoice as Parts, partBytesOf, proposedParts } from '../../../lib/sealing.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { OlderProgramNotice } from '../../../ui/sealing/OlderProgramNotice.tsx';
import { PartsChoice } from '../../../ui/sealing/PartsChoice.tsx';
import { SealProgress } from '../../../ui/sealing/SealProgress.tsx';
import { WhatLeaves } from '../../../ui/sealing/WhatLeaves.tsx';
import { leavingOf } from './receiver-view.ts';

export interface ReceiverSectionProps {
  readonly caseId: string;
  readonly receiver: OutboxReceiver;
  /** Packages for this person about this case without receipt. */
  readonly open: readonly JournalEntry[];
  /** The way here was "Segel ulang". */
  readonly againFirst: boolean;
  readonly onSealed: (files: readonly string[]) => void;
}

interface AgainChoiceProps extends Pick<ReceiverSectionProps, 'open'> {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly count: number;
  readonly disabled: boolean;
}

/** Whether what has no receipt yet leaves once more, and which packages those are. */
const AgainChoice = ({ value, onChange, count, open, disabled }: AgainChoiceProps) => {
  const { t, amount } = useExchangeTexts();
  const { moment } = useFormat();
  return (
    <div>
      <Checkbox
        checked={value}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
        label={t('exchange.again', { count })}
        description={t('exchange.againHint')}
      />
      <List size="sm" mt={4} ml={30} listStyleType="none" aria-label={t('exchange.withoutReceipt')}>
        {open.map((entry) => (
          <List.Item key={entry.packageId}>
            {t('exchange.sentAt', { when: moment(entry.at), amount: amount(entry.acts, 0, 0) })}
            {entry.kind === 'draft' && ` · ${t('exchange.draftNotAgain')}`}
          </List.Item>
        ))}
      </List>
    </div>
  );
};

/** One receiver of a case: what would leave, what would not, and the seal. */
export const ReceiverSection = ({ caseId, receiver, open, againFirst, onSealed }: ReceiverSectionProps) => {
  const { t, roleNames, office } = useExchangeTexts();
  const { moment } = useFormat();
  const { entryId, person, roles, withheld, unconfirmed, lastReceivedAt } = receiver;
  const [again, setAgain] = useState(againFirst && unconfirmed > 0);
  const [chosen, setChosen] = useState<Parts | null>(null);
  const leaving = leavingOf(receiver, again);
  const parts = chosen ?? proposedParts(leaving.bytes);
  const seal = useCommand('exchange.seal');
  const run = async (): Promise<void> => {
    const answer = await seal.run({ caseId, entryId, again, partBytes: partBytesOf(parts) });
    if (!answer.ok || !answer.value.saved) return;
    // What did not fit comes next, not the same once more.
    setAgain(false);
    onSealed(answer.value.files);
  };
  const about = [roleNames(roles), office(person)].filter((part) => part !== '').join(' · ');
  return (
    <Section title={person.name} intro={about}>
      <Stack gap="md">
        {receiver.olderProgram && <OlderProgramNotice name={person.name} what="acts" />}
        <WhatLeaves leaving={leaving} withheld={withheld} />
        {unconfirmed > 0 && (
          <AgainChoice value={again} onChange={setAgain} count={unconfirmed} open={open} disabled={seal.busy} />
        )}
        <PartsChoice value={parts} onChange={setChosen} bytes={leaving.bytes} disabled={seal.busy} />
        {seal.error !== null && <ErrorNotice error={seal.error} />}
        <SealProgress busy={seal.busy} />
        <Group justify="space-between">
          <Button
            leftSection={<IconMailForward size={17} aria-hidden />}
            loading={seal.busy}
            disabled={leaving.acts.length === 0}
            aria-label={t('exchange.sealFor', { name: person.name })}
            onClick={() => void run()}
          >
            {t('exchange.seal')}
          </Button>
          <Text size="sm" c="dimmed">
            {lastReceivedAt !== null && t('exchange.lastReceived', { when: moment(lastReceivedAt) })}
          </Text>
        </Group>
      </Stack>
    </Section>
  );
};
