import { join } from 'node:path';
import type { ActType } from '../../../../../shared/domain/case/act-type.ts';
import { textsOf } from '../../accessible/texts.ts';
import { actForm, actName } from '../../steps/case-steps.ts';
import { type Desk, note, packagesOf, type SealedStage } from './desk.ts';

const t = textsOf('id');

/** From the form of an act, filled: sends it to somebody who may sign it, and comes back to the case. */
export const sendDraft = async (
  stage: SealedStage,
  from: Desk,
  to: Desk,
  { type, whose, remark }: { readonly type: ActType; readonly whose: string; readonly remark: string },
): Promise<string> => {
  const { app, page } = from;
  const folder = await packagesOf(stage);
  await page.getByRole('button', { name: t('exchange.sendDraft'), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: t('exchange.sendDraftTitle', { act: actName(type) }) });
  await dialog.getByRole('radio', { name: to.person.name }).check();
  await dialog.getByRole('textbox', { name: t('exchange.draftRemark') }).fill(remark);
  await stage.look(page, 'draft-send');
  await app.setDialogs({ folder });
  await dialog.getByRole('button', { name: t('exchange.seal'), exact: true }).click();
  const saved = dialog.getByRole('list', { name: t('sealing.files') });
  await saved.waitFor();
  const [name = ''] = await saved.getByRole('listitem').allInnerTexts();
  await stage.look(page, 'draft-sent');
  note(stage, from, to, join(folder, name));
  await dialog
    .getByRole('button', { name: t('common.close'), exact: true })
    .last()
    .click();
  await dialog.waitFor({ state: 'detached' });
  await page
    .getByRole('navigation', { name: t('common.breadcrumbs') })
    .getByRole('button', { name: whose })
    .click();
  await page.getByRole('heading', { level: 1, name: whose }).waitFor();
  return join(folder, name);
};

/** From what was just received: opens the draft that waits for a signature. */
export const openReceivedDraft = async ({ page }: Pick<Desk, 'page'>, type: ActType): Promise<void> => {
  await page.getByRole('button', { name: t('exchange.openDraft'), exact: true }).click();
  await actForm(page, type);
};
