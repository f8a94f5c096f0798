import { documentKindOfAct } from '@shared/domain/documents/kind.ts';
import { type Place, placeOf } from '@shared/domain/place/places.ts';
import { typedLine } from '@shared/kernel/hidden-signs.ts';
import { useGo } from '../../../lib/navigation.ts';
import { useOneAtATime } from '../../../lib/one-at-a-time.ts';
import { useCommand } from '../../../lib/query.ts';
import { focusField } from '../../../ui/form/FormFields.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { useCaseTexts } from '../texts.ts';
import type { GoingOn } from './place-to-go-on.ts';
import { useActCheck } from './use-act-check.ts';
import { usePlaceToGoOn } from './use-place-to-go-on.ts';
import { useRefusals } from './use-refusals.ts';
import { type ActFormInput, useTypedAct } from './use-typed-act.ts';

/** What follows a signature: a look at what was signed, or the form with which the file goes on. */
export type AfterSigning = 'look' | GoingOn;

/** All that the form of an act works with: what is typed, what is refused of it, and how it is recorded. */
export const useActForm = (input: ActFormInput) => {
  const { t } = useCaseTexts();
  const go = useGo();
  const notice = useNotice();
  const once = useOneAtATime();
  const placeToGoOn = usePlaceToGoOn();
  const { type } = input.available;
  const { caseId } = input.view.summary;
  const typed = useTypedAct(input);
  const { draft, state, act } = typed;
  const checked = useActCheck(act);
  const record = useCommand('case.recordAct');
  const isNameless = typedLine(state.author.name) === '';
  const refusals = useRefusals(type, checked.check?.issues ?? [], isNameless, checked.isOfNow);
  const onPaper = state.mode === 'paper';
  const documentKind = documentKindOfAct(type);

  const placeAfter = async (then: AfterSigning, hash: string): Promise<Place> => {
    if (then !== 'look') return placeToGoOn(caseId, then);
    return documentKind !== null && !onPaper ? placeOf('caseDocument', { caseId, hash }) : placeOf('case', { caseId });
  };
  const submit = async (then: AfterSigning): Promise<void> => {
    refusals.tryAll();
    if (isNameless) return focusField('author');
    // What is shown may be older than the last key: the act is tried as it is now.
    const latest = await checked.checkNow();
    const first = refusals.refusedOf(latest?.issues ?? [])[0];
    if (first !== undefined) return focusField(first.name);
    if (latest === null || latest.obstacles.length > 0) return;
    await draft.flush();
    const answer = await record.run({ ...act, draftId: draft.draftId });
    if (!answer.ok) return;
    await draft.discard();
    await input.start?.onRecorded();
    notice(t(onPaper ? 'cases.form.recorded' : 'cases.form.signed'));
    go(await placeAfter(then, answer.value.hash));
  };
  return {
    typed,
    refusals,
    /** What came of trying the act; nothing while its author has no name. */
    checked: isNameless ? { ...checked, check: null, error: null } : checked,
    record,
    onPaper,
    documentKind,
    /** Signs; asked for again while it does, it does nothing. */
    submit: (then: AfterSigning) => once(() => submit(then)),
  };
};

export type ActFormModel = ReturnType<typeof useActForm>;
