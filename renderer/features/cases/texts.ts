import { isPrintable, printableTitle } from '@shared/domain/documents/printable.ts';
import type { i18n } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Names of what the acts table knows, in the language of the moment. */
export interface CaseTexts {
  readonly t: (key: string, values?: Record<string, unknown>) => string;
  /** The same in Indonesian whatever the language of the window: for what is to stand on paper. */
  readonly paperText: (key: string, values?: Record<string, unknown>) => string;
  readonly actName: (type: string) => string;
  /** Name of an act as something to do; its own name where that says it. */
  readonly dueName: (type: string) => string;
  readonly phaseName: (phase: string) => string;
  readonly roleName: (role: string) => string;
  readonly roleNames: (roles: readonly string[]) => string;
  readonly ruleText: (rule: string) => string;
  /** Why an act is not possible, or what to look at. */
  readonly obstacleText: (code: string) => string;
  /** Title of a paper; Indonesian, as on the paper itself. */
  readonly documentName: (kind: string) => string;
  /** What is wrong with a field. */
  readonly issueText: (code: string) => string;
}

const caseTexts = (texts: i18n): CaseTexts => {
  const t: CaseTexts['t'] = (key, values) => texts.t(key, values ?? {});
  const firstOf = (keys: readonly string[], fallback: string): string => {
    const known = keys.find((key) => texts.exists(key));
    return known === undefined ? fallback : t(known);
  };
  const roleName = (role: string): string => firstOf([`roles.${role}`], role);
  return {
    t,
    paperText: (key, values) => texts.getFixedT('id')(key, values ?? {}),
    actName: (type) => firstOf([`acts.${type}`], type),
    dueName: (type) => firstOf([`actsDue.${type}`, `acts.${type}`], type),
    phaseName: (phase) => firstOf([`phases.${phase}`], phase),
    roleName,
    roleNames: (roles) => roles.map(roleName).join(', '),
    ruleText: (rule) => firstOf([`rules.${rule}`], rule),
    obstacleText: (code) => firstOf([`errors.${code}`], code),
    documentName: (kind) => (isPrintable(kind) ? printableTitle(kind) : kind),
    issueText: (code) => firstOf([`fieldIssue.${code}`, `errors.${code}`], t('fieldIssue.invalid')),
  };
};

/**
 * Gives the names of act types, phases, roles, rules, obstacles and papers; the same object until the language changes.
 */
export const useCaseTexts = (): CaseTexts => {
  const { i18n: texts } = useTranslation();
  const { language } = texts;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts change with the language
  return useMemo(() => caseTexts(texts), [texts, language]);
};
