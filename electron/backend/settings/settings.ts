import { firstCorrectionDays, type Settings, settingsSchema } from '@shared/contract/settings.ts';
import { burdensomeKinds } from '@shared/domain/case/content/follow-up.ts';
import { defaultNumbering, invalidTemplates } from '@shared/domain/documents/numbering.ts';
import { defaultPlaceholders } from '@shared/domain/documents/placeholders.ts';
import { type OfficeProfile, officialFor } from '@shared/domain/office/profile.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { RecordsReader } from '../db/handles.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { defaultIdleMinutes } from '../rpc/idle-clock.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { institutionSchema } from '../vault/identity.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { countingProfile } from './office-profile.ts';
import { readSetting, writeSetting } from './setting-rows.ts';

/** Settings before anything is set. */
export const defaultSettings = (institution: string): Settings => ({
  institution: { name: institution, address: '', city: '', contact: '' },
  numbering: defaultNumbering,
  placeholders: defaultPlaceholders,
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

/** Settings as they were typed in this vault. */
export const ownSettings = (tx: RecordsReader): Settings =>
  readSetting(tx, 'settings', settingsSchema) ??
  defaultSettings(readSetting(tx, 'institution', institutionSchema)?.name ?? '');

/** What the profile of an institution says instead of what was typed; whom it does not name stays as typed. */
const withProfile = (own: Settings, profile: OfficeProfile): Settings => {
  const { institution: name, address, town: city, contact, numbering } = profile;
  return {
    ...own,
    institution: { name, address, city, contact },
    numbering,
    personnelHead: officialFor(profile, 'personnelHead') ?? own.personnelHead,
    authorisedOfficial: officialFor(profile, 'authorisedOfficial') ?? own.authorisedOfficial,
    assessorSuperior: officialFor(profile, 'assessorSuperior') ?? own.assessorSuperior,
  };
};

/** Settings in force: as typed, and of the institution what its profile says, where that counts. */
export const getSettings = (tx: RecordsReader): Settings => {
  const profile = countingProfile(tx);
  return profile === null ? ownSettings(tx) : withProfile(ownSettings(tx), profile);
};

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
