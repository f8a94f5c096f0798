import type { Page } from '@playwright/test';
import { communitySteps } from '../../../../shared/domain/guidance/learning-contents.ts';
import type { LearningFileKind } from '../../../../shared/domain/guidance/record.ts';
import { textsOf } from '../accessible/texts.ts';
import { addSession, atFile, fillFields } from './guidance-file-steps.ts';
import { button, fieldOf, openGuidance, openTab, pickPerson } from './guidance-steps.ts';

// Steps in the working papers of a learning community or a magang.

const t = textsOf('id');
const groups = { learningCommunity: 'community', internship: 'internship' } as const;

type Parts = Readonly<Record<string, string>>;
interface Meeting {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly activity: string;
  readonly result: string;
}

/** On the page of a new file: names who takes part and what about, and begins it. */
export const beginLearning = async (
  page: Page,
  kind: LearningFileKind,
  people: readonly string[],
  topic: string,
): Promise<void> => {
  for (const [index, name] of people.entries())
    await pickPerson(page, t(`guidance.role.${kind}.${index === 0 ? 'participant' : 'addParticipant'}`), name);
  await fieldOf(page, 'guidance.topic').fill(topic);
  await button(page, t('guidance.begin')).click();
  await atFile(page, topic);
};

/** Opens the page of a new file from the list. */
export const newLearning = async (page: Page, kind: LearningFileKind): Promise<void> => {
  await openGuidance(page);
  await button(page, t(`guidance.new.${kind}`)).click();
};

const writeParts = async (page: Page, kind: LearningFileKind, parts: Parts): Promise<void> => {
  for (const [name, text] of Object.entries(parts))
    await page
      .getByRole('textbox', { name: t(`guidance.${groups[kind]}.${name}`) })
      .first()
      .fill(text);
};

const hold = async (page: Page, meetings: readonly Meeting[]): Promise<void> => {
  for (const [index, { date, activity, result }] of meetings.entries()) {
    const time = { date, startTime: '09:00', minutes: 90, place: 'Ruang data' };
    const session = await addSession(page, index + 1, { state: 'held', ...time });
    await fillFields(session, { 'guidance.field.activity': activity, 'guidance.field.result': result });
  }
};

const only = (parts: Parts, names: readonly string[]): Parts =>
  Object.fromEntries(Object.entries(parts).filter(([name]) => names.includes(name)));

/** What a file is looked at for, part by part. */
type Look = (part: 'plan' | 'sessions' | 'evaluation') => Promise<void>;

/** Writes a learning community through its three steps; the last part is shown. */
export const writeCommunity = async (
  page: Page,
  parts: Parts,
  meetings: readonly Meeting[],
  look: Look = async () => {},
): Promise<void> => {
  await openTab(page, 'plan');
  await writeParts(page, 'learningCommunity', only(parts, ['aim', ...communitySteps.preparation]));
  await look('plan');
  await openTab(page, 'sessions');
  await writeParts(page, 'learningCommunity', only(parts, communitySteps.carryingOut));
  await hold(page, meetings);
  await look('sessions');
  await openTab(page, 'evaluation');
  await writeParts(page, 'learningCommunity', only(parts, communitySteps.evaluation));
  await look('evaluation');
};

/** Writes a magang from its workplace to its evaluation; the last part is shown. */
export const writeInternship = async (
  page: Page,
  parts: Parts,
  days: readonly Meeting[],
  look: Look = async () => {},
): Promise<void> => {
  await openTab(page, 'plan');
  await writeParts(page, 'internship', only(parts, ['workplace', 'period', 'purpose']));
  await look('plan');
  await openTab(page, 'sessions');
  await hold(page, days);
  await openTab(page, 'evaluation');
  const gained = ['experience', 'application', 'network', 'culture', 'assessment'];
  await writeParts(page, 'internship', only(parts, gained));
  await look('evaluation');
};

/** From the complete report, which is shown, enters the learning of somebody as it is proposed. */
export const enterLearning = async (page: Page, name: string): Promise<void> => {
  await button(page, t('guidance.records.asLearning')).click();
  await button(page, t('competence.fromGuidance.enterFor', { name })).click();
  const dialog = page.getByRole('dialog', { name: t('competence.add') });
  await button(dialog, t('common.save')).click();
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
};
