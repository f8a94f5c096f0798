import type { ActToSign, Confirmation, Fact, FactLine } from '@shared/contract/confirmation.ts';
import { guidanceTitles } from '@shared/domain/documents/guidance/titles.ts';
import type { GuidanceRecord } from '@shared/domain/guidance/record.ts';
import { fieldsOfRecord } from '@shared/domain/guidance/record-fields.ts';
import { withoutHiddenSigns, withoutTurningSigns } from '@shared/kernel/hidden-signs.ts';
import { conductName } from '../../features/cases/conduct-names.ts';
import { nameAndOffice, type SummaryTools, summarise } from '../../features/cases/view/act-summary.ts';
import { splitReceivers } from '../../features/cases/view/receivers.ts';
import { formatDate, formatDateTime, formatNumber } from '../../lib/format.ts';
import { type FieldRow, personText, rowsOf } from '../../ui/form/reading.ts';

/** Looks up a text; a path without text answers itself. */
export type Translate = (path: string, values?: Readonly<Record<string, unknown>>) => string;

/** A part of what is confirmed, in words. */
export interface ReadPart {
  readonly title: string;
  /** Sentences below the title: who says it, what it is about, where it comes from. */
  readonly lines: readonly string[];
  readonly rows: readonly FieldRow[];
  /** Lists under a heading: files, who receives what, what to look at. */
  readonly lists: readonly { readonly title: string; readonly entries: readonly string[] }[];
}

/** What the window says, in the language of the moment. */
export interface ReadConfirmation {
  readonly title: string;
  /** What follows from it. */
  readonly reason: string;
  readonly parts: readonly ReadPart[];
  /** Name of the button that confirms. */
  readonly answer: string;
}

interface Tools {
  readonly t: Translate;
  readonly confirmation: Confirmation;
}

const filled = (parts: readonly string[]): readonly string[] => parts.filter((part) => part !== '');

const dayOf = ({ confirmation }: Tools, text: string): string => formatDate(text, confirmation.language);

const followUpName = ({ t, confirmation }: Tools, code: string): string => {
  const own = confirmation.followUps.find((entry) => entry.code === code)?.label;
  return own ?? t(`cases.option.followUp.${code}`);
};

const summaryTools = (tools: Tools, { about }: ActToSign): SummaryTools => {
  const { language } = tools.confirmation;
  const items = about?.type === 'followUpDecided' ? about.content?.items : undefined;
  return {
    t: tools.t,
    formatDay: (day) => formatDate(day, language),
    formatNumber: (value) => formatNumber(value, language),
    followUpName: (code) => followUpName(tools, code),
    conductName,
    aboutType: about?.type ?? null,
    decisionItems: Array.isArray(items) ? items : [],
  };
};

const paperLine = (tools: Tools, { paper }: ActToSign): string => {
  if (paper === null) return '';
  const { t } = tools;
  return filled([
    t(`cases.timeline.enteredFrom.${paper.medium}`),
    paper.documentNumber === '' ? '' : t('cases.timeline.paperNumber', { number: paper.documentNumber }),
    paper.documentDate === '' ? '' : t('cases.timeline.paperDate', { date: dayOf(tools, paper.documentDate) }),
    paper.remark,
  ]).join(' · ');
};

const aboutLine = (tools: Tools, { type, about }: ActToSign): string => {
  if (about === null) return '';
  const values = { act: tools.t(`acts.${about.type}`), date: dayOf(tools, about.statedOn) };
  return tools.t(type === 'actCorrected' ? 'cases.timeline.corrects' : 'cases.timeline.aboutAct', values);
};

const receiverLines = ({ t }: Tools, { deliveries }: ActToSign): readonly string[] => {
  const { receivers, outside } = splitReceivers(deliveries);
  const texts = { all: t('confirm.receivesAll'), header: t('confirm.receivesHeader'), nothing: '' };
  const roles = outside.map((role) => t(`roles.${role}`)).join(', ');
  return [
    ...receivers.map(({ role, form }) => `${t(`roles.${role}`)}: ${texts[form]}`),
    ...(outside.length === 0 ? [] : [t('confirm.receivesNothing', { roles })]),
  ];
};

/** Who joins in a decision signs what it says. */
const joined = (tools: Tools, act: ActToSign): ReturnType<typeof summarise> => {
  const { type, about } = act;
  if (type !== 'followUpJoined' || about === null || about.content === null) return [];
  return summarise(about.type, about.content, summaryTools(tools, act));
};

/** Who answers for a paper in the own name, or settles its denial, signs about what it says. */
const answered = (tools: Tools, act: ActToSign): readonly ReadPart[] => {
  const { type, about } = act;
  if (type !== 'paperAnswered' || about === null) return [];
  const { t } = tools;
  const title = t('confirm.answered', { act: t(`acts.${about.type}`) });
  if (about.content === null) return [{ title, lines: [t('cases.timeline.headerOnly')], rows: [], lists: [] }];
  const rows = summarise(about.type, about.content, summaryTools(tools, { ...act, about: null }));
  return [{ title, lines: [], rows, lists: [] }];
};

/** That the clock was corrected, and to which time. */
const clockLine = ({ t, confirmation }: Tools, time: string | null): string =>
  time === null ? '' : t('clock.correctedTo', { time: formatDateTime(time, confirmation.language) });

const readAct = (tools: Tools, act: ActToSign): ReadPart => {
  const { t } = tools;
  const office = act.authorOffice === '' ? '' : t('cases.timeline.authorOffice', { office: act.authorOffice });
  return {
    title: t(`acts.${act.type}`),
    lines: filled([
      `${t(`roles.${act.capacity}`)}: ${filled([nameAndOffice(act.author), office]).join(' · ')}`,
      act.institution,
      tools.t('confirm.statedOn', { date: dayOf(tools, act.statedOn) }),
      clockLine(tools, act.clockCorrectedTo),
      aboutLine(tools, act),
      paperLine(tools, act),
    ]),
    rows: [...summarise(act.type, act.content, summaryTools(tools, act)), ...joined(tools, act)],
    lists: [
      { title: t('confirm.files'), entries: act.files.map(withoutHiddenSigns) },
      { title: t('confirm.signedDocument'), entries: filled([withoutHiddenSigns(act.signedDocument ?? '')]) },
      { title: t('confirm.receivers'), entries: receiverLines(tools, act) },
      { title: t('cases.form.warnings'), entries: act.warnings.map((code) => t(`errors.${code}`)) },
    ].filter(({ entries }) => entries.length > 0),
  };
};

const readRecord = (tools: Tools, record: GuidanceRecord): ReadPart => {
  const { t } = tools;
  const { language } = tools.confirmation;
  return {
    title: guidanceTitles[record.content.kind],
    lines: filled([
      record.topic,
      record.institution,
      record.period,
      clockLine(tools, tools.confirmation.clockCorrectedTo),
    ]),
    rows: [
      { label: t(`guidance.role.${record.guidance}.leader`), text: personText(record.leader) },
      {
        label: t(`guidance.role.${record.guidance}.participants`),
        text: record.participants.map(personText).join('\n'),
      },
      ...rowsOf(fieldsOfRecord(record.content.kind, record.content), record.content, {
        t,
        formatDay: (day) => formatDate(day, language),
        formatNumber: (value) => formatNumber(value, language),
      }),
    ],
    lists: [],
  };
};

/** A value of a text is itself, a text to look up (`$roles.assessor`) or a day (`$day.2026-01-05`). */
const fillIn = (tools: Tools, value: string | number): string => {
  const text = String(value);
  if (text.startsWith('$day.')) return dayOf(tools, text.slice(5));
  return text.startsWith('$') ? tools.t(text.slice(1)) : text;
};

const lineOf = (tools: Tools, line: FactLine): string => {
  if (typeof line === 'string') return withoutTurningSigns(line);
  const values = Object.entries(line.values ?? {}).map(([name, value]) => [name, fillIn(tools, value)]);
  return tools.t(line.key, Object.fromEntries(values));
};

const readFacts = (tools: Tools, facts: readonly Fact[]): readonly ReadPart[] => {
  const rows = facts.map(({ label, lines }) => ({
    label: tools.t(`confirm.fact.${label}`),
    text: lines.map((line) => lineOf(tools, line)).join('\n'),
  }));
  const { acts, record, clockCorrectedTo } = tools.confirmation;
  // Acts and a record say it themselves.
  const time = acts.length === 0 && record === null ? clockLine(tools, clockCorrectedTo) : '';
  return rows.length === 0 ? [] : [{ title: '', lines: filled([time]), rows, lists: [] }];
};

/** What is in none of the acts, whoever receives them. */
const outside = ({ t }: Tools): ReadPart => ({
  title: t('confirm.notInside'),
  lines: ['notInsideNotes', 'notInsideDrafts', 'notInsideOthers'].map((name) => t(`confirm.${name}`)),
  rows: [],
  lists: [],
});

/** Whether acts are all entered from paper: then they are recorded rather than signed as one's own word. */
const isFromPaper = ({ acts }: Confirmation): boolean => acts.length > 0 && acts.every(({ paper }) => paper !== null);

/** Says a confirmation in words. */
export const readConfirmation = (confirmation: Confirmation, t: Translate): ReadConfirmation => {
  const tools = { t, confirmation };
  const { acts, record, facts, employee, kind, method } = confirmation;
  const texts =
    kind === 'passphrase' ? `confirm.call.${method}` : `confirm.${isFromPaper(confirmation) ? 'paper' : 'sign'}`;
  return {
    title: employee === null ? t(`${texts}.title`) : `${t(`${texts}.title`)} · ${employee}`,
    reason: t(`${texts}.reason`),
    answer: t(kind === 'passphrase' ? 'common.continue' : `${texts}.answer`),
    parts: [
      ...acts.flatMap((act) => [readAct(tools, act), ...answered(tools, act)]),
      ...(acts.length === 0 ? [] : [outside(tools)]),
      ...(record === null ? [] : [readRecord(tools, record)]),
      ...readFacts(tools, facts),
    ],
  };
};
