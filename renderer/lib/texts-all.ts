import { mergeTexts, type TextTree } from '@shared/i18n/index.ts';
import type { Texts } from './i18n.ts';

const indonesian = import.meta.glob<TextTree>('../../shared/i18n/id/*.json', { eager: true, import: 'default' });
const english = import.meta.glob<TextTree>('../../shared/i18n/en/*.json', { eager: true, import: 'default' });

/** Texts of every area, for the page of the open vault. */
export const allTexts: Texts = {
  id: mergeTexts(Object.values(indonesian)),
  en: mergeTexts(Object.values(english)),
};
