import { ownValue } from '@shared/kernel/own-value.ts';
import type { ContentOf } from '../case/body.ts';
import type { OnPaper } from '../form/field.ts';
import type { DocumentContext } from './context.ts';
import { knownContent } from './known-content.ts';
import type { Block } from './model.ts';
import { followUpTitles } from './official-titles.ts';
import { choices, field, table } from './parts.ts';

const scopes = {
  employee: 'Kemajuan kinerja Pegawai sendiri',
  team: 'Kemajuan kinerja tim',
  unit: 'Kemajuan kinerja unit kerja',
};

/** Behaviour compared with progress: a row for each scope while writing, the chosen ones once signed. */
export const comparisonsBlock = (
  context: DocumentContext,
  { label = '', lines = 1 }: OnPaper,
  value: unknown,
): Block => {
  const chosen = (value ?? []) as ContentOf<'reportSubmitted'>['comparisons'];
  const progressOf = (scope: string) => chosen.find((entry) => entry.scope === scope)?.progress;
  const rows = Object.entries(scopes)
    .map(([scope, label]) => [label, progressOf(scope)])
    .filter((row) => context.form !== 'signed' || row[1] !== undefined);
  const columns = [
    { label: 'Dibandingkan dengan', width: 32 },
    { label: 'Uraian kemajuan', width: 68 },
  ];
  return table(context, label, columns, rows, lines);
};

/** Core value and panduan perilaku by their Indonesian names. */
export const conductBlock = (context: DocumentContext, { label = '', lines = 1 }: OnPaper, value: unknown): Block => {
  const chosen = (value ?? []) as ContentOf<'reportSubmitted'>['conduct'];
  const nameOf = (code: string) => ownValue(context.labels, code) ?? code;
  const rows = chosen.map((entry) => [nameOf(entry.value), entry.conduct === null ? null : nameOf(entry.conduct)]);
  const columns = [
    { label: 'Nilai dasar', width: 32 },
    { label: 'Panduan perilaku', width: 68 },
  ];
  return table(context, label, columns, rows, lines);
};

/** The follow-up that a step is about: boxes of those that were decided on; a line where none is known. */
export const followUpItemBlock = (context: DocumentContext, { label = '' }: OnPaper, value: unknown): Block => {
  const { items = [] } = knownContent('followUpDecided', context.related.followUpDecided);
  if (items.length === 0) return field(context, label, null);
  const names = items.map(({ kind, reason }, index) => {
    const name = ownValue(followUpTitles, kind) ?? ownValue(context.labels, kind) ?? kind;
    return [String(index), `${name}: ${reason}`] as const;
  });
  return choices(label, Object.fromEntries(names), [typeof value === 'number' ? String(value) : undefined]);
};
