import { Button, Group, List, Loader, Text } from '@mantine/core';
import { learningFromGuidance } from '@shared/domain/competence/from-guidance.ts';
import { learnersOf } from '@shared/domain/guidance/record.ts';
import { hasSignedPdf } from '@shared/domain/guidance/signed-pdf.ts';
import { samePerson } from '@shared/domain/identity/same-person.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../lib/failure-text.ts';
import { useGo, useParameters } from '../../../lib/navigation.ts';
import { useQueryCall } from '../../../lib/query.ts';
import { useRpc } from '../../../lib/rpc-context.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { Page } from '../../../ui/Page.tsx';
import { Section } from '../../../ui/Section.tsx';
import { RecordDialog } from '../person/RecordDialog.tsx';
import { keepSignedPdf } from './signed-evidence.ts';

/** Everyone who learned by a record of guidance, as the register of people knows them. */
const useRecord = (guidanceId: string, hash: string) => {
  const file = useQueryCall('guidance.get', { guidanceId });
  const people = useQueryCall('persons.list', {}).data;
  const view = file.data?.records.find((record) => record.hash === hash);
  const participants = (view?.record ? learnersOf(view.record) : []).map((participant) => ({
    name: participant.name,
    personId: people?.find((person) => samePerson(person, participant))?.personId ?? null,
  }));
  const learning = view?.record ? learningFromGuidance(view.record, view.paper?.attachmentIds ?? []) : undefined;
  return { error: file.error, ready: file.data !== undefined && people !== undefined, participants, learning, view };
};

/** What proves a record beside its scans: its signed PDF, kept once for as long as the page is open. */
const useEvidence = (hash: string, view: ReturnType<typeof useRecord>['view']) => {
  const rpc = useRpc();
  const kept = useRef<readonly string[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Failure | null>(null);
  const prepare = async (): Promise<readonly string[]> => {
    if (kept.current !== null || !view?.record || !hasSignedPdf(view)) return kept.current ?? [];
    setBusy(true);
    const file = await keepSignedPdf(rpc, hash, view.record.content);
    setBusy(false);
    // Without it the activity can be entered all the same, with what else proves it.
    setError(file.ok ? null : file.error);
    if (file.ok) kept.current = [file.value.attachmentId];
    return kept.current ?? [];
  };
  return { prepare, busy, error };
};

/** Enters a complete record of guidance among the learning records of those who learned by it. */
export const FromGuidancePage = () => {
  const { t } = useTranslation();
  const go = useGo();
  const notice = useNotice();
  const { guidanceId = '', hash = '' } = useParameters('guidanceAsLearning');
  const { error, ready, participants, learning, view } = useRecord(guidanceId, hash);
  const evidence = useEvidence(hash, view);
  const [chosen, setChosen] = useState<{ readonly personId: string; readonly signed: readonly string[] } | null>(null);
  const choose = async (personId: string): Promise<void> => setChosen({ personId, signed: await evidence.prepare() });
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
                      loading={evidence.busy}
                      onClick={() => void choose(personId)}
                    >
                      {t('competence.fromGuidance.enter')}
                    </Button>
                  )}
                </Group>
              </List.Item>
            ))}
          </List>
          {evidence.error !== null && <ErrorNotice error={evidence.error} />}
        </Section>
      )}
      {chosen !== null && learning !== undefined && (
        <RecordDialog
          personId={chosen.personId}
          record={null}
          given={{ learning: { ...learning, evidence: [...learning.evidence, ...chosen.signed] }, hash }}
          onClose={() => setChosen(null)}
          onSaved={() => {
            notice(t('competence.fromGuidance.entered'));
            go(placeOf('learner', { personId: chosen.personId }));
          }}
        />
      )}
    </Page>
  );
};
