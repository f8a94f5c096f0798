import { expect, type Locator, type Page } from '@playwright/test';
import { textsOf } from '../accessible/texts.ts';
import { button, fieldOf, openGuidance, openTab, pickExactly, pickPerson } from './guidance-steps.ts';

// Steps in the working papers of one coaching or mentoring.

const t = textsOf('id');

const groupOf = (page: Page, key: string, number: number): Locator =>
  page.getByRole('group', { name: t(key, { number }), exact: true });

/** Fields by the keys of their texts, as far as they are below `scope`. */
export const fillFields = async (scope: Page | Locator, values: Readonly<Record<string, string>>): Promise<void> => {
  for (const [key, value] of Object.entries(values)) await fieldOf(scope, key).fill(value);
};

/** Waits for the page of a file. */
export const atFile = (page: Page, topic: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name: topic, exact: true }).waitFor();

/** Opens a file from the list. */
export const openFile = async (page: Page, topic: string): Promise<void> => {
  await openGuidance(page);
  const row = page.getByRole('row').filter({ hasText: topic }).first();
  await row.getByRole('button').first().click();
  await atFile(page, topic);
};

/** On the page of a new file: names employee (of the register; null: named already) and topic, and begins it. */
export const beginFile = async (page: Page, employee: string | null, topic: string): Promise<void> => {
  if (employee !== null) await pickPerson(page, t('guidance.participant'), employee);
  await fieldOf(page, 'guidance.topic').fill(topic);
  await button(page, t('guidance.begin')).click();
  await atFile(page, topic);
};

export interface TypedGoal {
  readonly text: string;
  readonly measure: string;
  /** `YYYY-MM-DD`. */
  readonly due: string;
  readonly state?: 'met' | 'partly' | 'notMet';
}

/** Adds goals to a file without any, on its first part; each says that nothing of SMART is missing. */
export const addGoals = async (page: Page, goals: readonly TypedGoal[]): Promise<void> => {
  await openTab(page, 'goals');
  for (const [index, { text, measure, due, state }] of goals.entries()) {
    await button(page, t('guidance.goal.add')).click();
    const goal = groupOf(page, 'guidance.goal.legend', index + 1);
    await fillFields(goal, {
      'guidance.goal.text': text,
      'guidance.goal.measure': measure,
      'guidance.goal.due': due,
    });
    await expect(goal).toContainText(t('guidance.goal.smart'));
    if (state !== undefined) await pickExactly(goal, t('guidance.goal.state'), t(`guidance.goalState.${state}`));
  }
};

export interface TypedSession {
  readonly state: 'planned' | 'held' | 'missed';
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:MM`. */
  readonly startTime: string;
  readonly minutes: number;
  readonly place: string;
}

/** Adds a session on the part of sessions, which is shown; gives its group. `number`: how many it makes. */
export const addSession = async (
  page: Page,
  number: number,
  { state, date, startTime, minutes, place }: TypedSession,
): Promise<Locator> => {
  await button(page, t('guidance.session.add')).click();
  const session = groupOf(page, 'guidance.session.legend', number);
  await session.getByText(t(`guidance.sessionState.${state}`), { exact: true }).click();
  await fillFields(session, {
    'guidance.field.date': date,
    'guidance.field.startTime': startTime,
    'guidance.field.minutes': String(minutes),
    'guidance.field.place': place,
  });
  return session;
};

/** Picks a question of the bank, which is at its first stage, and notes the answer. */
export const noteAnswer = async (session: Locator, questionKey: string, answer: string): Promise<void> => {
  const question = t(questionKey);
  await pickExactly(session, t('guidance.bank.question'), question);
  await session.getByRole('textbox', { name: question, exact: true }).fill(answer);
};

/** Adds what was agreed between sessions to a file without any. */
export const addActions = async (
  page: Page,
  actions: readonly { readonly text: string; readonly due: string; readonly done?: boolean }[],
): Promise<void> => {
  await openTab(page, 'actions');
  for (const [index, { text, due, done = false }] of actions.entries()) {
    await button(page, t('guidance.action.add')).click();
    const action = groupOf(page, 'guidance.action.legend', index + 1);
    await fillFields(action, { 'guidance.action.text': text, 'guidance.action.due': due });
    if (done) await action.getByRole('checkbox', { name: t('guidance.action.done') }).check();
  }
};

/** Saves the working papers. */
export const saveFile = async (page: Page): Promise<void> => {
  const save = button(page, t('guidance.file.save'));
  await save.click();
  await expect(save).toBeDisabled();
};
