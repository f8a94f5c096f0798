import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { guidanceTitles } from '../../shared/domain/documents/guidance/titles.ts';
import { communitySample, internshipSample } from '../fixtures/guidance.ts';
import { conversion, conversionRow } from '../fixtures/learning.ts';
import * as people from '../fixtures/people/cast.ts';
import { axeFindings } from './support/accessible/axe.ts';
import { tabTo } from './support/accessible/keys.ts';
import { seedVault } from './support/accessible/seed-vault.ts';
import { textsOf } from './support/accessible/texts.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { picture } from './support/picture.ts';
import { passphrase } from './support/probe.ts';
import { openLedger, text } from './support/steps/competence-steps.ts';
import { openFile } from './support/steps/guidance-file-steps.ts';
import { bringBackScan, button, expectRecord, openGuidance, openTab } from './support/steps/guidance-steps.ts';
import {
  beginLearning,
  enterLearning,
  newLearning,
  writeCommunity,
  writeInternship,
} from './support/steps/learning-steps.ts';
import { unlock } from './support/steps/vault-steps.ts';
import { writeSampleFiles } from './support/story/sample-files.ts';

// A learning community and a magang, each through its steps to a report signed on paper and to JP in the ledger.

const t = textsOf('id');
const { assessor, employee, otherEmployee } = people;
const year = new Date().getFullYear();
const topic = 'Peta data bersama';

let home: string;
let folder: string;
let scan: string;
let app: RunningApp;
let page: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilik-community-'));
  ({ scan } = await writeSampleFiles(folder));
  home = await seedVault({ person: assessor, roles: ['assessor'] }, async (get) => {
    for (const person of [employee, otherEmployee]) await get('persons.save', { personId: null, person });
    const rows = [
      conversionRow({ kind: 'learningCommunity', unit: 'sessions', jpPerUnit: 150, evidenceRequired: true }),
      conversionRow({ kind: 'internship', unit: 'activity', jpPerUnit: 2000, evidenceRequired: true }),
    ];
    await get('competence.publishTable', { table: conversion({ rows }) });
  });
  app = await launchApp({ home });
  page = await unlock(app, passphrase);
  await page.emulateMedia({ reducedMotion: 'reduce' });
});
test.afterAll(async () => {
  await app.close();
  for (const path of [home, folder]) await rm(path, { recursive: true, force: true });
});

const sound = async (name: string): Promise<void> => {
  await picture(page, `learning-${name}`);
  expect(await axeFindings(page)).toEqual([]);
};

const stages = () => page.getByRole('region', { name: t('guidance.stages') });
const expectDone = async (codes: readonly string[]): Promise<void> => {
  for (const code of codes)
    await expect(stages()).toContainText(`${t(`guidance.stage.${code}`)}${t('guidance.stageState.done')}`);
};

/** The day of a month of this year, in which everything takes place that is counted. */
const dayOf = (monthAndDay: string): string => `${year}-${monthAndDay}`;

const expectJp = async (name: string, jp: string): Promise<void> => {
  await openLedger(page);
  await expect(page.getByRole('row', { name: new RegExp(name.slice(0, 12)) })).toContainText(
    text('ofTarget', { jp, target: 20 }),
  );
};

test('a learning community goes through its three steps to the JP of coordinator and members', async () => {
  await newLearning(page, 'learningCommunity');
  await beginLearning(page, 'learningCommunity', [employee.name, otherEmployee.name], topic);
  const { kind: _kind, log, date: _date, results, ...parts } = communitySample;
  const meetings = log.map((entry, index) => ({ ...entry, date: dayOf(`01-1${index}`) }));
  await writeCommunity(page, parts, meetings, (part) => sound(`community-${part}`));
  await button(page, t('guidance.records.make')).click();
  // What lacks is named, and its stage is only begun.
  await expect(page.getByRole('alert').first()).toContainText(t('guidance.community.results'));
  await expect(stages()).toContainText(`${t('guidance.stage.communityEvaluation')}${t('guidance.stageState.begun')}`);
  await page.getByRole('textbox', { name: t('guidance.community.results') }).fill(results);
  await button(page, t('guidance.records.make')).click();
  await expectDone(['communityAim', 'preparation', 'carryingOut', 'meetings', 'communityEvaluation']);

  await openTab(page, 'records');
  await expectRecord(page, guidanceTitles.learningCommunity, 'open');
  await bringBackScan(app, page, scan);
  await expectRecord(page, guidanceTitles.learningCommunity, 'ink');
  await expectDone(['learningReport']);
  await sound('community-records');
  for (const { name } of [employee, assessor]) {
    await openFile(page, topic);
    await openTab(page, 'records');
    await enterLearning(page, name);
    await expect(page.getByRole('row', { name: new RegExp(topic) })).toContainText(
      t('competence.kind.learningCommunity'),
    );
  }
  await expectJp(employee.name, '3');
  await expectJp(assessor.name, '3');
  await expectJp(otherEmployee.name, '0');
});

test('a magang goes from its workplace to the JP of its intern, begun by keyboard', async () => {
  await openGuidance(page);
  await tabTo(page, button(page, t('guidance.new.internship')));
  await page.keyboard.press('Enter');
  await beginLearning(page, 'internship', [otherEmployee.name], 'Layanan data');
  const { kind: _kind, log, date: _date, ...parts } = internshipSample;
  const days = log.map((entry, index) => ({ ...entry, date: dayOf(`02-0${index + 1}`) }));
  await writeInternship(page, parts, days, (part) => sound(`internship-${part}`));
  await expectDone(['workplace', 'practice', 'experience', 'network', 'assessment']);
  await button(page, t('guidance.records.make')).click();
  await openTab(page, 'records');
  await bringBackScan(app, page, scan);
  await expectRecord(page, guidanceTitles.internship, 'ink');
  await button(page, t('guidance.records.asLearning')).click();
  // Who supervises learns nothing by it.
  await button(page, t('competence.fromGuidance.enterFor', { name: otherEmployee.name })).waitFor();
  await expect(page.getByRole('main')).not.toContainText(assessor.name);
  await openFile(page, 'Layanan data');
  await openTab(page, 'records');
  await enterLearning(page, otherEmployee.name);
  await expectJp(otherEmployee.name, '20');
});
