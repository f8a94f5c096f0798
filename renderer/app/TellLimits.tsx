import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type Room, roomFor } from '../lib/field-limit.ts';
import { formatNumber, useFormat } from '../lib/format.ts';
import { useNotice } from '../ui/notice.ts';

type TextField = HTMLInputElement | HTMLTextAreaElement;

const isLimited = (target: EventTarget | null): target is TextField =>
  (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.maxLength >= 0;

const nameOf = (field: TextField): string =>
  (field.labels?.[0]?.textContent ?? field.getAttribute('aria-label') ?? '').replace(/\s*\*$/, '');

/** What an event is about to put into a field. */
const addedBy = (event: InputEvent): string => {
  if (!event.inputType.startsWith('insert')) return '';
  const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
  return event.inputType === 'insertLineBreak' ? '\n' : text.replace(/\r\n?/g, '\n');
};

const roomIn = (field: TextField, event: InputEvent): Room => {
  const selected = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0);
  return roomFor({ length: field.value.length, selected, added: addedBy(event).length, max: field.maxLength });
};

/**
 * Says how much room is left in any field of the window before it is full. A text that does not fit is not put in at
 * all and said so: a browser would cut it without a word.
 */
export const TellLimits = () => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { language } = useFormat();
  useEffect(() => {
    /** The field that was said to be full; it is said once while somebody is in it. */
    let told: TextField | null = null;
    const count = (characters: number): string => formatNumber(characters, language);
    const textOf = (room: Exclude<Room, { code: 'fits' }>, field: TextField): string => {
      const said = { field: nameOf(field), max: count(field.maxLength) };
      if (room.code === 'near') return t('limit.near', { ...said, left: count(room.left) });
      return room.code === 'full' ? t('limit.full', said) : t('limit.over', { ...said, length: count(room.length) });
    };
    const look = (event: InputEvent): void => {
      const { target: field } = event;
      if (!isLimited(field)) return;
      const room = roomIn(field, event);
      if (room.code === 'over') event.preventDefault();
      if (room.code === 'fits' || (room.code === 'full' && told === field)) return;
      if (room.code === 'full') told = field;
      notice(textOf(room, field));
    };
    const forget = (): void => {
      told = null;
    };
    document.addEventListener('beforeinput', look, { capture: true });
    document.addEventListener('focusin', forget);
    return () => {
      document.removeEventListener('beforeinput', look, { capture: true });
      document.removeEventListener('focusin', forget);
    };
  }, [t, notice, language]);
  return null;
};
