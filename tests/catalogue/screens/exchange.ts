import { expect } from '@playwright/test';
import { toPublicPerson } from '../../../shared/domain/identity/public-person.ts';
import { assessor, institution } from '../../fixtures/people/cast.ts';
import { cases } from '../made/cases.ts';
import { remembered } from '../made/drafts.ts';
import { copyHash, identity, inspection, members, outbox, withOldDirectory, words } from '../made/exchange.ts';
import { reviewItems } from '../made/review.ts';
import type { Hand, Screen } from '../screen.ts';
import { reading, signedAct } from './papers.ts';

const choose = async ({ page, t, button }: Hand): Promise<void> => {
  await button(t('exchange.choose')).click();
  await page.getByRole('heading', { level: 3 }).first().waitFor();
};
const beginning = async ({ page, t }: Hand, key: string): Promise<void> =>
  page
    .getByRole('button', { name: new RegExp(`^${t(key)}`) })
    .first()
    .click();

/** An act names the assessor without a number. */
const alikePair = {
  person: { ...assessor, name: 'Damar Contohwijaya', nip: '', unit: '' },
  entryId: '4'.repeat(32),
  known: toPublicPerson(assessor),
  self: false,
};

const tab = async ({ page, t }: Hand, name: string): Promise<void> => {
  await page.getByRole('tab', { name: t(`directory.tab.${name}`), exact: true }).click();
  await page.getByRole('tabpanel', { name: t(`directory.tab.${name}`), exact: true }).waitFor();
};

const send = { path: `/exchange/send/${cases.reportRegistered.caseId}`, route: '/exchange/send/$caseId' };

/** Kirim & Terima: at rest, a package looked at, taken in and held, what leaves, drafts, copies. */
const exchangeScreens: readonly Screen[] = [
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
];

/** Direktori & kartu, part by part, its dialogs, and files that were signed elsewhere. */
const directoryScreens: readonly Screen[] = [
  ...(['own', 'members', 'invitations', 'special'] as const).map(
    (name): Screen => ({ name: `directory-${name}`, path: '/directory', steps: (hand) => tab(hand, name) }),
  ),
  {
    name: 'directory-none',
    path: '/directory',
    answers: { 'identity.status': { ...identity, directory: null, certifiedRoles: null } },
    steps: (hand) => tab(hand, 'members'),
  },
  {
    name: 'directory-found',
    path: '/directory',
    answers: { 'identity.status': { ...identity, directory: null, certifiedRoles: null } },
    steps: async (hand) => {
      await tab(hand, 'members');
      await hand.button(hand.t('directory.found')).click();
      await hand.page.getByRole('dialog').waitFor();
    },
    opens: ['features/directory/members/FoundDialog.tsx'],
  },
  {
    name: 'directory-old',
    path: '/directory',
    answers: { 'identity.status': withOldDirectory },
    steps: (hand) => tab(hand, 'members'),
  },
  {
    name: 'directory-file-old',
    path: '/directory/file/direktori',
    route: '/directory/file/$token',
    answers: {
      'identity.inspectFile': {
        kind: 'directory',
        institution,
        serial: 3,
        issuedAt: '2026-06-02T02:00:00.000Z',
        members: 12,
        words,
        state: 'untrusted',
        certifiesSelf: true,
      },
    },
  },
  {
    name: 'directory-of-others',
    path: '/directory',
    answers: { 'identity.status': { ...identity, directory: { ...identity.directory, own: false } } },
    steps: (hand) => tab(hand, 'special'),
  },
  ...(['changeRoles', 'revoke'] as const).map(
    (key): Screen => ({
      name: `directory-${key}`,
      path: '/directory',
      steps: async (hand) => {
        await tab(hand, 'members');
        await beginning(hand, `directory.${key}`);
        await hand.page.getByRole('dialog').waitFor();
      },
      opens:
        key === 'revoke'
          ? ['features/directory/members/RevokeDialog.tsx']
          : ['features/directory/members/SpansDialog.tsx', 'features/directory/members/RolesDialog.tsx'],
    }),
  ),
  {
    name: 'directory-compromised',
    path: '/directory',
    steps: async (hand) => {
      await tab(hand, 'members');
      for (const details of await hand.page.getByRole('button', { name: hand.t('directory.keyDetails') }).all())
        await details.click();
      await beginning(hand, 'directory.compromised');
      await hand.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'directory-auditor-bare',
    path: '/directory',
    steps: async (hand) => {
      await tab(hand, 'special');
      await hand.page.getByRole('radio', { name: hand.t('directory.auditorBare'), exact: true }).check();
    },
  },
  {
    name: 'directory-invite',
    path: '/directory/invite',
    steps: ({ t, button }) => button(t('directory.inviteSave')).click(),
  },
  ...(['kartu', 'kartu-baru', 'direktori', 'undangan'] as const).map(
    (token): Screen => ({
      name: `directory-file-${token}`,
      path: `/directory/file/${token}`,
      route: '/directory/file/$token',
      steps: async ({ page, t }) => {
        if (token === 'undangan') return;
        await page.getByRole('radio', { name: t('words.differ') }).check();
      },
    }),
  ),
  {
    name: 'directory-file-same-words',
    path: '/directory/file/kartu',
    route: '/directory/file/$token',
    steps: async ({ page, t }) => page.getByRole('radio', { name: t('words.same') }).check(),
  },
];

export const sendingScreens: readonly Screen[] = [...exchangeScreens, ...directoryScreens];
