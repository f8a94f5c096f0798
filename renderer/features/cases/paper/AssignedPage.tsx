import { Alert, Box, Loader, Select, Stack } from '@mantine/core';
import type { PersonInput, Role } from '@shared/domain/identity/person.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useDraft } from '../../../lib/draft.ts';
import { today } from '../../../lib/format.ts';
import { type HolderWithSettings, useHolderWithSettings } from '../../../lib/holder.ts';
import { useGo } from '../../../lib/navigation.ts';
import { useCommand, useQueryCall } from '../../../lib/query.ts';
import { fieldId } from '../../../ui/form/FormFields.tsx';
import { PersonField } from '../../../ui/form/PersonField.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { RuleHint } from '../../../ui/RuleHint.tsx';
import { Section } from '../../../ui/Section.tsx';
import { ActFields } from '../act-form/ActFields.tsx';
import { FilesPart } from '../act-form/FilesPart.tsx';
import { FormToolsProvider } from '../act-form/form-tools.ts';
import { MediumChoice } from '../act-form/MediumChoice.tsx';
import { proposeAuthor } from '../act-form/prefill/author.ts';
import { prefill } from '../act-form/prefill/prefill.ts';
import { usePlaceToGoOn } from '../act-form/use-place-to-go-on.ts';
import { useCaseTexts } from '../texts.ts';
import { assignmentActs, letterSlots, signerOf, signerRoles, withLawfulSigner } from './assigned-acts.ts';
import { OpeningPage } from './OpeningPage.tsx';
import { type OpeningFormProps, openingFrom } from './opening-act.ts';
import { useAttempt, useContentPart } from './opening-form.ts';
import type { PaperState } from './paper-state.ts';
import { isAuthor } from './tried-acts.ts';
import { useTriedActs } from './use-tried-acts.ts';

const contextOf = (
  holder: HolderWithSettings,
  capacity: Role,
  t: (key: string, values?: Record<string, unknown>) => string,
) =>
  ({
    today: today(),
    view: null,
    settings: holder.settings,
    holder: holder.person,
    holderRoles: holder.roles,
    capacity,
    about: null,
    t,
  }) as const;

const useAssigned = (holder: HolderWithSettings) => {
  const { paperText } = useCaseTexts();
  const people = { assessorIsHead: false };
  const [signerRole = 'personnelHead'] = signerRoles({ people });
  const context = contextOf(holder, signerRole, paperText);
  const initial: PaperState = {
    people: { ...prefill('caseOpened', { ...context, holderRoles: [] }), ...people, startsFrom: 'assignment' },
    paper: { ...prefill('counsellorAssigned', context), date: '' },
    medium: 'ink',
    scan: null,
    evidence: [],
    signer: { ...proposeAuthor(context) },
    signerRole,
    register: false,
    listNumber: '',
  };
  return useDraft({ kind: 'caseAssigned', caseId: null, subjectKey: '', initial });
};

const AssignedForm = ({ holder, role, openers }: OpeningFormProps) => {
  const { t, paperText, ruleText, roleName, roleNames } = useCaseTexts();
  const go = useGo();
  const notice = useNotice();
  const placeToGoOn = usePlaceToGoOn();
  const draft = useAssigned(holder);
  const state = draft.value;
  const change = (part: Partial<PaperState>): void => draft.setValue((current) => ({ ...current, ...part }));
  const record = useCommand('case.recordActs');
  const { attempted, attempt } = useAttempt();
  const people = useContentPart('caseOpened', state.people, attempted, ['startsFrom']);
  const letter = useContentPart('counsellorAssigned', state.paper, attempted);
  const tools = {
    view: null,
    settings: holder.settings,
    about: null,
    documentKind: 'assignmentLetter',
    date: today(),
    capacity: role ?? 'counsellor',
  } as const;
  const acts = assignmentActs(state, holder, tools.capacity);
  const tried = useTriedActs(acts, letterSlots, state);
  const isMissing = (slot: (typeof tried.slots)[number]): boolean => attempted && tried.slots.includes(slot);
  const missing = [...(isAuthor(signerOf(state)) ? [] : (['signer'] as const)), ...tried.slots];
  const gaps = [
    ...people.refused.map((gap) => ({ ...gap, prefix: 'people' })),
    ...missing.map((name) => ({ name, label: t(`cases.assigned.${name}`), prefix: 'files' })),
    ...letter.refused.map((gap) => ({ ...gap, prefix: 'letter' })),
  ];
  const personIn = (signerRole: Role): PersonInput => proposeAuthor(contextOf(holder, signerRole, paperText));
  const setSignerRole = (signerRole: Role): void => change({ signerRole, signer: { ...personIn(signerRole) } });

  const submit = async (goOn: boolean): Promise<void> => {
    attempt();
    if (role === null || !isAuthor(signerOf(state)) || !(await tried.mayRecord(gaps.length))) return;
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
        title={t('cases.assigned.title')}
        intro={t('cases.assigned.intro')}
        submitLabel={t('cases.assigned.submit')}
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
        <RuleHint>{ruleText('startFromPaper')}</RuleHint>
        {role === null && (
          <Alert color="amber" variant="light" mb="md">
            {t('cases.assigned.roleMissing', { roles: roleNames(openers) })}
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
              draft.setValue((current) =>
                withLawfulSigner({ ...current, people: { ...current.people, [name]: next } }, personIn),
              )
            }
          />
        </Section>
        <Section title={t('cases.assigned.letter')}>
          <Stack gap="md">
            <Box id={fieldId('letter', 'files')}>
              <FilesPart
                label={t('cases.assigned.letter')}
                hint={t('cases.assigned.letterHint')}
                caseId={null}
                files={state.scan === null ? [] : [state.scan]}
                onChange={(files) => change({ scan: files[0] ?? null })}
                signedDocument
                error={isMissing('letter') ? t('cases.assigned.letterMissing') : undefined}
              />
            </Box>
            <MediumChoice signedOnly value={state.medium} onChange={(medium) => change({ medium })} />
            <Box id={fieldId('signer', 'files')}>
              <Stack gap="xs">
                <Select
                  label={t('cases.form.capacity')}
                  data={signerRoles(state).map((it) => ({ value: it, label: roleName(it) }))}
                  value={state.signerRole}
                  allowDeselect={false}
                  maw={520}
                  onChange={(next) => next !== null && setSignerRole(next as Role)}
                />
                <PersonField
                  label={t('cases.assigned.signer')}
                  required
                  value={signerOf(state) as PersonInput}
                  onChange={(signer) => change({ signer: { ...signer } })}
                  showProblems={attempted}
                />
              </Stack>
            </Box>
            <ActFields
              idPrefix="letter"
              fields={letter.fields}
              value={state.paper}
              issue={letter.issue}
              judging={letter.judging}
              onChange={(name, next) =>
                draft.setValue((current) => ({ ...current, paper: { ...current.paper, [name]: next } }))
              }
            />
            <Box id={fieldId('proof', 'files')}>
              <FilesPart
                label={t('cases.assigned.proof')}
                hint={t('cases.assigned.proofHint')}
                caseId={null}
                files={state.evidence}
                onChange={(evidence) => change({ evidence: [...evidence] })}
                error={isMissing('proof') ? t('cases.assigned.proofHint') : undefined}
              />
            </Box>
          </Stack>
        </Section>
      </OpeningPage>
    </FormToolsProvider>
  );
};

/** "Saya ditugaskan": a counsellor who holds a letter of assignment starts the file from it. */
export const AssignedPage = () => {
  const { t } = useCaseTexts();
  const holder = useHolderWithSettings();
  const openings = useQueryCall('case.openings', {}).data;
  if (holder === null || openings === undefined) return <Loader aria-label={t('common.loading')} />;
  return <AssignedForm holder={holder} {...openingFrom(openings, 'assignment')} />;
};
