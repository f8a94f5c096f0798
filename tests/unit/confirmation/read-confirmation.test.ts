import { describe, expect, it } from 'vitest';
import { readings } from '../../../electron/backend/desk/readings/readings.ts';
import { readConfirmation } from '../../../renderer/app/confirm/read-confirmation.ts';
import { createLockTexts } from '../../../renderer/features/vault/unlock/texts.ts';
import { allTexts } from '../../../renderer/lib/texts-all.ts';
import type { ActToSign } from '../../../shared/contract/confirmation.ts';
import { contract } from '../../../shared/contract/index.ts';
import type { MethodMap } from '../../../shared/contract/method.ts';
import { actTable } from '../../../shared/domain/case/act-table.ts';
import { actTypes } from '../../../shared/domain/case/act-type.ts';
import { languages } from '../../../shared/i18n/index.ts';
import { contents } from '../../fixtures/case-steps.ts';
import { actSample, confirmationSample } from '../../fixtures/confirmation-samples.ts';

const said = (language: 'id' | 'en', change: Parameters<typeof confirmationSample>[1]): string => {
  const { t } = createLockTexts(allTexts, language);
  const { title, reason, answer, parts } = readConfirmation(confirmationSample(language, change), t);
  const words = parts.flatMap((part) => [
    part.title,
    ...part.lines,
    ...part.rows.flatMap(({ label, text }) => [label, text]),
    ...part.lists.flatMap((list) => [list.title, ...list.entries]),
  ]);
  return [title, reason, answer, ...words].join('\n');
};

/** Texts of people in a content: what is no code, no day and no number. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return /\s/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** Keys that no text was found for. */
const unread = (text: string): string[] =>
  text.match(/\b(acts|cases|common|confirm|directory|errors|exchange|guidance|roles|caseFields)(\.\w+)+/g) ?? [];

const paper = {
  medium: 'tte',
  documentNumber: 'R-1/2026',
  documentDate: '2026-04-22',
  remark: 'lembar kedua',
} as const;

describe.each(languages)('the window of confirmation in %s', (language) => {
  it.each(actTable.paperAnswered.aboutTypes)('says all of the paper (%s) for which somebody answers', (type) => {
    const about = { type, statedOn: '2026-05-01', content: contents[type] as ActToSign['content'] };
    const text = said(language, { acts: [actSample('paperAnswered', { about })] });
    expect(textsIn(contents[type]).filter((part) => !text.includes(part))).toEqual([]);
    expect(unread(text)).toEqual([]);
    const header = said(language, { acts: [actSample('paperAnswered', { about: { ...about, content: null } })] });
    expect(header).toContain(createLockTexts(allTexts, language).t('cases.timeline.headerOnly'));
  });

  it.each(actTypes)('says everything that %s says', (type) => {
    const decided = { type: 'followUpDecided', statedOn: '2026-05-01', content: null } as const;
    const about = type === 'actCorrected' ? { ...decided, type: 'reportReturned' as const } : decided;
    const act = actSample(type, { about, paper, signedDocument: 'hasil pindai.pdf' });
    const text = said(language, { employee: 'Laras', acts: [act] });
    const lines = text.split(/\n/).map((line) => line.trim());
    const { t } = createLockTexts(allTexts, language);
    // Who receives it whole, who its header alone, and who nothing.
    for (const { role, form } of act.deliveries) {
      const words = { all: 'confirm.receivesAll', header: 'confirm.receivesHeader', nothing: '' }[form];
      const roleName = t(`roles.${role}`);
      const said = form === 'nothing' ? t('confirm.receivesNothing', { roles: roleName }) : `${roleName}: ${t(words)}`;
      expect(lines).toContain(said);
    }
    const wanted = [...textsIn(contents[type]), ...textsIn(act.files), act.author.name, act.institution, paper.remark];
    expect(wanted.filter((part) => !text.includes(part))).toEqual([]);
    expect(lines.filter((line) => line === '')).toEqual([]);
    for (const part of ['Laras', 'R-1/2026', 'hasil pindai.pdf']) expect(text).toContain(part);
    expect(unread(text)).toEqual([]);
  });

  it.each(Object.keys(readings))('has words for %s', (method) => {
    const kind = (contract as MethodMap)[method]?.needs.confirmation;
    expect(unread(said(language, { method, ...(kind === undefined ? {} : { kind }) }))).toEqual([]);
  });
});
