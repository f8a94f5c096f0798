import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import type { CaseView } from '@shared/contract/case.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useFormat } from '../../../lib/format.ts';
import { useGo } from '../../../lib/navigation.ts';
import { useCommand, useQueryCall } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useCaseTexts } from '../texts.ts';
import { ActTimeline } from './ActTimeline.tsx';
import { ReadyToSend } from './ReadyToSend.tsx';

/** Private notes of the file, without a word of them: to be erased. */
const NotesToErase = ({ caseId }: { readonly caseId: string }) => {
  const { t } = useCaseTexts();
  const { date } = useFormat();
  const notes = useQueryCall('notes.list', { caseId }).data ?? [];
  const erase = useCommand('notes.erase');
  if (notes.length === 0) return null;
  return (
    <Section title={t('cases.mistaken.notes')} order={3}>
      {erase.error && <ErrorNotice error={erase.error} />}
      <List listStyleType="none" spacing="xs">
        {notes.map(({ noteId, createdAt }) => (
          <List.Item key={noteId}>
            <Group gap="sm" justify="space-between">
              <Text size="md">{t('cases.mistaken.note', { date: date(createdAt) })}</Text>
              <Button
                size="compact-md"
                variant="light"
                loading={erase.busy}
                aria-label={t('cases.mistaken.eraseNoteOf', { date: date(createdAt) })}
                onClick={() => void erase.run({ noteId })}
              >
                {t('cases.mistaken.eraseNote')}
              </Button>
            </Group>
          </List.Item>
        ))}
      </List>
    </Section>
  );
};

/** A file about the wrong employee: by number and dates alone, who is still to be told, and what is to be erased. */
export const MistakenFile = ({ view, since }: { readonly view: CaseView; readonly since: string }) => {
  const { t } = useCaseTexts();
  const { date } = useFormat();
  const go = useGo();
  const { caseId, listNumber, openedAt } = view.summary;
  return (
    <>
      <Alert color="amber" variant="light" mb="md" title={t('cases.mistaken.since', { date: date(since) })}>
        <Text size="md">{t('cases.mistaken.intro')}</Text>
        <Text size="md" mt="xs">
          {[
            ...(listNumber === '' ? [] : [t('cases.view.listNumber', { number: listNumber })]),
            t('cases.view.openedAt', { date: date(openedAt) }),
          ].join(' · ')}
        </Text>
      </Alert>
      <ReadyToSend caseId={caseId} />
      <Section title={t('cases.mistaken.eraseTitle')}>
        <Stack gap="xs">
          <Text size="md">{t('cases.mistaken.erase', { date: date(since) })}</Text>
          <Text size="md">{t('cases.mistaken.eraseLater')}</Text>
          <Text size="md">{t('cases.mistaken.paper')}</Text>
          <Group>
            <Button variant="default" onClick={() => go(placeOf('retention'))}>
              {t('cases.mistaken.erasePage')}
            </Button>
          </Group>
        </Stack>
      </Section>
      <NotesToErase caseId={caseId} />
      <ActTimeline view={view} />
    </>
  );
};
