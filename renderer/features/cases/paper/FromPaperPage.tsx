import { Alert, Box, Checkbox, Loader, Stack, Text } from '@mantine/core';
import { maxLine } from '@shared/domain/fields.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useDraft } from '../../../lib/draft.ts';
import { today } from '../../../lib/format.ts';
import { type HolderWithSettings, useHolderWithSettings } from '../../../lib/holder.ts';
import { useGo } from '../../../lib/navigation.ts';
import { useCommand, useQueryCall } from '../../../lib/query.ts';
import { fieldId } from '../../../ui/form/FormFields.tsx';
import { JudgedInput } from '../../../ui/form/JudgedInput.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { RuleHint } from '../../../ui/RuleHint.tsx';
import { Section } from '../../../ui/Section.tsx';
import { ActFields } from '../act-form/ActFields.tsx';
import { FilesPart } from '../act-form/FilesPart.tsx';
import { FormToolsProvider } from '../act-form/form-tools.ts';
import { MediumChoice } from '../act-form/MediumChoice.tsx';
import { prefill } from '../act-form/prefill/prefill.ts';
import { usePlaceToGoOn } from '../act-form/use-place-to-go-on.ts';
import { useCaseTexts } from '../texts.ts';
import { listOfActs, registration, reportSlots } from './from-paper-acts.ts';
import { OpeningPage } from './OpeningPage.tsx';
import { type OpeningFormProps, openingFrom } from './opening-act.ts';
import { useAttempt, useContentPart } from './opening-form.ts';
import type { PaperState } from './paper-state.ts';
import { useTriedActs } from './use-tried-acts.ts';

const useFromPaper = (holder: HolderWithSettings, role: Role | null) => {
  const { paperText } = useCaseTexts();
  const context = {
    today: today(),
    view: null,
    settings: holder.settings,
    holder: holder.person,
    holderRoles: holder.roles,
    capacity: role ?? 'personnelOfficer',
    about: null,
    t: paperText,
  } as const;
  const people = { ...prefill('caseOpened', { ...context, holderRoles: [] }), startsFrom: 'report' };
  const initial: PaperState = {
    people,
    paper: { ...prefill('reportSubmitted', context), date: '' },
    medium: 'ink',
    scan: null,
    evidence: [],
    signer: null,
    signerRole: 'assessor',
    register: registration({ people }, holder.roles).role !== null,
    listNumber: '',
  };
  return useDraft({ kind: 'caseFromPaper', caseId: null, subjectKey: '', initial });
};

const FromPaperForm = ({ holder, role, openers }: OpeningFormProps) => {
  const { t, ruleText, roleNames } = useCaseTexts();
  const go = useGo();
  const notice = useNotice();
  const placeToGoOn = usePlaceToGoOn();
  const draft = useFromPaper(holder, role);
  const state = draft.value;
  const change = (part: Partial<PaperState>): void => draft.setValue((current) => ({ ...current, ...part }));
  const record = useCommand('case.recordActs');
  const { attempted, attempt } = useAttempt();
  const people = useContentPart('caseOpened', state.people, attempted, ['startsFrom']);
  const report = useContentPart('reportSubmitted', state.paper, attempted, ['addressee']);
  const tools = {
    view: null,
    settings: holder.settings,
    about: null,
    documentKind: 'behaviourReport',
    date: today(),
    capacity: role ?? 'personnelOfficer',
  } as const;
  const acts = listOfActs(state, holder, tools.capacity, tools.date);
  const tried = useTriedActs(acts, reportSlots, state);
  const isMissing = (slot: (typeof tried.slots)[number]): boolean => attempted && tried.slots.includes(slot);
  const inList = tried.checks[acts.findIndex(({ type }) => type === 'reportRegistered')];
  const listNumberMissing = inList?.issues.some(({ path }) => path[0] === 'number') ?? false;
  const gaps = [
    ...people.refused.map((gap) => ({ ...gap, prefix: 'people' })),
    ...tried.slots.map((name) => ({ name, label: t(`cases.fromPaper.${name}`), prefix: 'files' })),
    ...report.refused.map((gap) => ({ ...gap, prefix: 'report' })),
    ...(listNumberMissing ? [{ name: 'listNumber', label: t('cases.field.listNumber'), prefix: 'files' }] : []),
  ];

  const submit = async (goOn: boolean): Promise<void> => {
    attempt();
    if (role === null || !(await tried.mayRecord(gaps.length))) return;
    await draft.flush();
    const answer = await record.run({ acts, draftId: draft.draftId });
    if (!answer.ok) return;
    await draft.discard();
    notice(t('cases.form.recorded'));
    const { caseId } = answer.value;
    go(goOn ? await placeToGoOn(caseId) : placeOf('case', { caseId }));
  };

  if (!draft.ready) return null;
  return (
    <FormToolsProvider value={tools}>
      <OpeningPage
        title={t('cases.fromPaper.title')}
        intro={t('cases.fromPaper.intro')}
        submitLabel={t('cases.fromPaper.submit')}
        goOnLabel={t('cases.form.recordAndGoOn')}
        draft={draft}
        gaps={gaps}
        attempted={attempted}
        busy={record.busy}
        failure={record.error ?? (attempted ? tried.error : null)}
        obstacles={role === null ? [] : tried.obstacles}
        obstaclesTitle={t('cases.form.obstaclesPaper')}
        blocked={role === null}
        onSubmit={submit}
      >
        <RuleHint>{ruleText('reportEvidence')}</RuleHint>
        {role === null && (
          <Alert color="amber" variant="light" mb="md">
            {t('cases.fromPaper.roleMissing', { roles: roleNames(openers) })}
          </Alert>
        )}
        <Section title={t('cases.fromPaper.people')}>
          <ActFields
            idPrefix="people"
            fields={people.fields}
            value={state.people}
            issue={people.issue}
            judging={people.judging}
            onChange={(name, next) =>
              draft.setValue((current) => ({ ...current, people: { ...current.people, [name]: next } }))
            }
          />
        </Section>
        <Section title={t('cases.form.paperTitle')}>
          <Stack gap="md">
            <Box id={fieldId('scan', 'files')}>
              <FilesPart
                label={t('cases.fromPaper.scan')}
                hint={t('cases.fromPaper.scanHint')}
                caseId={null}
                files={state.scan === null ? [] : [state.scan]}
                onChange={(files) => change({ scan: files[0] ?? null })}
                signedDocument
                error={isMissing('scan') ? t('cases.fromPaper.scanMissing') : undefined}
              />
            </Box>
            <MediumChoice signedOnly value={state.medium} onChange={(medium) => change({ medium })} />
            <Box id={fieldId('evidence', 'files')}>
              <FilesPart
                label={t('cases.fromPaper.evidence')}
                hint={t('cases.fromPaper.evidenceHint')}
                caseId={null}
                files={state.evidence}
                onChange={(evidence) => change({ evidence: [...evidence] })}
                error={isMissing('evidence') ? t('cases.fromPaper.evidenceMissing') : undefined}
              />
            </Box>
          </Stack>
        </Section>
        <Section title={t('cases.fromPaper.report')} intro={t('cases.fromPaper.reportHint')}>
          <ActFields
            idPrefix="report"
            fields={report.fields}
            value={state.paper}
            issue={report.issue}
            judging={report.judging}
            onChange={(name, next) =>
              draft.setValue((current) => ({ ...current, paper: { ...current.paper, [name]: next } }))
            }
          />
        </Section>
        <RegisterPart state={state} holder={holder} onChange={change} error={attempted && listNumberMissing} />
      </OpeningPage>
    </FormToolsProvider>
  );
};

interface RegisterPartProps {
  readonly state: PaperState;
  readonly holder: HolderWithSettings;
  readonly onChange: (part: Partial<PaperState>) => void;
  readonly error: boolean;
}

/** Enters the report into the list at once, where the holder may. */
const RegisterPart = ({ state, holder, onChange, error }: RegisterPartProps) => {
  const { t, roleNames } = useCaseTexts();
  const { role, registrars } = registration(state, holder.roles);
  const allowed = role !== null;
  return (
    <Section title={t('cases.list.subtitlePersonnel')}>
      <Stack gap="sm">
        <Checkbox
          label={t('cases.fromPaper.register')}
          checked={state.register}
          disabled={!allowed}
          onChange={(event) => onChange({ register: event.currentTarget.checked })}
        />
        {!allowed && (
          <Text size="sm" c="dimmed">
            {t('cases.fromPaper.registerBlocked', { roles: roleNames(registrars) })}
          </Text>
        )}
        {state.register && (
          <Box id={fieldId('listNumber', 'files')}>
            <JudgedInput
              label={t('cases.field.listNumber')}
              withAsterisk
              maw={420}
              maxLength={maxLine}
              value={state.listNumber}
              onWrite={(listNumber) => onChange({ listNumber })}
              error={error && t('fieldIssue.required')}
            />
          </Box>
        )}
      </Stack>
    </Section>
  );
};

/** "Daftarkan dari kertas/PDF": a signed report with its evidence becomes a file in one go. */
export const FromPaperPage = () => {
  const { t } = useCaseTexts();
  const holder = useHolderWithSettings();
  const openings = useQueryCall('case.openings', {}).data;
  if (holder === null || openings === undefined) return <Loader aria-label={t('common.loading')} />;
  return <FromPaperForm holder={holder} {...openingFrom(openings, 'report')} />;
};
