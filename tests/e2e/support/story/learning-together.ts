import { expect, type Page } from '@playwright/test';
import { communitySample, internshipSample } from '../../../fixtures/guidance.ts';
import { textsOf } from '../accessible/texts.ts';
import { pressConfirm } from '../confirmation.ts';
import { saveFile } from '../steps/guidance-file-steps.ts';
import { button, openTab } from '../steps/guidance-steps.ts';
import { beginLearning, newLearning, writeCommunity, writeInternship } from '../steps/learning-steps.ts';
import { canaries } from './canaries.ts';
import { dayFromNow } from './days.ts';
import { showTop } from './scroll.ts';
import type { Stage } from './stage.ts';

const t = textsOf('id');

/** What the learning community is about; its report is signed in two vaults. */
export const communityTopic = 'Peta data bersama';

/** Pictures of the parts of a file. */
const lookAt =
  (page: Page, look: Stage['look'], name: string) =>
  async (part: string): Promise<void> => {
    await showTop(page);
    await look(page, `${name}-${part}`);
  };

/** A learning community of the assessor and an employee, through its steps; its report is made and signed. */
export const learnTogether = async (page: Page, employee: string, { look }: Stage): Promise<void> => {
  await newLearning(page, 'learningCommunity');
  await beginLearning(page, 'learningCommunity', [employee], communityTopic);
  const { kind: _kind, log, date: _date, ...parts } = communitySample;
  const meetings = log.map((entry, index) => ({ ...entry, date: dayFromNow(index * 7 - 14) }));
  const written = { ...parts, aim: `${parts.aim} (${canaries.community})` };
  await writeCommunity(page, written, meetings, lookAt(page, look, 'community'));
  await button(page, t('guidance.records.makeAndSign')).click();
  await pressConfirm(page);
  await expect(button(page, t('guidance.file.save'))).toBeDisabled();
  await openTab(page, 'records');
};

/** A magang of the employee, whose report still waits. */
export const practise = async (page: Page, employee: string, { look }: Stage): Promise<void> => {
  await newLearning(page, 'internship');
  await beginLearning(page, 'internship', [employee], 'Layanan data');
  const { kind: _kind, log, date: _date, ...parts } = internshipSample;
  const days = log.map((entry, index) => ({ ...entry, date: dayFromNow(index - 5) }));
  const written = { ...parts, experience: `${parts.experience} (${canaries.internship})` };
  await writeInternship(page, written, days, lookAt(page, look, 'internship'));
  await saveFile(page);
};
