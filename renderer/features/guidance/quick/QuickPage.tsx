import { Button, Group, Loader, SimpleGrid, Stack, Text } from '@mantine/core';
import { guidanceTitles } from '@shared/domain/documents/guidance/titles.ts';
import { only } from '@shared/domain/form/fields.ts';
import { askedFirst, askedLater, isLaterWritten, quickFields } from '@shared/domain/guidance/quick-note.ts';
import type { LedKind } from '@shared/domain/guidance/record.ts';
import { headFields } from '@shared/domain/guidance/working-file-fields.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconPrinter, IconSignature } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/draft.ts';
import { today } from '../../../lib/format.ts';
import { type HolderWithPeople, useHolderWithPeople } from '../../../lib/holder.ts';
import { useGo, useParameters } from '../../../lib/navigation.ts';
import { newId } from '../../../lib/new-id.ts';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { FormFields } from '../../../ui/form/FormFields.tsx';
import type { IssueLookup } from '../../../ui/form/issues.ts';
import type { Judging } from '../../../ui/form/judging.ts';
import { PersonChoice } from '../../../ui/form/PersonChoice.tsx';
import { useIssues } from '../../../ui/form/use-issues.ts';
import { NotForSkp } from '../../../ui/NotForSkp.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PaperDialog, type PreparedPaper } from '../../../ui/PaperDialog.tsx';
import { SaveState } from '../../../ui/SaveState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Participants } from '../people/PeopleFields.tsx';
import { fileOnce } from './file-once.ts';
import { freshQuick, type QuickState, quickFile, quickValues, readQuick, withQuick } from './quick-state.ts';

interface Ready {
  readonly kind: LedKind;
  readonly holder: HolderWithPeople;
}

/** Saves what is typed as a file with one record; prints it to be signed by hand, or signs it here. */
const useQuickSave = ({ kind, holder }: Ready, state: QuickState) => {
  const save = useCommand('guidance.save');
  const make = useCommand('guidance.makeRecord');
  const prepare = useCommand('guidance.prepare');
  const read = () => ({
    content: readQuick(kind, state),
    file: quickFile(kind, state, holder.institution, newId),
  });
  const issuesOf = ({ content, file }: ReturnType<typeof read>) => [...content.issues, ...file.issues];
  const { issues, issue, judging, judge } = useIssues(() => issuesOf(read()));
  const [keep] = useState(fileOnce);
  const run = async (sign: boolean): Promise<{ guidanceId: string; viewId: string | null } | null> => {
    const { content, file } = read();
    judge(issuesOf({ content, file }));
    if (content.data === null || file.data === null) return null;
    const saved = await keep(save.run, file.data);
    if (!saved.ok) return null;
    const { guidanceId } = saved.value;
    const made = await make.run({ guidanceId, content: content.data, sign });
    if (!made.ok) return null;
    if (sign) return { guidanceId, viewId: null };
    const paper = await prepare.run({ kind, source: { hash: made.value.hash } });
    return { guidanceId, viewId: paper.ok ? paper.value.viewId : null };
  };
  return {
    run,
    issues,
    issue,
    judging,
    busy: save.busy || make.busy || prepare.busy,
    error: save.error ?? make.error ?? prepare.error,
  };
};

interface PeopleProps {
  readonly kind: LedKind;
  readonly holder: HolderWithPeople;
  readonly state: QuickState;
  readonly set: (change: Partial<QuickState>) => void;
  readonly issue: IssueLookup;
  readonly judging: Judging;
}

const People = ({ kind, holder, state, set, issue, judging }: PeopleProps) => {
  const { t } = useTranslation();
  const form = { value: state, onChange: (name: string, next: unknown) => set({ [name]: next }), issue, judging };
  return (
    <Section title={t('guidance.who')}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <Participants
            kind={kind}
            people={holder.people}
            value={state.participants}
            onChange={(participants) => set({ participants })}
            typed={state.participantTyped}
            onTyped={(participantTyped) => set({ participantTyped })}
            error={issue('participants')}
          />
          <Stack gap="sm">
            <PersonChoice
              label={t('guidance.leader')}
              people={holder.people}
              value={state.leader}
              onChange={(leader) => set({ leader })}
              error={issue('leader', 'name')}
            />
            <FormFields fields={only(headFields, ['leaderBasis'])} {...form} />
          </Stack>
        </SimpleGrid>
        <FormFields fields={only(headFields, ['topic', 'period'])} {...form} />
      </Stack>
    </Section>
  );
};

interface FormPartProps {
  readonly kind: LedKind;
  readonly state: QuickState;
  readonly onChange: (name: string, next: unknown) => void;
  readonly issue: IssueLookup;
  readonly judging: Judging;
}

/** The form, in its order: what the record cannot be without, and behind one button the rest. */
const FormPart = ({ kind, state, ...form }: FormPartProps) => {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(false);
  const fields = quickFields(kind, state.leaderBasis === 'ownSuperior');
  const value = quickValues(kind, state);
  const count = Object.keys(askedLater(fields)).length;
  const isWritten = isLaterWritten(fields, value);
  const isOpen = wanted || isWritten;
  return (
    <Section title={guidanceTitles[kind]}>
      <FormFields fields={isOpen ? fields : askedFirst(fields)} value={value} {...form} />
      {count > 0 && !isWritten && (
        <Button variant="subtle" size="compact-sm" mt="sm" aria-expanded={isOpen} onClick={() => setWanted(!wanted)}>
          {isOpen ? t('guidance.quick.less') : t('guidance.quick.more', { count })}
        </Button>
      )}
    </Section>
  );
};

const QuickForm = ({ kind, holder }: Ready) => {
  const { t } = useTranslation();
  const go = useGo();
  const draft = useDraft({
    kind: 'guidanceQuick',
    caseId: null,
    subjectKey: kind,
    initial: freshQuick(holder, today()),
  });
  const state = draft.value;
  const set = (change: Partial<QuickState>): void => draft.setValue((current) => ({ ...current, ...change }));
  const { run, issues, issue, judging, busy, error } = useQuickSave({ kind, holder }, state);
  const [prepared, setPrepared] = useState<(PreparedPaper & { readonly guidanceId: string }) | null>(null);
  const finish = async (sign: boolean): Promise<void> => {
    const done = await run(sign);
    if (done === null) return;
    await draft.discard();
    if (done.viewId === null) go(placeOf('guidanceFile', { guidanceId: done.guidanceId }));
    else setPrepared({ viewId: done.viewId, title: guidanceTitles[kind], guidanceId: done.guidanceId });
  };
  if (!draft.ready) return <Loader aria-label={t('common.loading')} />;
  return (
    <>
      <People kind={kind} holder={holder} state={state} set={set} issue={issue} judging={judging} />
      <FormPart
        kind={kind}
        state={state}
        onChange={(name, next) => draft.setValue((current) => withQuick(kind, current, name, next))}
        issue={issue}
        judging={judging}
      />
      {issues.length > 0 && (
        <Text role="alert" c="var(--mantine-color-error)" mb="sm">
          {t('guidance.somethingMissing')}
        </Text>
      )}
      {error !== null && <ErrorNotice error={error} />}
      <Group justify="space-between">
        <SaveState draft={draft} />
        <Group>
          <Button
            variant="default"
            leftSection={<IconSignature size={16} aria-hidden />}
            loading={busy}
            onClick={() => void finish(true)}
          >
            {t('guidance.quick.sign')}
          </Button>
          <Button leftSection={<IconPrinter size={16} aria-hidden />} loading={busy} onClick={() => void finish(false)}>
            {t('guidance.quick.print')}
          </Button>
        </Group>
      </Group>
      <PaperDialog
        prepared={prepared}
        onClose={() => prepared !== null && go(placeOf('guidanceFile', { guidanceId: prepared.guidanceId }))}
      />
    </>
  );
};

/** Catat cepat: one page with the form's fields in order; print, sign, photograph. */
export const QuickPage = () => {
  const { t } = useTranslation();
  const go = useGo();
  const { kind } = useParameters('quickGuidance');
  const holder = useHolderWithPeople();
  const known: LedKind = kind === 'mentoring' ? 'mentoring' : 'coaching';
  return (
    <Page
      key={known}
      title={t(`guidance.quick.title.${known}`)}
      intro={t('guidance.quick.intro')}
      width="reading"
      crumbs={[{ label: t('guidance.title'), onClick: () => go(placeOf('guidance')) }]}
    >
      <NotForSkp />
      {holder === null ? <Loader aria-label={t('common.loading')} /> : <QuickForm kind={known} holder={holder} />}
    </Page>
  );
};
