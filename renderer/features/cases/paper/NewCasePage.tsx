import { Alert, Loader } from '@mantine/core';
import { toPersonInput } from '@shared/domain/identity/person.ts';
import { useDraft } from '../../../lib/draft.ts';
import { today } from '../../../lib/format.ts';
import { useHolderWithSettings } from '../../../lib/holder.ts';
import { useGo } from '../../../lib/navigation.ts';
import { useCommand, useQueryCall } from '../../../lib/query.ts';
import { RuleHint } from '../../../ui/RuleHint.tsx';
import { Section } from '../../../ui/Section.tsx';
import { ActFields } from '../act-form/ActFields.tsx';
import { FormToolsProvider } from '../act-form/form-tools.ts';
import { prefill } from '../act-form/prefill/prefill.ts';
import { usePlaceToGoOn } from '../act-form/use-place-to-go-on.ts';
import { useCaseTexts } from '../texts.ts';
import { OpeningPage } from './OpeningPage.tsx';
import { type OpeningFormProps, openingFrom, toOpeningAct } from './opening-act.ts';
import { useAttempt, useContentPart } from './opening-form.ts';
import { useTriedActs } from './use-tried-acts.ts';

const NewCaseForm = ({ holder, role, openers }: OpeningFormProps) => {
  const { t, paperText, ruleText, roleNames } = useCaseTexts();
  const go = useGo();
  const placeToGoOn = usePlaceToGoOn();
  const capacity = role ?? openers[0] ?? 'assessor';
  const context = {
    today: today(),
    view: null,
    settings: holder.settings,
    holder: holder.person,
    holderRoles: holder.roles,
    capacity,
    about: null,
    t: paperText,
  };
  const draft = useDraft({
    kind: 'caseNew',
    caseId: null,
    subjectKey: '',
    initial: { ...prefill('caseOpened', context), startsFrom: 'observation' },
  });
  const record = useCommand('case.recordAct');
  const { attempted, attempt } = useAttempt();
  const part = useContentPart('caseOpened', draft.value, attempted, ['startsFrom']);

  const act = toOpeningAct({
    type: 'caseOpened',
    capacity,
    author: toPersonInput(holder.person),
    institution: holder.institution,
    content: draft.value,
    attachmentIds: [],
    paper: null,
    signedDocumentId: null,
  });
  const tried = useTriedActs([{ ...act, aboutIndex: null }], {}, { scan: null, evidence: [] });

  const submit = async (): Promise<void> => {
    attempt();
    if (!(await tried.mayRecord(part.refused.length))) return;
    await draft.flush();
    const answer = await record.run({ ...act, draftId: draft.draftId });
    if (!answer.ok) return;
    await draft.discard();
    go(await placeToGoOn(answer.value.caseId));
  };

  if (!draft.ready) return null;
  return (
    <FormToolsProvider
      value={{ view: null, settings: holder.settings, about: null, documentKind: null, date: context.today, capacity }}
    >
      <OpeningPage
        title={t('cases.newCase.title')}
        intro={t('cases.newCase.intro')}
        submitLabel={t('cases.newCase.submit')}
        draft={draft}
        gaps={part.refused.map((gap) => ({ ...gap, prefix: 'field' }))}
        attempted={attempted}
        busy={record.busy}
        failure={record.error ?? (attempted ? tried.error : null)}
        obstacles={role === null ? [] : tried.obstacles}
        obstaclesTitle={t('cases.form.obstacles')}
        blocked={role === null}
        onSubmit={submit}
      >
        <RuleHint>{ruleText('open')}</RuleHint>
        {role === null && (
          <Alert color="amber" variant="light" mb="md">
            {t('cases.newCase.roleMissing', { roles: roleNames(openers), page: t('cases.assigned.title') })}
          </Alert>
        )}
        <Section title={t('cases.fromPaper.people')}>
          <ActFields
            fields={part.fields}
            value={draft.value}
            issue={part.issue}
            judging={part.judging}
            onChange={(name, next) => draft.setValue((current) => ({ ...current, [name]: next }))}
          />
        </Section>
      </OpeningPage>
    </FormToolsProvider>
  );
};

/** "Berkas baru": employee and assessor, then the act that is due opens at once. */
export const NewCasePage = () => {
  const { t } = useCaseTexts();
  const holder = useHolderWithSettings();
  const openings = useQueryCall('case.openings', {}).data;
  if (holder === null || openings === undefined) return <Loader aria-label={t('common.loading')} />;
  return <NewCaseForm holder={holder} {...openingFrom(openings, 'observation')} />;
};
