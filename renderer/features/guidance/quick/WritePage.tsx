import { Loader, SimpleGrid } from '@mantine/core';
import { guidanceTitles } from '@shared/domain/documents/guidance/titles.ts';
import { only } from '@shared/domain/form/fields.ts';
import { newGuidanceFile } from '@shared/domain/guidance/drafts.ts';
import type { RecordContent, WrittenKind } from '@shared/domain/guidance/record-contents.ts';
import { guidanceFile } from '@shared/domain/guidance/working-file.ts';
import { headFields } from '@shared/domain/guidance/working-file-fields.ts';
import { emptyPerson, type PersonInput, toPersonInput } from '@shared/domain/identity/person.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../../lib/format.ts';
import { type HolderWithPeople, useHolderWithPeople } from '../../../lib/holder.ts';
import { useGo, useParameters } from '../../../lib/navigation.ts';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { FormFields } from '../../../ui/form/FormFields.tsx';
import { readBy } from '../../../ui/form/issues.ts';
import { PersonChoice } from '../../../ui/form/PersonChoice.tsx';
import { useIssues } from '../../../ui/form/use-issues.ts';
import { Page } from '../../../ui/Page.tsx';
import { Section } from '../../../ui/Section.tsx';
import { WriteRecord } from './WriteRecord.tsx';

/** Begins a file of the holder's own, with the record that the holder wrote and signed. */
const useWrite = (kind: WrittenKind, holder: HolderWithPeople, topic: string, leader: PersonInput | null) => {
  const go = useGo();
  const save = useCommand('guidance.save');
  const make = useCommand('guidance.makeRecord');
  const read = () => {
    const start = {
      topic,
      institution: holder.institution,
      period: today().slice(0, 4),
      leader: leader ?? emptyPerson,
    };
    return readBy(
      guidanceFile,
      newGuidanceFile(kind === 'preCoaching' ? 'coaching' : 'mentoring', {
        ...start,
        participants: [toPersonInput(holder.person)],
      }),
    );
  };
  const { issue, judging, judge } = useIssues(() => read().issues);
  const write = async (content: RecordContent): Promise<boolean> => {
    const { data: file, issues } = read();
    judge(issues);
    if (file === null) return false;
    const saved = await save.run({ guidanceId: null, revision: 0, file });
    if (!saved.ok) return false;
    const made = await make.run({ guidanceId: saved.value.guidanceId, content, sign: true });
    if (made.ok) go(placeOf('guidanceFile', { guidanceId: saved.value.guidanceId }));
    return made.ok;
  };
  return { write, issue, judging, busy: save.busy || make.busy, error: save.error ?? make.error };
};

const WriteForm = ({ kind, holder }: { readonly kind: WrittenKind; readonly holder: HolderWithPeople }) => {
  const { t } = useTranslation();
  const [leader, setLeader] = useState<PersonInput | null>(null);
  const [topic, setTopic] = useState('');
  const { write, issue, judging, busy, error } = useWrite(kind, holder, topic, leader);
  return (
    <>
      <Section title={t('guidance.who')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <PersonChoice
            label={t(kind === 'preCoaching' ? 'guidance.coach' : 'guidance.mentor')}
            people={holder.people.filter(({ personId }) => personId !== holder.person.personId)}
            value={leader}
            onChange={setLeader}
            error={issue('leader', 'name')}
          />
          <FormFields
            fields={only(headFields, ['topic'])}
            value={{ topic }}
            onChange={(_name, next) => setTopic(String(next))}
            issue={issue}
            judging={judging}
          />
        </SimpleGrid>
      </Section>
      {error !== null && <ErrorNotice error={error} />}
      <WriteRecord kind={kind} subjectKey="own" busy={busy} onWritten={write} />
    </>
  );
};

/** Page on which an employee writes a pre-coaching report or a mentoring plan in the own vault. */
export const WritePage = () => {
  const { t } = useTranslation();
  const go = useGo();
  const { written } = useParameters('writeGuidance');
  const holder = useHolderWithPeople();
  const known: WrittenKind = written === 'mentoringPlan' ? 'mentoringPlan' : 'preCoaching';
  return (
    <Page
      key={known}
      title={guidanceTitles[known]}
      width="reading"
      crumbs={[{ label: t('guidance.title'), onClick: () => go(placeOf('guidance')) }]}
    >
      {holder === null ? <Loader aria-label={t('common.loading')} /> : <WriteForm kind={known} holder={holder} />}
    </Page>
  );
};
