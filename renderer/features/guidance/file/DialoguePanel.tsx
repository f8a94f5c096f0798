import { Button, Group, Stack, Tabs, Text } from '@mantine/core';
import { guidanceTitles } from '@shared/domain/documents/guidance/titles.ts';
import { type DialogueForm, dialogueForms } from '@shared/domain/guidance/choice-forms.ts';
import { newGuidanceFile } from '@shared/domain/guidance/drafts.ts';
import type { LedKind } from '@shared/domain/guidance/record.ts';
import { recordContent } from '@shared/domain/guidance/record-contents.ts';
import { recordFields } from '@shared/domain/guidance/record-fields.ts';
import { workDialogueContentOf } from '@shared/domain/guidance/to-record.ts';
import type { DialogueFile as Dialogue } from '@shared/domain/guidance/working-file.ts';
import { samePerson } from '@shared/domain/identity/same-person.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useTranslation } from 'react-i18next';
import type { HolderWithPeople } from '../../../lib/holder.ts';
import { useGo } from '../../../lib/navigation.ts';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { FormFields } from '../../../ui/form/FormFields.tsx';
import { readBy } from '../../../ui/form/issues.ts';
import { useIssues } from '../../../ui/form/use-issues.ts';
import { Section } from '../../../ui/Section.tsx';
import type { PanelsProps } from './LedPanels.tsx';
import { RecordButtons } from './RecordButtons.tsx';
import { useMakeRecord } from './use-make-record.ts';

interface NextProps {
  readonly file: Dialogue;
  readonly holder: HolderWithPeople;
}

const isGuidance = (form: DialogueForm): form is Extract<DialogueForm, LedKind> =>
  form === 'coaching' || form === 'mentoring';

/** What the dialogue leads to: a new file with the same people, or the plan and the JP of the employee. */
const NextForms = ({ file, holder }: NextProps) => {
  const { t } = useTranslation();
  const go = useGo();
  const save = useCommand('guidance.save');
  const { topic, institution, period, leader, participants, form } = file;
  const begin = async (kind: LedKind): Promise<void> => {
    const start = { topic, institution, period, leader, participants };
    const begun = { ...newGuidanceFile(kind, start), need: form.competence };
    const saved = await save.run({ guidanceId: null, revision: 0, file: begun });
    if (saved.ok) go(placeOf('guidanceFile', { guidanceId: saved.value.guidanceId }));
  };
  const [first] = participants;
  const known = holder.people.find((person) => first !== undefined && samePerson(person, first));
  const train = (): void =>
    go(known === undefined ? placeOf('competence') : placeOf('learner', { personId: known.personId }));
  return (
    <Section title={t('guidance.dialogue.next')} intro={t('guidance.dialogue.nextIntro')}>
      {save.error !== null && <ErrorNotice error={save.error} />}
      <Group gap="xs">
        {dialogueForms.map((next) => (
          <Button
            key={next}
            variant={form.leadsTo.includes(next) ? 'filled' : 'default'}
            loading={save.busy}
            onClick={() => (isGuidance(next) ? void begin(next) : train())}
          >
            {t(`guidanceChoice.start.${next}`)}
          </Button>
        ))}
        <Button variant="subtle" onClick={() => go(placeOf('chooseGuidance'))}>
          {t('guidance.start.choose')}
        </Button>
      </Group>
    </Section>
  );
};

/** What was said, the record of it for both to sign, and what it leads to. */
export const DialoguePanel = (props: PanelsProps<Dialogue>) => {
  const { t } = useTranslation();
  const { file, change, guidanceId, store, holder } = props;
  const { issue, judging, judge } = useIssues(() => readBy(recordContent, workDialogueContentOf(file)).issues);
  const record = useMakeRecord(guidanceId, store, judge);
  return (
    <Tabs.Panel value="dialogue">
      <Section title={guidanceTitles.workDialogue} intro={t('guidance.dialogue.intro')}>
        <Stack gap="sm">
          <FormFields
            fields={recordFields.workDialogue}
            value={file.form}
            onChange={(name, next) => change((current) => ({ ...current, form: { ...current.form, [name]: next } }))}
            issue={issue}
            judging={judging}
          />
          <Text size="sm" c="dimmed">
            {t('guidance.dialogue.rule')}
          </Text>
          <RecordButtons {...record} onMake={(sign) => void record.run(workDialogueContentOf(file), sign)} />
        </Stack>
      </Section>
      <NextForms file={file} holder={holder} />
    </Tabs.Panel>
  );
};
