import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { NotesWriter, RecordsWriter } from '../../../electron/backend/db/handles.ts';
import type { appendAudit } from '../../../electron/backend/trail/audit-chain.ts';
import { lockReasons } from '../../../shared/contract/control.ts';
import {
  type AuditKindOf,
  auditGroups,
  auditKindNames,
  auditKinds,
  isAuditKind,
  kindsOfGroup,
} from '../../../shared/domain/audit/kinds.ts';
import { type TextTree, textPaths } from '../../../shared/i18n/index.ts';

const root = resolve(import.meta.dirname, '../../..');

const textsOf = (language: string): { readonly audit: TextTree; readonly auditTrail: Record<string, TextTree> } =>
  JSON.parse(readFileSync(join(root, 'shared/i18n', language, 'audit.json'), 'utf8'));

const sourcesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));

describe('kinds of audit entries', () => {
  test.each(['id', 'en'])('each has a text and each text a kind (%s)', (language) => {
    expect(textPaths(textsOf(language).audit).sort()).toEqual([...auditKindNames].sort());
  });

  test.each(['id', 'en'])('groups, reasons for a lock and breaks have texts (%s)', (language) => {
    const { groups, reasons, breaks } = textsOf(language).auditTrail;
    expect(Object.keys(groups ?? {}).sort()).toEqual(['all', ...auditGroups].sort());
    expect(Object.keys(reasons ?? {}).sort()).toEqual([...lockReasons].sort());
    expect(Object.keys(breaks ?? {}).sort()).toEqual(['hash', 'link', 'sequence']);
  });

  test('each is recorded somewhere', () => {
    const sources = sourcesBelow(join(root, 'electron/backend')).join('\n');
    expect(auditKindNames.filter((kind) => !sources.includes(`'${kind}'`))).toEqual([]);
  });

  test('groups part the kinds of each store', () => {
    for (const store of ['records', 'notes'] as const) {
      const grouped = auditGroups.flatMap((group) => kindsOfGroup(group, store));
      const own = auditKindNames.filter((kind) => [store, 'both'].includes(auditKinds[kind].store));
      expect(grouped.sort()).toEqual(own.sort());
    }
  });

  test('names of other things are no kinds', () => {
    for (const name of ['', 'toString', '__proto__', 'tested']) expect(isAuditKind(name)).toBe(false);
  });

  test('a database takes the kinds of its own chain alone', () => {
    expectTypeOf<'noteErased'>().toExtend<AuditKindOf<'notes'>>();
    expectTypeOf<'noteErased'>().not.toExtend<AuditKindOf<'records'>>();
    expectTypeOf<'caseViewed'>().not.toExtend<AuditKindOf<'notes'>>();
    expectTypeOf<'attachmentViewed'>().toExtend<AuditKindOf<'records'> & AuditKindOf<'notes'>>();
    type Append<Tx, Kind> = (
      deps: { clock: { now: () => number } },
      tx: Tx,
      event: { kind: Kind; subject: string },
    ) => void;
    expectTypeOf<typeof appendAudit>().toExtend<Append<RecordsWriter, 'caseViewed'>>();
    expectTypeOf<typeof appendAudit>().not.toExtend<Append<NotesWriter, 'caseViewed'>>();
    expectTypeOf<typeof appendAudit>().toExtend<Append<NotesWriter, 'noteErased'>>();
    expectTypeOf<typeof appendAudit>().not.toExtend<Append<RecordsWriter, 'noteErased'>>();
  });
});
