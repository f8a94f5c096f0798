import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import type { OutboxCase } from '@shared/contract/exchange.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useState } from 'react';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import { useGo } from '../../../lib/navigation.ts';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { focusPageHeading } from '../../../ui/page-heading.ts';
import { Section } from '../../../ui/Section.tsx';

export interface UnresolvedPostProps {
  readonly caseId: string;
  readonly post: OutboxCase['unresolved'][number];
}

/** A post that is due something and that several persons hold, or nobody with a vault. */
export const UnresolvedPost = ({ caseId, post }: UnresolvedPostProps) => {
  const { t, roleNames, office } = useExchangeTexts();
  const go = useGo();
  const [chosen, setChosen] = useState<string | null>(null);
  const notice = useNotice();
  const choose = useCommand('exchange.chooseReceiver');
  const role = roleNames([post.role]);
  const run = async (): Promise<void> => {
    const candidate = post.candidates.find(({ entryId }) => entryId === chosen);
    if (candidate === undefined) return;
    const answer = await choose.run({ caseId, role: post.role, entryId: candidate.entryId });
    if (!answer.ok) return;
    // This section goes: who is chosen stands among the receivers.
    notice(t('exchange.chosen', { name: candidate.person.name, role }));
    focusPageHeading();
  };
  if (post.candidates.length === 0) {
    return (
      <Section title={role}>
        <Group justify="space-between" gap="sm" wrap="nowrap">
          <Text>{t('exchange.onPaper', { role })}</Text>
          <Button
            variant="default"
            style={{ flexShrink: 0 }}
            aria-label={t('exchange.toPapersOf', { role })}
            onClick={() => go(placeOf('case', { caseId }))}
          >
            {t('exchange.toPapers')}
          </Button>
        </Group>
      </Section>
    );
  }
  return (
    <Section title={role}>
      <Radio.Group label={t('exchange.whoHolds', { role })} value={chosen} onChange={setChosen}>
        <Stack gap={6} mt={6}>
          {post.candidates.map(({ entryId, person }) => (
            <Radio key={entryId} value={entryId} label={person.name} description={office(person)} />
          ))}
        </Stack>
      </Radio.Group>
      {choose.error !== null && <ErrorNotice error={choose.error} />}
      <Button mt="sm" variant="default" loading={choose.busy} disabled={chosen === null} onClick={() => void run()}>
        {t('exchange.chooseThis')}
      </Button>
    </Section>
  );
};
