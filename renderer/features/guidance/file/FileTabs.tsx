import { Box, Button, Grid, Group, Loader, Switch, Tabs, Text } from '@mantine/core';
import { isLed } from '@shared/domain/guidance/record.ts';
import {
  type DialogueFile,
  type GuidanceFile,
  guidanceFile,
  type LearningFile,
  type LedFile,
} from '@shared/domain/guidance/working-file.ts';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/draft.ts';
import type { HolderWithPeople } from '../../../lib/holder.ts';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { readBy } from '../../../ui/form/issues.ts';
import { useIssues } from '../../../ui/form/use-issues.ts';
import { useNotice } from '../../../ui/notice.ts';
import { SaveState } from '../../../ui/SaveState.tsx';
import { LearningPanels } from '../learning/LearningPanels.tsx';
import { RecordsSection } from '../records/RecordsSection.tsx';
import { ActionsPart } from './ActionsPart.tsx';
import { DialoguePanel } from './DialoguePanel.tsx';
import { LedPanels } from './LedPanels.tsx';
import { type Opened, type PartProps, type Tab, tabsOf } from './part-props.ts';
import { StageList } from './StageList.tsx';

const isDialogue = (file: GuidanceFile): file is DialogueFile => file.kind === 'dialogue';
const isLedFile = (file: GuidanceFile): file is LedFile => isLed(file.kind);
const isLearning = (file: GuidanceFile): file is LearningFile => !isDialogue(file) && !isLedFile(file);

/** The working papers as typed: a draft until they are saved, under the revision that they were opened with. */
const useFile = (opened: Opened, file: GuidanceFile) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const save = useCommand('guidance.save');
  const draft = useDraft({
    kind: 'guidanceFile',
    caseId: null,
    subjectKey: opened.guidanceId,
    initial: { revision: opened.revision, file },
  });
  const { issues, issue, judging, judge } = useIssues(() => readBy(guidanceFile, draft.value.file).issues);
  // What stands on screen when the answer comes: somebody may have typed on.
  const newest = useRef(draft.value.file);
  newest.current = draft.value.file;
  const store = async (): Promise<boolean> => {
    const sent = draft.value.file;
    const parsed = readBy(guidanceFile, sent);
    judge(parsed.issues);
    if (parsed.data === null) return false;
    const saved = await save.run({ guidanceId: opened.guidanceId, revision: draft.value.revision, file: parsed.data });
    if (!saved.ok) return false;
    const { revision } = saved.value;
    if (newest.current === sent) await draft.restart({ revision, file: parsed.data });
    else draft.setValue((current) => ({ ...current, revision }));
    notice(t('guidance.file.saved'));
    return true;
  };
  const isChanged = JSON.stringify(draft.value.file) !== JSON.stringify(file);
  const isLeftOver = draft.ready && draft.draftId !== null && !draft.saving && !isChanged;
  const { discard } = draft;
  // A draft that says what is stored says nothing.
  useEffect(() => {
    if (isLeftOver) void discard();
  }, [isLeftOver, discard]);
  return { draft, issues, issue, judging, store, isChanged, busy: save.busy, error: save.error };
};

/** Working papers of one guidance, in parts; stages on the left tell how far it is. */
export const FileTabs = ({
  opened,
  file: saved,
  holder,
}: {
  readonly opened: Opened;
  readonly file: GuidanceFile;
  readonly holder: HolderWithPeople;
}) => {
  const { t } = useTranslation();
  const { draft, issues, issue, judging, store, isChanged, busy, error } = useFile(opened, saved);
  const [tab, setTab] = useState<Tab>(
    opened.records.some(({ complete }) => !complete) ? 'records' : (tabsOf(saved.kind)[0] ?? 'plan'),
  );
  if (!draft.ready) return <Loader aria-label={t('common.loading')} />;
  const { file } = draft.value;
  // A file never changes its kind: what edits one gets one of the same.
  const partOf = <File extends GuidanceFile>(narrowed: File): PartProps<File> => ({
    file: narrowed,
    change: (edit) => draft.setValue((current) => ({ ...current, file: edit(current.file as File) })),
    issue,
    judging,
  });
  const { guidanceId, records } = opened;
  const panels = { holder, guidanceId, records, store, isChanged };
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 3 }}>
        <Box pos="sticky" top={68}>
          <StageList file={file} records={records} onTab={setTab} />
        </Box>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 9 }}>
        <Group justify="space-between" mb="xs">
          <Switch
            label={t('guidance.file.concluded')}
            checked={file.status === 'concluded'}
            onChange={(event) => {
              const status = event.currentTarget.checked ? ('concluded' as const) : ('open' as const);
              partOf(file).change((current) => ({ ...current, status }));
            }}
          />
          <Group>
            <SaveState draft={draft} />
            <Button disabled={!isChanged} loading={busy} onClick={() => void store()}>
              {t('guidance.file.save')}
            </Button>
          </Group>
        </Group>
        {issues.length > 0 && (
          <Text role="alert" c="var(--mantine-color-error)">
            {t('guidance.somethingMissing')}
          </Text>
        )}
        {error !== null && <ErrorNotice error={error} />}
        <Tabs value={tab} onChange={(next) => setTab(next as Tab)} keepMounted={false}>
          <Tabs.List mb="md">
            {tabsOf(file.kind).map((name) => (
              <Tabs.Tab key={name} value={name}>
                {t(`guidance.tab.${name}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {isDialogue(file) && <DialoguePanel {...partOf(file)} {...panels} />}
          {isLedFile(file) && <LedPanels {...partOf(file)} {...panels} />}
          {isLearning(file) && <LearningPanels {...partOf(file)} {...panels} />}
          <Tabs.Panel value="actions">
            <ActionsPart {...partOf<GuidanceFile>(file)} />
          </Tabs.Panel>
          <Tabs.Panel value="records">
            <RecordsSection records={records} />
          </Tabs.Panel>
        </Tabs>
      </Grid.Col>
    </Grid>
  );
};
