import { button, failureNotice, fillTexts, make, notice, part } from './elements.ts';
import { chosenVault, type UnlockActions, type UnlockParts, type UnlockState } from './state.ts';
import type { LockTexts } from './texts.ts';
import { vaultChoice } from './vault-choice.ts';

const drawReason = ({ exists, t }: LockTexts, reason: string | null): void => {
  const element = part('reason');
  const path = `vault.reason.${reason}`;
  element.hidden = reason === null || !exists(path);
  if (!element.hidden) element.textContent = t(path);
};

const drawFooter = ({ language, t }: LockTexts, version: string): void => {
  part('version').textContent = t('vault.footer', { version });
  const switcher = part('language');
  switcher.lang = language === 'id' ? 'en' : 'id';
  switcher.textContent = t(language === 'id' ? 'app.languageEn' : 'app.languageId');
};

/** Asks before a vault is taken off the list; its files stay. */
const drawForgetting = (state: UnlockState, texts: LockTexts, actions: UnlockActions): void => {
  const vault = chosenVault(state);
  const asked = state.forgetting && vault !== null;
  const place = part('forgetting');
  part('links').hidden = asked;
  if (!asked) place.replaceChildren();
  else if (place.childElementCount === 0 || place.lang !== texts.language) {
    place.lang = texts.language;
    const keep = button('plain', texts.t('common.cancel'), actions.keep);
    const forget = button('primary compact', texts.t('vault.forget'), () => actions.forget(vault));
    const title = texts.t('vault.forgetTitle', { label: vault.label });
    const text = make('p', '', texts.t('vault.forgetText'));
    place.replaceChildren(notice('calm', 'alertdialog', title, text, make('div', 'row', forget, keep)));
    place.hidden = false;
    keep.focus();
  }
  place.hidden = !asked;
};

const drawForm = (state: UnlockState, texts: LockTexts, actions: UnlockActions): void => {
  const { list, busy, failure } = state;
  const vault = chosenVault(state);
  const vaults = list?.ok ? list.value.vaults : [];
  part('vaults').replaceChildren(...(vault === null ? [] : vaultChoice(vaults, vault, busy, texts, actions.choose)));
  part<HTMLInputElement>('passphrase').disabled = busy;
  part('submit').hidden = busy;
  part('working').hidden = !busy;
  part('working-text').textContent = busy ? texts.t('vault.unlocking') : '';
  const where = vault === null ? [] : [make('p', 'small dimmed', `${vault.label} · ${vault.location}`)];
  part('failure').replaceChildren(...(failure === null ? [] : [failureNotice(texts, failure, where)]));
};

/** Links that ask for a file or folder. */
const choosers: readonly string[] = ['restore', 'add', 'invited'];

const drawLinks = ({ list, busy, choosing, later }: UnlockState): void => {
  for (const name of ['recover', 'restore', 'forget', 'add', 'create', 'invited']) {
    const waits = list === null || later;
    part<HTMLButtonElement>(name).disabled = busy || waits || (choosers.includes(name) && choosing);
  }
};

const drawSide = ({ list, sideFailure }: UnlockState, texts: LockTexts, actions: UnlockActions): void => {
  const unlisted = list !== null && !list.ok ? [failureNotice(texts, list.error, [], actions.reload)] : [];
  const failed = sideFailure === null ? [] : [failureNotice(texts, sideFailure)];
  const place = part('side-failure');
  const isNew = place.childElementCount === 0;
  place.replaceChildren(...unlisted, ...failed);
  // It stands below the links, in a small window out of sight.
  if (isNew) place.lastElementChild?.scrollIntoView({ block: 'nearest' });
};

/** Shows a state of the page; the passphrase is not part of it and stays in its field. */
export const draw = (
  state: UnlockState,
  texts: LockTexts,
  actions: UnlockActions,
  { reason, version, knowsVaults }: UnlockParts,
): void => {
  fillTexts(texts);
  // A page that was drawn over this one has its own: "auto" is no colour to it, and leaves it without any.
  if (!state.later) document.documentElement.dataset.mantineColorScheme = state.preferences.colorScheme;
  // At the first start the words of welcome stand here until the whole page of welcome is drawn.
  const welcomes = state.list === null ? !knowsVaults : state.list.ok && state.list.value.vaults.length === 0;
  if (welcomes) part('title').textContent = texts.t('vault.welcome');
  part('intro').hidden = !welcomes;
  part('unlock').hidden = welcomes;
  if (!state.later) part('lock').hidden = false;
  drawReason(texts, reason);
  drawFooter(texts, version);
  drawForm(state, texts, actions);
  drawLinks(state);
  drawForgetting(state, texts, actions);
  drawSide(state, texts, actions);
};
