import type { Chosen } from '@shared/contract/confirmation.ts';
import { maxPassphrase } from '@shared/contract/fields.ts';
import { passphraseRule } from '@shared/domain/identity/passphrase.ts';
import { button, make } from '../../features/vault/unlock/elements.ts';
import type { ReadConfirmation, ReadPart, Translate } from './read-confirmation.ts';

/** What may be done in the window. */
export interface ConfirmActions {
  /** `null`: pressed, without a passphrase; nothing is chosen. */
  readonly answer: (passphrase: string | null, chosen: string | null) => void;
  readonly cancel: () => void;
}

export interface DrawnConfirmation {
  /** Whether a press on the answer is taken. */
  readonly take: (taken: boolean) => void;
  /** Tells that the answer did not do, and lets another one be given. */
  readonly refuse: (text: string) => void;
}

interface Shown {
  readonly read: ReadConfirmation;
  readonly word: string;
  readonly asksPassphrase: boolean;
  readonly chooses: Chosen | null;
}

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

interface SecretField {
  readonly input: HTMLInputElement;
  readonly box: HTMLElement;
}

const secretField = (id: string, label: string): SecretField => {
  const input = make('input', '');
  const given = { id, type: 'password', autocomplete: 'off', spellcheck: false, maxLength: maxPassphrase };
  Object.assign(input, given);
  const name = make('label', '', label);
  name.htmlFor = input.id;
  return { input, box: make('div', '', name, make('div', 'secret', input)) };
};

/** Lets a screen reader read a text with a field. */
const describe = (input: HTMLInputElement, text: HTMLElement, id: string): void => {
  text.id = id;
  input.setAttribute('aria-describedby', id);
};

/** What is typed: the passphrase, and the chosen one twice. */
interface Secrets {
  readonly fields: readonly SecretField[];
  /** What stands in them; a text where it cannot be answered yet. */
  readonly read: () => { readonly passphrase: string | null; readonly chosen: string | null } | string;
}

const secretsOf = ({ asksPassphrase, chooses }: Shown, t: Translate): Secrets => {
  if (!asksPassphrase) return { fields: [], read: () => ({ passphrase: null, chosen: null }) };
  const known = secretField('passphrase', t(chooses === 'vault' ? 'confirm.current' : 'common.passphrase'));
  if (chooses === null)
    return {
      fields: [known],
      read: () => (known.input.value === '' ? '' : { passphrase: known.input.value, chosen: null }),
    };
  const next = secretField('chosen', t(`confirm.chosen.${chooses}`));
  // One that a file has already: nothing to choose, and nothing to repeat.
  if (chooses === 'certificate')
    return {
      fields: [known, next],
      read: () => (known.input.value === '' ? '' : { passphrase: known.input.value, chosen: next.input.value || null }),
    };
  const again = secretField('again', t('confirm.chosenAgain'));
  const rule = make('p', 'small dimmed', t('confirm.chosenRule', { length: passphraseRule.minLength }));
  describe(next.input, rule, 'rule');
  next.box.append(rule);
  return {
    fields: [known, next, again],
    read: () => {
      if (known.input.value === '' || next.input.value === '') return '';
      if (next.input.value !== again.input.value) return t('confirm.chosenDiffer');
      return { passphrase: known.input.value, chosen: next.input.value };
    },
  };
};

/** Shows a confirmation in the element: the word above, what is confirmed, the answer below. */
export const drawConfirmation = (
  element: HTMLElement,
  shown: Shown,
  t: Translate,
  actions: ConfirmActions,
): DrawnConfirmation => {
  const { read } = shown;
  const secrets = secretsOf(shown, t);
  const [first] = secrets.fields;
  const problem = make('p', 'problem');
  problem.setAttribute('role', 'alert');
  const answer = make('button', 'primary', read.answer);
  const state = { taken: false, sent: false };
  // Not `disabled`: whoever stands on it by the keyboard stays there.
  const tell = (change: Partial<typeof state>): void => {
    Object.assign(state, change);
    answer.ariaDisabled = String(!state.taken || state.sent);
  };
  tell({});
  const reason = make('p', 'small', read.reason);
  // The first field is where one comes in: what it is for is read there too.
  if (first !== undefined && read.reason !== '') describe(first.input, reason, 'reason');
  const form = make(
    'form',
    '',
    ...(read.reason === '' ? [] : [reason]),
    ...secrets.fields.map(({ box }) => box),
    problem,
    make('div', 'row', button('plain', t('common.cancel'), actions.cancel), answer),
  );
  form.setAttribute('aria-label', read.title);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!event.isTrusted || !state.taken || state.sent) return;
    const typed = secrets.read();
    problem.textContent = typeof typed === 'string' ? typed : '';
    if (typeof typed === 'string') return;
    tell({ sent: true });
    actions.answer(typed.passphrase, typed.chosen);
    for (const { input } of secrets.fields) input.value = '';
  });
  const body = make('div', 'read', ...read.parts.map(drawPart));
  body.setAttribute('role', 'group');
  body.setAttribute('aria-label', read.title);
  const head = drawHead(shown, t);
  element.replaceChildren(head, body, form);
  (first?.input ?? head.querySelector('h1'))?.focus();
  return {
    take: (taken) => tell({ taken }),
    refuse: (text) => {
      problem.textContent = text;
      tell({ sent: false });
      first?.input.focus();
    },
  };
};
