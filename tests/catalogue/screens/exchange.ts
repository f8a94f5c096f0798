import { expect } from '@playwright/test';
import { toPublicPerson } from '../../../shared/domain/identity/public-person.ts';
import { assessor, institution } from '../../fixtures/people/cast.ts';
import { noBackups } from '../made/backups.ts';
import { cases } from '../made/cases.ts';
import { remembered } from '../made/drafts.ts';
import { communicationCopies, copyHash, inspection, members, outbox, withOldDirectory } from '../made/exchange.ts';
import { hex } from '../made/files.ts';
import { reviewItems } from '../made/review.ts';
import type { Hand, Screen } from '../screen.ts';
import { reading, signedAct } from './papers.ts';
import { beginning } from './pressing.ts';

const choose = async ({ page, t, button }: Hand): Promise<void> => {
  await button(t('exchange.choose')).click();
  await page.getByRole('heading', { level: 3 }).first().waitFor();
};
/** An act names the assessor without a number. */
const alikePair = {
  person: { ...assessor, name: 'Damar Contohwijaya', nip: '', unit: '' },
  entryId: '4'.repeat(32),
  known: toPublicPerson(assessor),
  self: false,
};

const send = { path: `/exchange/send/${cases.reportRegistered.caseId}`, route: '/exchange/send/$caseId' };

/** Kirim & Terima: at rest, a package looked at, taken in and held, what leaves, drafts, copies. */
export const exchangeScreens: readonly Screen[] = [
  { name: 'exchange', path: '/exchange' },
  {
    name: 'exchange-empty',
    path: '/exchange',
    answers: {
      'exchange.outbox': { certified: false, cases: [] },
      'exchange.journal': { entries: [], missing: [], receiptsDue: [] },
      'exchange.drafts': [],
      'exchange.review': [],
      'exchange.copies': [],
    },
  },
  {
    name: 'exchange-drop-nothing',
    path: '/exchange',
    steps: async ({ page, t }) => {
      const area = page.getByRole('group', { name: t('exchange.drop') });
      const dropped = await page.evaluateHandle(() => {
        const data = new DataTransfer();
        data.setData('text/plain', 'Teks dari program lain');
        return data;
      });
      await area.dispatchEvent('drop', { dataTransfer: dropped });
      await area.getByRole('alert').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'exchange-drop-elsewhere',
    path: '/exchange',
    steps: async ({ page, t }) => {
      const dropped = await page.evaluateHandle(() => {
        const data = new DataTransfer();
        data.items.add(new File(['%PDF-1.7'], 'surat.pdf'));
        return data;
      });
      for (const type of ['dragover', 'drop'])
        await page.getByRole('heading', { level: 1 }).dispatchEvent(type, { dataTransfer: dropped });
      await page
        .getByRole('alert')
        .filter({ hasText: t('drop.elsewhere') })
        .waitFor();
    },
  },
  { name: 'exchange-review', path: '/exchange/review' },
  {
    name: 'exchange-review-files',
    path: '/exchange/review',
    answers: { 'exchange.review': reviewItems.filter(({ files }) => files.length > 0) },
    steps: async ({ page, t }) => {
      await page.getByText(t('review.files')).first().scrollIntoViewIfNeeded();
    },
  },
  { name: 'exchange-review-empty', path: '/exchange/review', answers: { 'exchange.review': [] } },
  {
    name: 'exchange-review-tell',
    path: '/exchange/review',
    answers: { 'exchange.alike': [alikePair] },
    steps: async (hand) => {
      await beginning(hand, 'review.choice.tell');
      const dialog = hand.page.getByRole('dialog', { name: hand.t('review.choice.tell') });
      await dialog.getByRole('radio').first().waitFor();
    },
    opens: ['features/exchange/review/TellDialog.tsx'],
  },
  {
    name: 'exchange-review-told',
    path: '/exchange/review',
    answers: { 'exchange.alike': [] },
    steps: async (hand) => {
      await beginning(hand, 'review.choice.tell');
      await hand.page.getByText(hand.t('review.nothingAsked')).waitFor();
    },
  },
  {
    name: 'exchange-review-refuse',
    path: '/exchange/review',
    answers: remembered(),
    // The reason is there again when the dialog was closed over it.
    steps: async (hand) => {
      const { page, t, button } = hand;
      const reason = page.getByRole('dialog', { name: t('review.refuseTitle') }).getByRole('textbox');
      await beginning(hand, 'review.choice.refuse');
      await reason.fill('Dikirim untuk berkas lain');
      await button(t('common.cancel')).click();
      await expect(reason).toHaveCount(0);
      await beginning(hand, 'review.choice.refuse');
      await expect(reason).toHaveValue('Dikirim untuk berkas lain');
    },
    opens: ['features/exchange/review/RefuseDialog.tsx'],
  },
  {
    name: 'exchange-review-ask',
    path: '/exchange/review',
    answers: { 'exchange.decide': { acts: 0 } },
    steps: async (hand) => {
      await beginning(hand, 'review.choice.ask');
      await hand.page.getByRole('dialog', { name: hand.t('review.askTitle') }).waitFor();
    },
    opens: ['features/exchange/review/AskDialog.tsx'],
  },
  {
    name: 'exchange-drop-several',
    path: '/exchange',
    // Parts of two packages under whatever names, and a letter.
    answers: {
      'exchange.begin': ({ name }) => ({ incomingId: name }),
      'exchange.append': {},
      'exchange.finish': ({ incomingId }) => ({ token: incomingId, name: incomingId, size: 3 }),
      'exchange.group': ({ fileTokens: [a = '', b = '', , c = '', d = ''] }) => ({
        groups: [
          [a, c],
          [b, d],
        ],
      }),
      'exchange.cancel': {},
    },
    steps: async ({ page, t, button }) => {
      const area = page.getByRole('group', { name: t('exchange.drop') });
      const dropped = await page.evaluateHandle(() => {
        const data = new DataTransfer();
        const names = ['DOC-WA0001.', 'lampiran - Salin.zip', 'Surat undangan.pdf', 'Copy of lampiran.bin', 'b.paket'];
        for (const name of names) data.items.add(new File(['isi'], name));
        return data;
      });
      await area.dispatchEvent('drop', { dataTransfer: dropped });
      await page.getByText('DOC-WA0001., Copy of lampiran.bin').waitFor();
      await button(t('exchange.dontImport')).click();
      await page.getByText(t('exchange.waiting', { number: 2 })).scrollIntoViewIfNeeded();
    },
  },
  { name: 'exchange-looked-at', path: '/exchange', steps: choose },
  {
    name: 'exchange-looked-at-erasure',
    path: '/exchange',
    answers: {
      'exchange.inspect': inspection({
        kind: 'erasure',
        caseId: null,
        employeeName: null,
        newCase: false,
        acts: [],
        files: [],
        notices: ['erasureNotShared'],
        erasure: { asks: 2, answers: 1 },
      }),
    },
    steps: choose,
  },
  {
    name: 'exchange-held',
    path: '/exchange',
    answers: { 'exchange.inspect': inspection({ held: 'actRefused', details: ['reportRegistered'], notices: [] }) },
    steps: choose,
  },
  {
    name: 'exchange-held-by-key',
    path: '/exchange',
    answers: { 'exchange.inspect': inspection({ held: 'actKeyRevoked', mayAccept: true }) },
    steps: choose,
  },
  {
    name: 'exchange-held-erased-copy',
    path: '/exchange',
    roles: ['employee'],
    answers: {
      'exchange.inspect': inspection({
        held: 'copyErased',
        mayAccept: true,
        kept: false,
        details: ['2026-11-20T03:00:00.000Z'],
        kind: 'copy',
        employeeName: null,
        notices: ['arrivedLate'],
      }),
    },
    steps: choose,
  },
  {
    name: 'exchange-looked-at-without-erased-copy',
    path: '/exchange',
    roles: ['employee'],
    answers: { 'exchange.inspect': inspection({ kind: 'copy', employeeName: null, notices: ['copyLeftOut'] }) },
    steps: choose,
  },
  {
    name: 'exchange-held-by-name',
    path: '/exchange',
    answers: {
      'exchange.inspect': inspection({
        held: 'personsAlike',
        details: ['Damar Contohwijaya'],
        alike: [alikePair],
      }),
    },
    steps: choose,
  },
  {
    name: 'exchange-looked-at-old-directory',
    path: '/exchange',
    answers: {
      'exchange.inspect': inspection({
        directory: { institution, issuedAt: '2026-06-02T02:00:00.000Z', own: false },
      }),
    },
    steps: choose,
  },
  {
    name: 'exchange-unreadable',
    path: '/exchange',
    answers: {
      'exchange.inspect': inspection({ held: 'packageForOther', sender: null, kind: null, acts: [], files: [] }),
    },
    steps: choose,
  },
  {
    name: 'exchange-taken-in',
    path: '/exchange',
    steps: async (hand) => {
      await choose(hand);
      await hand.button(hand.t('exchange.import')).click();
      await hand.page
        .getByRole('status')
        .filter({ hasText: hand.t('exchange.imported') })
        .waitFor();
    },
  },
  {
    name: 'exchange-receipt',
    path: '/exchange',
    steps: async (hand) => {
      await hand.page.getByText(hand.t('exchange.makeReceipt')).first().click();
      await hand.page.getByRole('list', { name: hand.t('sealing.files') }).waitFor();
    },
  },
  {
    name: 'exchange-decline',
    path: '/exchange',
    steps: async (hand) => {
      await beginning(hand, 'exchange.decline');
      await hand.page.getByRole('dialog', { name: hand.t('exchange.declineTitle') }).waitFor();
    },
    opens: ['features/exchange/drafts/DeclineDialog.tsx'],
  },
  { name: 'exchange-send', ...send },
  {
    name: 'exchange-send-to-one',
    path: `${send.path}/${members[1]?.entryId}`,
    route: '/exchange/send/$caseId/$entryId',
  },
  { name: 'exchange-send-by-old-directory', ...send, answers: { 'identity.status': withOldDirectory } },
  {
    name: 'exchange-send-to-older',
    ...send,
    answers: {
      'exchange.outbox': {
        certified: true,
        cases: [{ ...outbox, receivers: outbox.receivers.map((receiver) => ({ ...receiver, olderProgram: true })) }],
      },
    },
  },
  {
    name: 'exchange-sealed',
    ...send,
    steps: async (hand) => {
      await hand.page
        .getByRole('button', { name: new RegExp(`^${hand.t('exchange.sealFor', { name: '' }).trim()}`) })
        .first()
        .click();
      await hand.page.getByRole('list', { name: hand.t('sealing.files') }).waitFor();
    },
  },
  {
    name: 'exchange-copy-read',
    path: `/exchange/copy/${copyHash}`,
    route: '/exchange/copy/$hash',
    answers: {
      'documents.reading': {
        reading: {
          ...reading,
          copied: { ...signedAct, capacity: 'counsellor', author: 'Wening Contoh', holder: null },
        },
      },
    },
    steps: async ({ page, t }) => {
      await page.getByRole('tab', { name: t('documents.reading.view') }).waitFor();
      await page.locator('.pdf-page').first().waitFor();
    },
  },
  {
    name: 'exchange-copy',
    path: `/exchange/copy/${copyHash}`,
    route: '/exchange/copy/$hash',
    steps: async ({ page, t }) => {
      await page.locator('.pdf-page').first().waitFor();
      await page.getByRole('form', { name: t('exchange.acknowledge') }).waitFor();
    },
  },
  {
    name: 'exchange-copy-answer',
    path: `/exchange/copy/${copyHash}`,
    route: '/exchange/copy/$hash',
    answers: { 'exchange.copies': communicationCopies(null) },
    steps: async ({ page, t }) => {
      await page.locator('.pdf-page').first().waitFor();
      await page.getByRole('textbox', { name: t('exchange.answerText') }).fill('Buktinya saya simpan.');
    },
  },
  {
    name: 'exchange-copy-answered',
    path: `/exchange/copy/${copyHash}`,
    route: '/exchange/copy/$hash',
    answers: { 'exchange.copies': communicationCopies('2026-11-20T02:00:00.000Z') },
    steps: async ({ page }) => {
      await page.locator('.pdf-page').first().waitFor();
      await page.getByRole('status').first().waitFor();
    },
  },
  {
    name: 'exchange-copy-asked',
    path: `/exchange/copy/${hex(32, 64)}`,
    route: '/exchange/copy/$hash',
    steps: async ({ page, t }) => {
      await page.locator('.pdf-page').first().waitFor();
      await page.getByText(t('exchange.correction.send')).scrollIntoViewIfNeeded();
    },
    opens: ['features/exchange/copies/AskCorrection.tsx'],
  },
  {
    name: 'exchange-copy-erase',
    path: `/exchange/copy/${copyHash}`,
    route: '/exchange/copy/$hash',
    roles: ['employee'],
    steps: async ({ page, button, t }) => {
      await page.locator('.pdf-page').first().waitFor();
      await button(t('exchange.eraseCopy')).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'exchange-copy-erased',
    path: `/exchange/copy/${copyHash}`,
    route: '/exchange/copy/$hash',
    roles: ['employee'],
    answers: {
      'retention.eraseCopies': { copies: 1 },
      'backup.status': { ...noBackups, beforeErasure: { here: 6, away: 2 } },
    },
    steps: async ({ page, button, t }) => {
      await button(t('exchange.eraseCopy')).click();
      await page
        .getByRole('status')
        .filter({ hasText: t('exchange.copyErasedNow') })
        .waitFor();
    },
  },
];
