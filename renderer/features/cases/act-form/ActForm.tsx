import { Box, Group, Text } from '@mantine/core';
import type { AvailableAct, CaseView } from '@shared/contract/case.ts';
import { documentKindOfAct } from '@shared/domain/documents/kind.ts';
import { type ReactNode, useState } from 'react';
import { useDraft } from '../../../lib/draft.ts';
import { today } from '../../../lib/format.ts';
import { useGo } from '../../../lib/navigation.ts';
import { useCommand } from '../../../lib/query.ts';
import { useNotice } from '../../../ui/notice.ts';
import { SaveState } from '../../../ui/SaveState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { paths } from '../paths.ts';
import { useCaseTexts } from '../texts.ts';
import type { Holder } from '../use-holder.ts';
import { ActFields, fieldId, focusField } from './ActFields.tsx';
import { AuthorPart } from './AuthorPart.tsx';
import { BeforeSigning } from './BeforeSigning.tsx';
import { DraftActions } from './DraftActions.tsx';
import { FilesPart } from './FilesPart.tsx';
import { labelKey } from './fields/field.ts';
import { fieldsOf } from './fields/tables.ts';
import { openingState, withCapacity, withMode } from './form-changes.ts';
import type { FormStart } from './form-start.ts';
import { type FormState, readFormState, toActInput } from './form-state.ts';
import { FormToolsProvider } from './form-tools.ts';
import { issueLookup, refusedFields } from './issues.ts';
import { PaperPart } from './PaperPart.tsx';
import { SendDraft } from './SendDraft.tsx';
import { useActCheck } from './use-act-check.ts';

export interface ActFormProps {
  readonly view: CaseView;
  readonly available: AvailableAct;
  readonly about: string | null;
  readonly holder: Holder;
  /** Where the form begins with something other than the file's own facts. */
  readonly start?: FormStart | undefined;
  /** Stands above the content, e.g. the choice of what the act is about. */
  readonly children?: ReactNode;
}

/** The form of any act, rendered from its field table: how it comes in, content, files, and the step before signing. */
export const ActForm = ({ view, available, about, holder, start, children }: ActFormProps) => {
  const texts = useCaseTexts();
  const { t } = texts;
  const go = useGo();
  const notice = useNotice();
  const { type } = available;
  const { caseId } = view.summary;
  const context = {
    today: today(),
    view,
    settings: holder.settings,
    holder: holder.person,
    holderRoles: holder.roles,
    about,
    t: texts.paperText,
  };
  const opening = openingState(type, available, context);
  const initial = start?.fill(opening) ?? opening;
  const draft = useDraft<FormState>({
    kind: start?.kind ?? `act:${type}`,
    caseId,
    subjectKey: start?.subjectKey ?? about ?? '',
    initial,
    read: readFormState,
  });
  const state = draft.value;
  const change = (part: Partial<FormState>): void => draft.setValue((current) => ({ ...current, ...part }));
  const act = toActInput(state, { caseId, type, about, institution: view.institution });
  const checked = useActCheck(act);
  const record = useCommand('case.recordAct');
  const [attempted, setAttempted] = useState(false);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());

  const fields = fieldsOf(type);
  const issues = checked.check?.issues ?? [];
  const lookup = issueLookup(issues, texts.issueText);
  const shown = (...path: readonly (string | number)[]): string | undefined =>
    attempted || touched.has(String(path[0])) ? lookup(...path) : undefined;
  const refusedOf = (given: typeof issues) => {
    const named = refusedFields(
      given,
      fields.map((field) => field.name),
    ).map((name) => {
      const field = fields.find((it) => it.name === name);
      return { name, label: field === undefined ? name : t(labelKey(field)) };
    });
    // Refusals outside the content are about who says it, or the paper's own number and date.
    const outside = given.some((issue) => issue.path[0] === 'body');
    return outside ? [{ name: 'author', label: t('cases.form.authorPaper') }, ...named] : named;
  };
  // A paper without its author's name cannot be tried at all; that is told like any field to complete.
  const nameless = state.author.name.trim() === '';
  const refused = nameless ? refusedOf([{ path: ['body'], code: 'required' }]) : refusedOf(issues);
  const onPaper = state.mode === 'paper';
  const documentKind = documentKindOfAct(type);
  const isPrefilled = fields.some((field) => field.kind === 'text' && initial.content[field.name] !== '');

  const write = (name: string, next: unknown): void => {
    setTouched((before) => (before.has(name) ? before : new Set([...before, name])));
    draft.setValue((current) => ({ ...current, content: { ...current.content, [name]: next } }));
  };

  const submit = async (): Promise<void> => {
    setAttempted(true);
    if (nameless) return focusField('author');
    // What is shown may be older than the last key: the act is tried as it is now.
    const latest = await checked.checkNow();
    const first = refusedOf(latest?.issues ?? [])[0];
    if (first !== undefined) return focusField(first.name);
    if (latest === null || latest.obstacles.length > 0) return;
    await draft.flush();
    const answer = await record.run({ ...act, draftId: draft.draftId });
    if (!answer.ok) return;
    await draft.discard();
    await start?.onRecorded();
    notice(t(onPaper ? 'cases.form.recorded' : 'cases.form.signed'));
    go(documentKind !== null && !onPaper ? paths.document(caseId, answer.value.hash) : paths.view(caseId));
  };

  if (!draft.ready) return null;
  const evidenceHint = `cases.form.evidenceFor.${type}`;
  const hint = t(evidenceHint, { defaultValue: '' });
  return (
    <FormToolsProvider
      value={{
        view,
        settings: holder.settings,
        about,
        documentKind,
        date: typeof state.content.date === 'string' && state.content.date !== '' ? state.content.date : context.today,
        capacity: state.capacity,
      }}
    >
      <form onSubmit={(event) => event.preventDefault()} noValidate aria-label={texts.actName(type)}>
        {children}
        <Box id={fieldId('author')}>
          <AuthorPart
            state={state}
            available={available}
            onMode={(mode) => draft.setValue((current) => withMode(current, mode, available, context))}
            onCapacity={(capacity) => draft.setValue((current) => withCapacity(current, capacity, context))}
            onChange={change}
            showProblems={attempted}
          />
        </Box>
        {onPaper && (
          <PaperPart
            state={state}
            onChange={change}
            caseId={caseId}
            scanRequired={available.paperEvidence === 'required'}
          />
        )}
        <Section title={t('cases.form.content')} intro={isPrefilled ? t('cases.form.prefilled') : undefined}>
          <ActFields fields={fields} content={state.content} onChange={write} issue={shown} />
        </Section>
        <Section title={t('cases.form.attachments')}>
          <FilesPart
            label={t('cases.form.attachments')}
            hint={hint === '' ? undefined : hint}
            caseId={caseId}
            files={state.attachments}
            onChange={(attachments) => change({ attachments: [...attachments] })}
          />
        </Section>
        <BeforeSigning
          state={nameless ? { ...checked, check: null, error: null } : checked}
          onPaper={onPaper}
          caseId={caseId}
          available={view.available}
          refused={refused}
          attachmentCount={act.attachmentIds.length}
          busy={record.busy}
          failure={record.error}
          onSubmit={() => void submit()}
          actions={
            <>
              <SendDraft act={act} available={available} holder={holder} attachments={state.attachments} />
              <DraftActions
                act={act}
                kind={documentKind}
                caseId={caseId}
                draft={draft}
                onDiscarded={() => go(paths.view(caseId))}
              />
            </>
          }
        />
        <Group justify="flex-end">
          <SaveState draft={draft} />
        </Group>
        <Text size="sm" c="dimmed">
          {documentKind !== null && t('cases.form.exportDraftHint')}
        </Text>
      </form>
    </FormToolsProvider>
  );
};
