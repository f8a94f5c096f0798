import { Loader, SimpleGrid } from '@mantine/core';
import { guidanceTitles } from '@shared/domain/documents/guidance/titles.ts';
import { only } from '@shared/domain/form/fields.ts';
import { newGuidanceFile } from '@shared/domain/guidance/drafts.ts';
import type { RecordContent, WrittenKind } from '@shared/domain/guidance/record-contents.ts';
import { guidanceFile } from '@shared/domain/guidance/working-file.ts';
import { headFields } from '@shared/domain/guidance/working-file-fields.ts';
import { emptyPerson, toPersonInput } from '@shared/domain/identity/person.ts';
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
import { NotForSkp } from '../../../ui/NotForSkp.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Section } from '../../../ui/Section.tsx';
import { fileOnce } from './file-once.ts';
import { useWritten, WriteRecord, type Written } from './WriteRecord.tsx';

type Head = Pick<Written, 'topic' | 'leader'>;

/** The file that a record of the holder's own begins. */
const readFile = (kind: WrittenKind, { institution, person }: HolderWithPeople, { topic, leader }: Head) =>
  readBy(
    guidanceFile,
    newGuidanceFile(kind === 'preCoaching' ? 'coaching' : 'mentoring', {
      ...{ topic, institution, period: today().slice(0, 4), leader: leader ?? emptyPerson },
      participants: [toPersonInput(person)],
    }),
  );

interface HeadPartProps {
  readonly kind: WrittenKind;
  readonly holder: HolderWithPeople;
  readonly head: Head;
  readonly write: (change: Partial<Head>) => void;
  readonly issues: Pick<ReturnType<typeof useIssues>, 'issue' | 'judging'>;
}

/** Who leads, and what about. */
const HeadPart = ({ kind, holder, head, write, issues: { issue, judging } }: HeadPartProps) => {
  const { t } = useTranslation();
  return (
    <Section title={t('guidance.who')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <PersonChoice
          label={t(kind === 'preCoaching' ? 'guidance.coach' : 'guidance.mentor')}
          people={holder.people.filter(({ personId }) => personId !== holder.person.personId)}
          value={head.leader}
          onChange={(leader) => write({ leader })}
          error={issue('leader', 'name')}
        />
        <FormFields
          fields={only(headFields, ['topic'])}
          value={head}
          onChange={(_name, next) => write({ topic: String(next) })}
          issue={issue}
          judging={judging}
        />
      </SimpleGrid>
    </Section>
  );
};

/** Begins a file of the holder's own, with the record that the holder wrote and signed. */
const WriteForm = ({ kind, holder }: { readonly kind: WrittenKind; readonly holder: HolderWithPeople }) => {
  const go = useGo();
  const save = useCommand('guidance.save');
  const make = useCommand('guidance.makeRecord');
  const [keep] = useState(fileOnce);
  const draft = useWritten(kind, 'own');
  const { judge, ...issues } = useIssues(() => readFile(kind, holder, draft.value).issues);
  const error = save.error ?? make.error;
  const begin = async (content: RecordContent): Promise<boolean> => {
    const { data: file, issues: refused } = readFile(kind, holder, draft.value);
    judge(refused);
    if (file === null) return false;
    const saved = await keep(save.run, file);
    if (!saved.ok) return false;
    const made = await make.run({ guidanceId: saved.value.guidanceId, content, sign: true });
    if (made.ok) go(placeOf('guidanceFile', { guidanceId: saved.value.guidanceId }));
    return made.ok;
  };
  const write = (change: Partial<Head>): void => draft.setValue((current) => ({ ...current, ...change }));
  return (
    <>
      {draft.ready && <HeadPart {...{ kind, holder, write, issues }} head={draft.value} />}
      {error !== null && <ErrorNotice error={error} />}
      <WriteRecord kind={kind} draft={draft} busy={save.busy || make.busy} onWritten={begin} />
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
      <NotForSkp />
      {holder === null ? <Loader aria-label={t('common.loading')} /> : <WriteForm kind={known} holder={holder} />}
    </Page>
  );
};
