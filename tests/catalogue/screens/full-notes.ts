import { expect } from '@playwright/test';
import { maxVisible, nearlyFull } from '../../../shared/domain/long-text.ts';
import { hex, scan } from '../made/files.ts';
import type { Hand, Screen } from '../screen.ts';

const note = { noteId: hex(1, 32), caseId: null, title: 'Pertemuan pertama', updatedAt: '2026-11-23T02:00:00.000Z' };
const contentOf = (text: string): string =>
  JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });

const open = async ({ page, t }: Hand): Promise<void> => {
  await page.getByRole('button', { name: /^Pertemuan pertama/ }).click();
  await page.getByRole('textbox', { name: t('notes.text') }).waitFor();
};

/** Files as they come from phones and offices, by what their bytes tell. */
const files = (
  [
    ['foto.heic', 'image/heic'],
    ['foto.avif', 'image/avif'],
    ['surat.docx', 'application/zip'],
    ['pindaian.tif', 'image/tiff'],
    ['pindaian.bmp', 'image/bmp'],
  ] as const
).map(([name, mediaType], at) => ({ ...scan(at + 1, name), mediaType }));

/** Notes at their limits: of length, and of what the window shows. */
export const fullNoteScreens: readonly Screen[] = [
  {
    name: 'notes-files-not-shown',
    path: '/notes',
    answers: { 'notes.get': { ...note, content: contentOf('Berkas dari ponsel.'), attachments: files } },
    steps: async (hand) => {
      await open(hand);
      const listed = hand.page.getByRole('list', { name: hand.t('common.attachments') }).getByRole('listitem');
      const said = ['heic', 'otherPicture', 'other'] as const;
      for (const [at, kind] of said.entries()) {
        await expect(listed.nth(at).getByRole('note')).toHaveText(hand.t(`viewer.notShown.${kind}`));
      }
      await expect(hand.page.getByRole('note')).toHaveCount(said.length);
      await listed.last().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'notes-file-heic',
    path: '/notes',
    answers: { 'notes.get': { ...note, content: contentOf('Foto dari ponsel.'), attachments: files.slice(0, 1) } },
    steps: async (hand) => {
      await open(hand);
      const { page, t } = hand;
      await page.getByRole('button', { name: t('common.viewNamed', { name: 'foto.heic' }) }).click();
      await expect(page.getByRole('dialog').getByText(t('viewer.notShown.heic'))).toBeVisible();
    },
    opens: ['ui/viewer/FileView.tsx'],
  },
  {
    name: 'notes-nearly-full',
    path: '/notes',
    answers: { 'notes.get': { ...note, content: contentOf('a '.repeat(nearlyFull / 2)), attachments: [] } },
    steps: async (hand) => {
      const { page, t } = hand;
      // What is said below the text is looked at: to lay out millions of letters takes a minute.
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('.tiptap > p { content-visibility: hidden; }');
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      });
      await open(hand);
      const number = (count: number) => count.toLocaleString('id');
      const told = t('notes.nearlyFull', { length: number(nearlyFull), most: number(maxVisible) });
      await page.getByRole('status').getByText(told).scrollIntoViewIfNeeded();
    },
  },
];
