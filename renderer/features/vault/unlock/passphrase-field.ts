import { part } from './elements.ts';

/** Tells below the field when Caps Lock is on, while the field has the focus. */
export const followCapsLock = (field: HTMLInputElement, text: () => string): void => {
  const hint = part('caps');
  const look = (event: KeyboardEvent): void => {
    hint.textContent = event.getModifierState('CapsLock') ? text() : '';
  };
  field.addEventListener('keydown', look);
  field.addEventListener('keyup', look);
  field.addEventListener('blur', () => {
    hint.textContent = '';
  });
};

/** Lets the eye beside the field show what is typed, and hide it again. */
export const revealOnDemand = (field: HTMLInputElement): void => {
  const eye = part('reveal');
  eye.addEventListener('click', () => {
    const shown = field.type === 'text';
    field.type = shown ? 'password' : 'text';
    eye.setAttribute('aria-pressed', String(!shown));
  });
};
