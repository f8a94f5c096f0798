import { expect, type Locator } from '@playwright/test';
import { type DraftEntry, draftKinds } from '../../shared/domain/draft/kinds.ts';
import { textsOf } from '../e2e/support/accessible/texts.ts';
import { appearances } from './look/look-at.ts';
import { remembered } from './made/drafts.ts';
import type { Hand, Screen } from './screen.ts';
import { screens } from './screens/all.ts';
import { show, test } from './shown.ts';
import { type Answers, refuse } from './window/stand-in.ts';

// Leaving with text that is not saved, in every form and dialog in which something is drafted: it is asked first, what
// was typed stays, and it is there again after the vault was locked and opened. Nothing is red all the while.

/** Where something is drafted: on a screen of the catalogue, after what a person does there besides. */
interface Place {
  readonly screen: string;
  readonly open?: (hand: Hand) => Promise<void>;
  /** Before anything is done there. */
  readonly untouched?: true;
  /** What is typed into; by default the first field of the dialog that is open, else of the page. */
  readonly field?: (hand: Hand) => Locator;
}

const pressFirst =
  (name: (t: Hand['t']) => string) =>
  ({ page, t }: Hand): Promise<void> =>
    page
      .getByRole('button', { name: new RegExp(`^${name(t)}`) })
      .first()
      .click();
const labelled =
  (key: string) =>
  ({ page, t }: Hand): Locator =>
    page.getByRole('textbox', { name: t(key) }).first();
const named = (key: string, placeholder: string) => (t: Hand['t']) => t(key, { [placeholder]: '' }).trim();

/** One place for each kind of draft: a kind that is not here does not compile. */
const places: Readonly<Record<DraftEntry, Place>> = {
  act: { screen: 'act-feedbackRecorded' },
  received: { screen: 'act-received-draft' },
  remark: { screen: 'act-send-draft' },
  'act.feedbackRecorded.guidance': { screen: 'act-from-guidance' },
  caseNew: { screen: 'cases-begin-new' },
  caseFromPaper: { screen: 'cases-begin-fromPaper' },
  caseAssigned: { screen: 'cases-begin-assigned' },
  copyAcknowledgement: { screen: 'exchange-copy' },
  copyAnswer: { screen: 'exchange-copy-answer', untouched: true, field: labelled('exchange.answerText') },
  correctionRequest: { screen: 'exchange-copy', field: labelled('cases.field.correctionRequest') },
  invitation: { screen: 'directory-invite', untouched: true },
  officeProfile: { screen: 'office-profile', field: labelled('office.unit') },
  memberRoles: { screen: 'directory-changeRoles' },
  foundDirectory: { screen: 'directory-found' },
  packageRefusal: { screen: 'exchange-review', open: pressFirst((t) => t('review.choice.refuse')) },
  certification: { screen: 'directory-file-same-words' },
  person: { screen: 'employees-edit' },
  guidanceQuick: { screen: 'guidance-quick-coaching' },
  guidanceStart: { screen: 'guidance-new-coaching' },
  guidanceFile: { screen: 'guidance-coaching-goals' },
  guidanceSummary: { screen: 'guidance-coaching-summary' },
  guidancePreCoaching: { screen: 'guidance-write-preCoaching' },
  guidanceMentoringPlan: { screen: 'guidance-write-mentoringPlan' },
  guidanceQuestion: { screen: 'guidance-coaching-sessions', field: labelled('guidance.bank.own') },
  coach: { screen: 'guidance-coach' },
  presentCompetences: { screen: 'competence-gaps' },
  learningRecord: { screen: 'competence-record' },
  learningWithdrawal: { screen: 'competence-hours', open: pressFirst(named('competence.withdrawNamed', 'title')) },
  versionWithdrawal: { screen: 'competence-table-wrong-clock', open: pressFirst((t) => t('competence.withdraw')) },
  developmentPlan: { screen: 'competence-plan', field: labelled('competence.field.remark') },
  planEvaluation: { screen: 'competence-plan', field: labelled('competence.evaluation.conclusion') },
  institutionPlan: { screen: 'institution-plan', field: labelled('competence.field.remark') },
  institutionEvaluation: { screen: 'institution-plan-set', field: labelled('competence.evaluation.conclusion') },
  competenceStandard: { screen: 'competence-standard' },
  conversionTable: { screen: 'competence-table-next', field: labelled('competence.table.targetCitation') },
  retention: { screen: 'retention-schedule' },
  incident: { screen: 'incident' },
  freeze: { screen: 'retention-freeze' },
  erasureProposal: { screen: 'retention-propose' },
  erasureApproval: { screen: 'retention-approve' },
  erasureExecution: { screen: 'retention-erase' },
  programmeElement: { screen: 'programme-element' },
};

const typed = 'Belum tersimpan';

const firstField = async ({ page }: Hand): Promise<Locator> => {
  const dialog = page.getByRole('dialog').last();
  const scope = (await dialog.count()) > 0 ? dialog : page.locator('main');
  const text = scope.locator(
    'textarea:visible:enabled:not([readonly]), input:visible:enabled:not([readonly]):not([role=combobox]):is([type=text], :not([type]))',
  );
  const date = scope.locator('input[type=date]:visible:enabled');
  await text.or(date).first().waitFor();
  return (await text.count()) > 0 ? text.first() : date.first();
};

/** Types into a field what it takes; answers with it. */
const type = async (field: Locator): Promise<string> => {
  const { kind, mode } = await field.evaluate((element: HTMLInputElement) => ({
    kind: element.type,
    mode: element.inputMode,
  }));
  const number = mode === 'numeric' || mode === 'decimal' ? '7' : typed;
  const text = kind === 'date' ? '2026-03-04' : number;
  await field.fill(text);
  return text;
};

const [appearance] = appearances;

for (const [entry, place] of Object.entries(places) as [DraftEntry, Place][]) {
  test(`unsaved-${entry}`, async ({ shown }) => {
    const found = screens.find(({ name }) => name === place.screen);
    if (found === undefined || appearance === undefined) throw new Error(`no screen ${place.screen}`);
    const vault = { full: true, locked: false };
    const drafts = remembered();
    const save = drafts['drafts.save'] as Extract<Answers['drafts.save'], (input: never) => unknown>;
    const kinds = new Set<string>();
    const answers: Answers = {
      ...found.answers,
      ...drafts,
      'drafts.save': (input) => {
        kinds.add(input.kind.split(':')[0] ?? '');
        return vault.full ? refuse('diskFull') : save(input);
      },
      'vault.lock': () => {
        vault.locked = true;
        return {};
      },
    };
    const { steps, ...untouched } = found;
    const screen: Screen = { ...untouched, ...(place.untouched !== true && steps !== undefined && { steps }), answers };
    const t = textsOf(appearance.language);
    const { page, emit } = shown;
    const hand: Hand = { page, t, emit, button: (name) => page.getByRole('button', { name, exact: true }) };
    const open = async (): Promise<Locator> => {
      await show(shown, screen, appearance);
      await place.open?.(hand);
      return place.field?.(hand) ?? firstField(hand);
    };
    const red = page.locator('[aria-invalid=true], .mantine-InputWrapper-error');
    const question = page.getByRole('dialog', { name: t('app.unsavedTitle') });

    const field = await open();
    await expect(red, 'as the form opens').toHaveCount(0);
    const text = await type(field);
    await expect(red, 'while somebody writes').toHaveCount(0);
    await emit({ event: 'lockAsked', leave: 'lock' });
    await expect(question.getByRole('status')).toHaveText(t('errors.diskFull'));
    await question.getByRole('button', { name: t('app.unsavedStay') }).click();
    await expect(question).toBeHidden();
    await expect(field).toHaveValue(text);
    await expect(red, 'of a field that was left filled').toHaveCount(0);
    expect([...kinds]).toEqual([entry]);

    await emit({ event: 'lockAsked', leave: 'lock' });
    await expect(question).toBeVisible();
    expect(vault.locked).toBe(false);
    vault.full = false;
    await expect.poll(() => vault.locked).toBe(true);

    await expect(await open()).toHaveValue(text);
    await expect(red, 'as the form opens with what was kept').toHaveCount(0);
    expect(shown.problems()).toEqual([]);
  });
}

test('unsaved-every-kind', () => {
  expect(Object.keys(places).sort()).toEqual(Object.keys(draftKinds).sort());
});
