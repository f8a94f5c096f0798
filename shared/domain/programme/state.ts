import { type ProgrammeElement, type ProgrammeSetting, programmeElements } from './elements.ts';

/**
 * How far an element is (law: elementState). `missing`: nothing is written. `drafted`: written, but no document sets it
 * yet, or only from a later day. `set`: a document sets it from a day on. `outdated`: its last day has passed. The
 * order is that in which they ask for work.
 */
export const programmeStates = ['missing', 'outdated', 'drafted', 'set'] as const;
export type ProgrammeState = (typeof programmeStates)[number];

/** What a setting lacks, in the order of the form. Codes of i18n under `programme.lack`. */
export const settingLacks = ['text', 'documentTitle', 'documentNumber', 'documentDate', 'since', 'unit'] as const;
export type SettingLack = (typeof settingLacks)[number];

const valuesOf = ({ text, document, since, unit }: ProgrammeSetting): Readonly<Record<SettingLack, string>> => ({
  text,
  documentTitle: document.title,
  documentNumber: document.number,
  documentDate: document.date,
  since,
  unit,
});

/** What is still open in a setting; of an element without one, everything. */
export const lacksOf = (setting: ProgrammeSetting | null): SettingLack[] => {
  if (setting === null) return [...settingLacks];
  const values = valuesOf(setting);
  return settingLacks.filter((lack) => values[lack] === '');
};

/**
 * The state of an element on a day (`YYYY-MM-DD`). A responsible unit that is not named is open, yet sets nothing back.
 */
export const stateOf = (setting: ProgrammeSetting | null, today: string): ProgrammeState => {
  if (setting === null || setting.text === '') return 'missing';
  if (setting.until !== '' && setting.until < today) return 'outdated';
  const isOpen = lacksOf(setting).some((lack) => lack !== 'unit');
  return isOpen || setting.since > today ? 'drafted' : 'set';
};

/** True when the days contradict each other: it would end before it begins. */
export const endsBeforeItBegins = ({ since, until }: Pick<ProgrammeSetting, 'since' | 'until'>): boolean =>
  since !== '' && until !== '' && until < since;

/** An element with its setting and its state. */
export interface ElementStanding {
  readonly element: ProgrammeElement;
  readonly state: ProgrammeState;
}

/**
 * All elements, those that ask for work first: missing, outdated, drafted, set; within a state in the order of the
 * table.
 */
export const standingsOf = (
  settings: { readonly [E in ProgrammeElement]?: ProgrammeSetting | null },
  today: string,
): ElementStanding[] => {
  const standings = programmeElements.map((element) => ({ element, state: stateOf(settings[element] ?? null, today) }));
  return programmeStates.flatMap((state) => standings.filter((standing) => standing.state === state));
};
