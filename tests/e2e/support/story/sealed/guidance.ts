import { join } from 'node:path';
import { guidanceTitles } from '../../../../../shared/domain/documents/guidance/titles.ts';
import { textsOf } from '../../accessible/texts.ts';
import { goTo } from '../../steps/case-steps.ts';
import { openFile } from '../../steps/guidance-file-steps.ts';
import {
  exportRecord,
  receiveRecord,
  recordOf,
  sealRecord,
  showRecord,
  signRecord,
} from '../../steps/guidance-record-steps.ts';
import { expectRecord, openGuidance, openTab } from '../../steps/guidance-steps.ts';
import { coach, coachingTopic, mentor, mentoringTopic, noteOnPaper, talkOfWork } from '../guidance.ts';
import { communityTopic, learnTogether, practise } from '../learning-together.ts';
import { showTop } from '../scroll.ts';
import type { Stage } from '../stage.ts';
import { type Desk, note, packagesOf, type SealedStage } from './desk.ts';
import type { Desks } from './founding.ts';

const t = textsOf('id');

interface Errand {
  readonly from: Desk;
  readonly to: Desk;
  readonly title: string;
  readonly look?: Stage['look'];
}

/** Seals the record that is shown for the other; path of the file. */
const pass = async (stage: SealedStage, { from, to, title, look }: Errand): Promise<string> => {
  const folder = await packagesOf(stage);
  const file = await sealRecord({ app: from.app, page: from.page, folder }, title, to.person.name, look);
  note(stage, from, to, file);
  return file;
};

interface Countersigning {
  readonly title: string;
  readonly topic: string;
  /** Names of pictures and of the exported documents begin so. */
  readonly name: string;
}

/** What waits for the employee: on the first page and in the list. */
const tourWaiting = async ({ page }: Desk, topic: string, look: Stage['look']): Promise<void> => {
  await goTo(page, t('home.title'));
  const waiting = page.getByRole('region', { name: t('home.waiting'), exact: true });
  await waiting.getByRole('button', { name: t('guidance.waitsForSignature', { topic }) }).waitFor();
  await look(page, 'home-employee');
  await openGuidance(page);
  await look(page, 'list-employee');
};

/**
 * A record that the leader has signed goes to the employee, is signed there, and comes back; complete in both vaults.
 */
const countersign = async (
  stage: SealedStage,
  { assessor, employee }: Desks,
  { title, topic, name }: Countersigning,
): Promise<void> => {
  const look: Stage['look'] = (page, part) => stage.look(page, `${name}-${part}`);
  const there = await pass(stage, { from: assessor, to: employee, title, look });
  await receiveRecord(employee.page, there, (part) => look(employee.page, part));
  await tourWaiting(employee, topic, look);
  await openFile(employee.page, topic);
  await showRecord(employee.page, title);
  await look(employee.page, 'waiting-employee');
  await signRecord(employee.page, title);
  await showTop(employee.page);
  await look(employee.page, 'complete-employee');
  await exportRecord(employee, title, join(stage.folder, 'documents', `${name}-pegawai.pdf`));
  const back = await pass(stage, { from: employee, to: assessor, title });
  await receiveRecord(assessor.page, back);
  await expectRecord(assessor.page, title, 'complete');
  await showTop(assessor.page);
  await look(assessor.page, 'complete-coach');
  await exportRecord(assessor, title, join(stage.folder, 'documents', `${name}-pemandu.pdf`), look);
};

const tourCoach = async ({ page }: Desk, look: Stage['look']): Promise<void> => {
  await openGuidance(page);
  await look(page, 'guidance-list');
  await page.getByRole('button', { name: t('guidance.calendar.title'), exact: true }).click();
  await page.getByRole('heading', { level: 1, name: t('guidance.calendar.title') }).waitFor();
  await look(page, 'guidance-calendar');
  await goTo(page, t('home.title'));
  const due = page.getByRole('region', { name: t('guidance.nav'), exact: true });
  await due.scrollIntoViewIfNeeded();
  await look(page, 'home-assessor');
};

/**
 * The assessor as coach: advice, a note on paper, a dialogue on work, a coaching, a mentoring and a learning community
 * whose records the employee signs in an own vault, a magang. The file that is open stays so; what is due shows on the
 * first page.
 */
export const playGuidance = async (stage: SealedStage, desks: Desks): Promise<void> => {
  const { assessor, employee } = desks;
  const whose = employee.person.name;
  await noteOnPaper(assessor, whose, stage);
  stage.tell('assessor: a coaching noted, signed on paper, scanned');
  await talkOfWork(assessor, whose, stage);
  stage.tell('assessor: a dialogue on work noted');
  await coach(assessor, whose, stage);
  await openTab(assessor.page, 'records');
  await showRecord(assessor.page, guidanceTitles.coaching);
  await stage.look(assessor.page, 'guidance-record-coach');
  await countersign(stage, desks, { title: guidanceTitles.coaching, topic: coachingTopic, name: 'coaching' });
  stage.tell('assessor and employee: a coaching, its record signed in two vaults');
  await mentor(assessor, whose, stage);
  await openTab(assessor.page, 'records');
  await recordOf(assessor.page, guidanceTitles.mentoring).waitFor();
  await countersign(stage, desks, { title: guidanceTitles.mentoring, topic: mentoringTopic, name: 'mentoring' });
  stage.tell('assessor and employee: a mentoring, its record signed in two vaults');
  await learnTogether(assessor.page, whose, stage);
  const community = { title: guidanceTitles.learningCommunity, topic: communityTopic, name: 'learning-community' };
  await countersign(stage, desks, community);
  await practise(assessor.page, whose, stage);
  stage.tell('assessor and employee: a learning community, its report signed in two vaults; a magang, written');
  await tourCoach(assessor, stage.look);
};
