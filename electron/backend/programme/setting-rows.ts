import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { type ProgrammeElement, type ProgrammeSetting, programmeSetting } from '@shared/domain/programme/elements.ts';
import { desc, eq } from 'drizzle-orm';
import { findAttachmentRef } from '../attachments/attachment-ref.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { programmeAttachments, programmeSettings } from '../db/programme-schema.ts';

/** A setting of an element as it was saved, with its files. */
export interface SettingVersion {
  readonly revision: number;
  readonly setting: ProgrammeSetting;
  readonly attachments: AttachmentRef[];
  readonly savedAt: string;
}

type SettingRow = typeof programmeSettings.$inferSelect;

const toVersion = (tx: RecordsReader, { json, revision, savedAt }: SettingRow): SettingVersion => {
  const setting = programmeSetting.parse(json);
  const attachments = setting.attachmentIds.flatMap((id) => findAttachmentRef(tx, 'records', id) ?? []);
  return { revision, setting, attachments, savedAt };
};

/** The latest settings of an element, at most `limit`, the newest first. */
export const listSettings = (tx: RecordsReader, element: ProgrammeElement, limit: number): SettingVersion[] =>
  tx
    .select()
    .from(programmeSettings)
    .where(eq(programmeSettings.element, element))
    .orderBy(desc(programmeSettings.revision))
    .limit(limit)
    .all()
    .map((row) => toVersion(tx, row));

/** The present setting of an element. */
export const findSetting = (tx: RecordsReader, element: ProgrammeElement): SettingVersion | undefined =>
  listSettings(tx, element, 1)[0];

export interface NewSetting {
  readonly id: string;
  readonly element: ProgrammeElement;
  readonly revision: number;
  readonly setting: ProgrammeSetting;
  readonly at: string;
}

/** Adds a setting with its files. */
export const insertSetting = (tx: RecordsWriter, { id, element, revision, setting, at }: NewSetting): void => {
  tx.insert(programmeSettings).values({ id, element, revision, json: setting, savedAt: at }).run();
  for (const attachmentId of setting.attachmentIds)
    tx.insert(programmeAttachments).values({ settingId: id, attachmentId }).run();
};
