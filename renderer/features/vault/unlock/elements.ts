import { type Failure, failureNumber, failureText } from '../../../lib/failure-text.ts';
import type { LockTexts } from './texts.ts';

/** An element of lock.html by its id. Throws when it is not there: the page and this code belong together. */
export const part = <E extends HTMLElement = HTMLElement>(id: string): E => {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`no ${id}`);
  return element as E;
};

/** Makes an element with its class and content. */
export const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...content);
  return element;
};

/** Makes a button that acts. */
export const button = (className: string, text: string, act: () => void): HTMLButtonElement => {
  const made = make('button', className, text);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
};

/** A notice with a title and what it says; `role` as a screen reader shall hear it, empty for none. */
export const notice = (
  kind: 'calm' | 'warn',
  role: string,
  title: string,
  ...content: readonly (Node | string)[]
): HTMLElement => {
  const made = make('div', kind === 'calm' ? 'notice calm' : 'notice', make('h2', '', title), ...content);
  if (role !== '') {
    made.setAttribute('role', role);
    made.setAttribute('aria-label', title);
  }
  return made;
};

/** A failure in plain words: what happened and what to do, more, a second try where one helps, the code to quote. */
export const failureNotice = (
  texts: LockTexts,
  failure: Failure,
  more: readonly Node[] = [],
  retry: (() => void) | null = null,
): HTMLElement =>
  notice(
    'warn',
    'alert',
    texts.t('common.failed'),
    make('p', '', failureText(texts, failure)),
    ...more,
    make(
      'div',
      'row small',
      ...(retry === null ? [] : [button('plain', texts.t('common.retry'), retry)]),
      make('span', '', `${texts.t('common.errorNumber')} `, make('code', '', String(failureNumber(failure)))),
    ),
  );

/** Puts the page's texts where lock.html names them: `data-text` as content, `data-label` as accessible name. */
export const fillTexts = ({ t, language }: LockTexts): void => {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    element.textContent = t(element.dataset.text ?? '');
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-label]')) {
    element.setAttribute('aria-label', t(element.dataset.label ?? ''));
  }
};
