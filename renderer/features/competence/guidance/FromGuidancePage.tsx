import { Button, Group, List, Loader, Text } from '@mantine/core';
import { learningFromGuidance } from '@shared/domain/competence/from-guidance.ts';
import { samePerson } from '@shared/domain/identity/same-person.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo, useParameters } from '../../../lib/navigation.ts';
import { useQueryCall } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { Page } from '../../../ui/Page.tsx';
import { Section } from '../../../ui/Section.tsx';
import { RecordDialog } from '../person/RecordDialog.tsx';

/** Everyone who took part in a record of coaching or mentoring, as the register of people knows them. */
const useRecord = (guidanceId: string, hash: string) => {
  const file = useQueryCall('guidance.get', { guidanceId });
  const people = useQueryCall('persons.list', {}).data;
  const view = file.data?.records.find((record) => record.hash === hash);
  const participants = (view?.record?.participants ?? []).map((participant) => ({
    name: participant.name,
    personId: people?.find((person) => samePerson(person, participant))?.personId ?? null,
  }));
  const learning = view?.record ? learningFromGuidance(view.record, view.paper?.attachmentIds ?? []) : undefined;
  return { error: file.error, ready: file.data !== undefined && people !== undefined, participants, learning };
};

/** Enters a complete record of coaching or mentoring among the learning records of those who took part. */
export const FromGuidancePage = () => {
  const { t } = useTranslation();
  const go = useGo();
  const notice = useNotice();
  const { guidanceId = '', hash = '' } = useParameters('guidanceAsLearning');
  const { error, ready, participants, learning } = useRecord(guidanceId, hash);
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Page
      title={t('competence.fromGuidance.title')}
      intro={t('competence.fromGuidance.intro')}
      width="reading"
      crumbs={[{ label: t('competence.title'), onClick: () => go(placeOf('competence')) }]}
    >
      {error && <ErrorNotice error={error} />}
      {!ready && !error && <Loader aria-label={t('common.loading')} />}
      {ready && learning === undefined && <Text>{t('competence.fromGuidance.none')}</Text>}
      {ready && learning !== undefined && (
        <Section title={learning.title} intro={t(`competence.kind.${learning.kind}`)}>
          <List listStyleType="none" spacing="sm">
            {participants.map(({ name, personId }) => (
              <List.Item key={name}>
                <Group justify="space-between">
                  <Text>{name}</Text>
                  {personId === null ? (
                    <Text size="sm" c="dimmed">
                      {t('competence.fromGuidance.unknown')}
                    </Text>
                  ) : (
                    <Button
                      aria-label={t('competence.fromGuidance.enterFor', { name })}
                      onClick={() => setChosen(personId)}
                    >
                      {t('competence.fromGuidance.enter')}
                    </Button>
                  )}
                </Group>
              </List.Item>
            ))}
          </List>
        </Section>
      )}
      {chosen !== null && learning !== undefined && (
        <RecordDialog
          personId={chosen}
          record={null}
          given={{ learning, hash }}
          onClose={() => setChosen(null)}
          onSaved={() => {
            notice(t('competence.fromGuidance.entered'));
            go(placeOf('learner', { personId: chosen }));
          }}
        />
      )}
    </Page>
  );
};
