import type { Language, TextTree } from '@shared/i18n/index.ts';
import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';

/** Texts by language, as a page bundles them. */
export type Texts = Readonly<Record<Language, TextTree>>;

/** Starts the texts of a page. Keys are dotted paths in one namespace; values are not escaped (React does that). */
export const startI18n = (texts: Texts, language: Language): i18n => {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'id',
    resources: { id: { translation: texts.id }, en: { translation: texts.en } },
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  });
  document.documentElement.lang = language;
  return instance;
};
