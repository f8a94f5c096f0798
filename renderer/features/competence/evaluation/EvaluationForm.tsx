import { Button, Group, Loader, Radio, Stack, Text } from '@mantine/core';
import { evaluationContent, type JudgedLine, replacedEvaluation } from '@shared/domain/competence/evaluation.ts';
import { correctionFields, evaluationFields, resultFields } from '@shared/domain/competence/plan-fields.ts';
import { planTitles } from '@shared/domain/documents/competence/titles.ts';
import { without } from '@shared/domain/form/fields.ts';
import { isIsoDate } from '@shared/kernel/date.ts';
import { IconPrinter, IconSignature } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/draft.ts';
import { today } from '../../../lib/format.ts';
import { useHolder } from '../../../lib/holder.ts';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { FormFields } from '../../../ui/form/FormFields.tsx';
import { asValues } from '../../../ui/form/field-props.ts';
import { issuesBelow, readBy } from '../../../ui/form/issues.ts';
import { judgingBelow } from '../../../ui/form/judging.ts';
import { useIssues } from '../../../ui/form/use-issues.ts';
import { useNotice } from '../../../ui/notice.ts';
import { PaperDialog, type PreparedPaper } from '../../../ui/PaperDialog.tsx';
import { SaveState } from '../../../ui/SaveState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { PaperSigned } from './PaperSigned.tsx';
import {
  blankEvaluation,
  contentOf,
  evaluationOf,
  isSignable,
  officialOf,
  readyEvaluation,
  signingOf,
  type TypedEvaluation,
} from './typed-evaluation.ts';

/** A line of the plan, and what it is called. */
export interface LineToJudge extends Pick<JudgedLine, 'itemId'> {
  readonly title: string;
}

export interface EvaluationFormProps {
  /** Null: the institution's plan. */
  readonly personId: string | null;
  readonly year: number;
  /** The plan that is judged, as it was read. */
  readonly revision: number;
  readonly lines: readonly LineToJudge[];
  /** True while the plan has changes that are not stored: it would be closed without them. */
  readonly isHeld: boolean;
  /** The evaluation that this one takes the place of; null: it is the first. */
  readonly replaces: string | null;
  /** Leaves a correction. */
  readonly onLeave?: () => void;
}

/** The fields of one line; a level is of a person's competence alone. */
const fieldsFor = (personId: string | null) => (personId === null ? without(resultFields, ['level']) : resultFields);

/** Evaluation by the authorised official, signed here or on paper; it closes the plan. */
export const EvaluationForm = (props: EvaluationFormProps) => {
  const { personId, year, revision, lines, isHeld, replaces, onLeave } = props;
  const { t } = useTranslation();
  const notice = useNotice();
  const holder = useHolder();
  const sign = useCommand('competence.signEvaluation');
  const enter = useCommand('competence.enterEvaluation');
  const prepare = useCommand('competence.prepareEvaluation');
  const [prepared, setPrepared] = useState<PreparedPaper | null>(null);
  const draft = useDraft({
    kind: personId === null ? 'institutionEvaluation' : 'planEvaluation',
    caseId: null,
    subjectKey: personId === null ? String(year) : `${personId} ${year}`,
    initial: blankEvaluation(today()),
  });
  const value = evaluationOf(lines, draft.value);
  const set = (edit: (current: TypedEvaluation) => TypedEvaluation): void =>
    draft.setValue((current) => edit(evaluationOf(lines, current)));
  const setResult = (itemId: string, name: string, next: unknown): void =>
    set(({ results, ...head }) => ({
      ...head,
      results: results.map((result) => (result.itemId === itemId ? { ...result, [name]: next } : result)),
    }));
  const ready = readyEvaluation(value);
  const { issue, judging } = useIssues(() => readBy(evaluationContent, contentOf(value)).issues);
  const why = useIssues(() => readBy(replacedEvaluation, { evaluation: replaces, why: value.why }).issues);
  if (!draft.ready || holder === null) return <Loader aria-label={t('common.loading')} />;
  const isOfficial = holder.roles.includes('authorisedOfficial');
  const signing = signingOf(value, isOfficial);
  const replaced = replaces === null ? null : { evaluation: replaces, why: value.why };
  const mayKeep =
    ready !== null && !isHeld && isSignable(value, signing) && (replaced === null || value.why.trim() !== '');
  const keep = async (): Promise<void> => {
    if (ready === null) return;
    const { medium, signedOn, files } = value;
    const evaluating = { personId, year, revision, evaluation: ready, replaces: replaced };
    const paper = { medium, signedOn, attachmentIds: files.map(({ attachmentId }) => attachmentId) };
    const answer =
      signing === 'vault'
        ? await sign.run(evaluating)
        : await enter.run({ ...evaluating, official: officialOf(value), paper });
    if (!answer.ok) return;
    await draft.discard();
    notice(t('competence.evaluation.kept'));
    onLeave?.();
  };
  const print = async (): Promise<void> => {
    const { date, ...typed } = contentOf(value);
    const content = { ...typed, date: isIsoDate(date) ? date : '' };
    const answer = await prepare.run({ personId, year, official: officialOf(value), content, replaces: replaced });
    if (answer.ok) setPrepared({ viewId: answer.value.viewId, title: planTitles.planEvaluation });
  };
  const error = sign.error ?? enter.error ?? prepare.error;
  const texts = replaces === null ? 'title' : 'correctTitle';
  return (
    <Section
      title={t(`competence.evaluation.${texts}`)}
      intro={t(`competence.evaluation.${replaces === null ? 'intro' : 'correctIntro'}`)}
      order={3}
    >
      <Stack gap="sm">
        {replaces !== null && (
          <FormFields
            fields={correctionFields}
            value={value}
            onChange={(name, next) => set((current) => ({ ...current, [name]: next }))}
            issue={why.issue}
            judging={why.judging}
          />
        )}
        {lines.map(({ itemId, title }, index) => (
          <FormFields
            key={itemId}
            fields={fieldsFor(personId)}
            value={asValues(value.results.find((one) => one.itemId === itemId))}
            labelValues={{ aim: title }}
            onChange={(name, next) => setResult(itemId, name, next)}
            issue={issuesBelow(issue, 'results', index)}
            judging={judgingBelow(judging, 'results', index)}
          />
        ))}
        <FormFields
          fields={evaluationFields}
          value={value}
          onChange={(name, next) => set((current) => ({ ...current, [name]: next }))}
          issue={issue}
          judging={judging}
        />
        {isOfficial && (
          <Radio.Group
            label={t('competence.evaluation.how')}
            value={signing}
            onChange={(next) => set((current) => ({ ...current, signing: next as TypedEvaluation['signing'] }))}
          >
            <Stack gap={6} mt={6}>
              <Radio value="vault" label={t('competence.evaluation.vault')} />
              <Radio value="paper" label={t('competence.evaluation.paper')} />
            </Stack>
          </Radio.Group>
        )}
        {!isOfficial && <Text size="sm">{t('competence.evaluation.paper')}</Text>}
        {signing === 'paper' && <PaperSigned value={value} set={set} />}
        {error !== null && <ErrorNotice error={error} />}
        {isHeld && <Text size="sm">{t('competence.evaluation.saveFirst')}</Text>}
        <Group>
          <Button
            disabled={!mayKeep}
            loading={sign.busy || enter.busy}
            leftSection={<IconSignature size={16} aria-hidden />}
            onClick={() => void keep()}
          >
            {t(`competence.evaluation.${signing === 'vault' ? 'sign' : 'enter'}`)}
          </Button>
          {signing === 'paper' && (
            <Button
              variant="default"
              disabled={isHeld}
              loading={prepare.busy}
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={() => void print()}
            >
              {t('competence.evaluation.printForm')}
            </Button>
          )}
          {onLeave !== undefined && (
            <Button variant="subtle" onClick={onLeave}>
              {t('competence.evaluation.leave')}
            </Button>
          )}
          <SaveState draft={draft} />
        </Group>
      </Stack>
      <PaperDialog prepared={prepared} onClose={() => setPrepared(null)} />
    </Section>
  );
};
