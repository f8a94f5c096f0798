import { Box, Group, Text } from '@mantine/core';
import { preparesForOthers } from '@shared/domain/case/available-acts.ts';
import { formOfStep } from '@shared/domain/documents/printable.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import type { ReactNode } from 'react';
import { useGo } from '../../../lib/navigation.ts';
import { fieldId } from '../../../ui/form/FormFields.tsx';
import { SaveState } from '../../../ui/SaveState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useCaseTexts } from '../texts.ts';
import { ActFields } from './ActFields.tsx';
import { AuthorPart } from './AuthorPart.tsx';
import { BeforeSigning, isBlocked } from './BeforeSigning.tsx';
import { DraftActions } from './DraftActions.tsx';
import { FilesPart } from './FilesPart.tsx';
import { fieldsToFill, isNumberTaken } from './fields-to-fill.ts';
import { FormToolsProvider } from './form-tools.ts';
import { PaperPart } from './PaperPart.tsx';
import { waysToGoOn } from './place-to-go-on.ts';
import { SendDraft } from './SendDraft.tsx';
import { type ActFormModel, useActForm } from './use-act-form.ts';
import type { ActFormInput } from './use-typed-act.ts';

interface PartProps {
  readonly input: ActFormInput;
  readonly model: ActFormModel;
}

/** Who says it and how it comes in: signed here, or from paper with its scan. */
const Origin = ({ input: { available, view }, model: { typed, refusals, onPaper } }: PartProps) => {
  const { state, change, setMode, setCapacity } = typed;
  return (
    <>
      <Box id={fieldId('author')}>
        <AuthorPart
          state={state}
          available={available}
          onMode={setMode}
          onCapacity={setCapacity}
          onChange={change}
          showProblems={refusals.tried}
        />
      </Box>
      {onPaper && (
        <PaperPart
          state={state}
          onChange={change}
          caseId={view.summary.caseId}
          scanRequired={available.paperEvidence === 'required'}
        />
      )}
    </>
  );
};

/** What the act says, and the files that go with it. */
const Content = ({ input: { available, view }, model: { typed, refusals, checked } }: PartProps) => {
  const { t } = useCaseTexts();
  const { type } = available;
  const { state, change, write, isPrefilled } = typed;
  const hint = t(`cases.form.evidenceFor.${type}`, { defaultValue: '' });
  return (
    <>
      <Section title={t('cases.form.content')} intro={isPrefilled ? t('cases.form.prefilled') : undefined}>
        <ActFields
          fields={fieldsToFill(available, state.content, view, isNumberTaken(checked.check))}
          value={state.content}
          onChange={write}
          issue={refusals.shown}
          judging={refusals.judging}
        />
      </Section>
      <Section title={t('cases.form.attachments')}>
        <FilesPart
          label={t('cases.form.attachments')}
          hint={hint === '' ? undefined : hint}
          caseId={view.summary.caseId}
          files={state.attachments}
          onChange={(attachments) => change({ attachments: [...attachments] })}
        />
      </Section>
    </>
  );
};

/** The step before signing, and what else may be done with the draft. */
const Signing = ({ input, model }: PartProps) => {
  const go = useGo();
  const { view, available, holder } = input;
  const { caseId } = view.summary;
  const { typed, checked, refusals, record, onPaper, submit } = model;
  const { act, draft, state } = typed;
  const isForOthers = preparesForOthers(holder.roles, available);
  return (
    <BeforeSigning
      state={checked}
      onPaper={onPaper}
      caseId={caseId}
      available={view.available}
      refused={refusals.refused}
      busy={record.busy}
      failure={record.error}
      onSubmit={(then) => void submit(then)}
      goingOn={waysToGoOn(available.type, view, holder.roles)}
      isForOthers={isForOthers}
      actions={
        <>
          {isForOthers && (
            <SendDraft act={act} available={available} attachments={state.attachments} isMain={isBlocked(checked)} />
          )}
          <DraftActions
            act={act}
            kind={formOfStep(available.type)}
            caseId={caseId}
            draft={draft}
            onDiscarded={() => go(placeOf('case', { caseId }))}
          />
        </>
      }
    />
  );
};

export interface ActFormProps extends ActFormInput {
  /** Stands above the content, e.g. the choice of what the act is about. */
  readonly children?: ReactNode;
}

/** The form of any act, rendered from its field table: how it comes in, content, files, and the step before signing. */
export const ActForm = ({ children, ...input }: ActFormProps) => {
  const { t, actName } = useCaseTexts();
  const { view, available, about, holder } = input;
  const model = useActForm(input);
  const { typed, documentKind } = model;
  const { draft, state, date } = typed;
  if (!draft.ready) return null;
  return (
    <FormToolsProvider
      value={{
        view,
        settings: holder.settings,
        about,
        documentKind,
        date,
        capacity: state.capacity,
        signatory: state.authorOffice || state.author.position,
      }}
    >
      <form onSubmit={(event) => event.preventDefault()} noValidate aria-label={actName(available.type)}>
        {children}
        <Origin input={input} model={model} />
        <Content input={input} model={model} />
        <Signing input={input} model={model} />
        <Group justify="flex-end">
          <SaveState draft={draft} />
        </Group>
        <Text size="sm" c="dimmed">
          {formOfStep(available.type) !== null && t('cases.form.exportDraftHint')}
        </Text>
      </form>
    </FormToolsProvider>
  );
};
