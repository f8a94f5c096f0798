import { firstCorrectionDays, type Settings, settingsSchema } from '@shared/contract/settings.ts';
import { burdensomeKinds } from '@shared/domain/case/content/follow-up.ts';
import { defaultNumbering, invalidTemplates } from '@shared/domain/documents/numbering.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { RecordsReader } from '../db/handles.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { defaultIdleMinutes } from '../rpc/idle-clock.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { institutionSchema } from '../vault/identity.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readSetting, writeSetting } from './setting-rows.ts';

/** Settings before anything is set. */
export const defaultSettings = (institution: string): Settings => ({
  institution: { name: institution, address: '', city: '', contact: '' },
  numbering: defaultNumbering,
  defaultClassification: 'secret',
  idleMinutes: defaultIdleMinutes,
  reminderDays: 14,
  correctionDays: firstCorrectionDays,
  personnelHead: null,
  authorisedOfficial: null,
  assessorSuperior: null,
  customFollowUps: [],
  burdensomeFollowUps: [...burdensomeKinds],
  objectionWay: '',
  conductList: 'berakhlak',
  caseFilters: [],
});

/** Settings in force. */
export const getSettings = (tx: RecordsReader): Settings =>
  readSetting(tx, 'settings', settingsSchema) ??
  defaultSettings(readSetting(tx, 'institution', institutionSchema)?.name ?? '');

/** Replaces the settings as a whole. */
export const setSettings = (
  work: Workspace,
  next: Settings,
): Result<Record<string, never>, AppError<'numberTemplateInvalid' | StorageErrorCode>> => {
  if (invalidTemplates(next.numbering).length > 0) return fail('numberTemplateInvalid');
  return transactRecords(work.records, (tx) => {
    writeSetting(tx, 'settings', next);
    writeSetting(tx, 'institution', { name: next.institution.name });
    appendAudit(work, tx, { kind: 'settingsChanged', subject: '' });
    return ok({});
  });
};
