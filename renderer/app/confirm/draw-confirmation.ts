import { button, make } from '../../features/vault/unlock/elements.ts';
import type { ReadConfirmation, ReadPart, Translate } from './read-confirmation.ts';

/** What may be done in the window. */
export interface ConfirmActions {
  /** `null`: pressed, without a passphrase. */
  readonly answer: (passphrase: string | null) => void;
  readonly cancel: () => void;
}

export interface DrawnConfirmation {
  /** Tells that the answer did not do, and lets another one be given. */
  readonly refuse: (text: string) => void;
}

interface Shown {
  readonly read: ReadConfirmation;
  readonly word: string;
  readonly asksPassphrase: boolean;
}

/** How long a press is not taken yet: a second click that was meant for the page below must not confirm. */
const settleTime = 400;

const drawRows = (rows: ReadPart['rows']): HTMLElement[] =>
  rows.length === 0
    ? []
    : [make('dl', '', ...rows.flatMap(({ label, text }) => [make('dt', '', label), make('dd', '', text)]))];

const drawPart = ({ title, lines, rows, lists }: ReadPart): HTMLElement =>
  make(
    'section',
    '',
    ...(title === '' ? [] : [make('h2', '', title)]),
    ...lines.map((line) => make('p', 'small', line)),
    ...drawRows(rows),
    ...lists.flatMap((list) => [
      make('h3', '', list.title),
      make('ul', '', ...list.entries.map((entry) => make('li', '', entry))),
    ]),
  );

const drawHead = ({ read, word }: Shown, t: Translate): HTMLElement => {
  const title = make('h1', '', read.title);
  title.tabIndex = -1;
  return make(
    'header',
    '',
    title,
    make('p', 'small', `${t('confirm.word')} `, make('span', 'word', word)),
    make('p', 'small dimmed', t('confirm.wordHint')),
  );
};

const passphraseField = (t: Translate): { readonly input: HTMLInputElement; readonly box: HTMLElement } => {
  const input = make('input', '');
  Object.assign(input, { id: 'passphrase', type: 'password', autocomplete: 'off', spellcheck: false, maxLength: 1000 });
  const label = make('label', '', t('common.passphrase'));
  label.htmlFor = input.id;
  return { input, box: make('div', '', label, make('div', 'secret', input)) };
};

/** Shows a confirmation in the element: the word above, what is confirmed, the answer below. */
export const drawConfirmation = (
  element: HTMLElement,
  shown: Shown,
  t: Translate,
  actions: ConfirmActions,
): DrawnConfirmation => {
  const { read, asksPassphrase } = shown;
  const { input, box } = passphraseField(t);
  const problem = make('p', 'problem');
  problem.setAttribute('role', 'alert');
  const answer = make('button', 'primary', read.answer);
  answer.disabled = true;
  const form = make(
    'form',
    '',
    ...(read.reason === '' ? [] : [make('p', 'small', read.reason)]),
    ...(asksPassphrase ? [box] : []),
    problem,
    make('div', 'row', button('plain', t('common.cancel'), actions.cancel), answer),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (answer.disabled || (asksPassphrase && input.value === '')) return;
    answer.disabled = true;
    problem.textContent = '';
    actions.answer(asksPassphrase ? input.value : null);
    input.value = '';
  });
  const body = make('div', 'read', ...read.parts.map(drawPart));
  body.setAttribute('role', 'group');
  body.setAttribute('aria-label', read.title);
  const head = drawHead(shown, t);
  element.replaceChildren(head, body, form);
  setTimeout(() => {
    answer.disabled = false;
  }, settleTime);
  (asksPassphrase ? input : head.querySelector('h1'))?.focus();
  return {
    refuse: (text) => {
      problem.textContent = text;
      answer.disabled = false;
      input.focus();
    },
  };
};
