import type { Archive, ArchivedFile } from '@shared/domain/documents/office/facts.ts';
import type { ErasedGuidance } from '@shared/domain/retention/erasure.ts';
import { inactiveDay, type RetentionKind } from '@shared/domain/retention/schedule.ts';
import { toLocalDay } from '@shared/kernel/date.ts';
import { listFiles } from '../case/list-cases.ts';
import { todayOf, type Unlocked } from '../vault/unlocked.ts';
import { endedGuidance } from './ended-records.ts';
import { attachmentsByCase, endedFiles } from './files.ts';
import { readRetention } from './setting.ts';

// What lists of the archive name: by numbers and days, never by name.

const holdingOf = ({ work }: Unlocked): Archive['holding'] => readRetention(work.records).holding ?? 'archive';

/** The guidance that has ended, as papers name it. */
const guidanceOf = (unlocked: Unlocked): readonly ErasedGuidance[] =>
  endedGuidance(unlocked).map(({ view: { guidanceId, from, to, records, attachments } }) => ({
    ...{ guidanceId, from, to },
    ...{ records, attachments },
  }));

/** Files that go on, by number and days. */
const ongoingFiles = ({ work }: Unlocked): readonly ArchivedFile[] => {
  const attachments = attachmentsByCase(work.records);
  return listFiles(work).flatMap(({ summary: { caseId, listNumber, lastActAt }, ended, begunOn, acts }) =>
    ended !== null
      ? []
      : [
          {
            ...{
              caseId,
              kind: 'ongoing' as const,
              listNumber,
              from: begunOn,
              to: toLocalDay(Date.parse(lastActAt)),
              acts,
            },
            attachments: attachments.get(caseId) ?? 0,
          },
        ],
  );
};

const named = ({ file }: ReturnType<typeof endedFiles>[number]): ArchivedFile => {
  const { caseId, kind, listNumber, from, to, acts, attachments } = file;
  return { caseId, kind, listNumber, from, to, acts, attachments };
};

/** Every file of the vault, those that go on first, and guidance that has ended. */
export const allOfArchive = (unlocked: Unlocked): Archive => ({
  holding: holdingOf(unlocked),
  files: [...ongoingFiles(unlocked), ...endedFiles(unlocked).map(named)],
  guidance: guidanceOf(unlocked),
  learning: [],
});

/** What has ended and whose active years are over, but for what is frozen: it stays at hand. */
export const inactiveOfArchive = (unlocked: Unlocked): Archive => {
  const { schedule } = readRetention(unlocked.work.records);
  const today = todayOf(unlocked);
  const isInactive = (kind: RetentionKind, endedOn: string): boolean => {
    const from = inactiveDay(endedOn, schedule[kind]);
    return from !== null && from <= today;
  };
  const frozen = new Set(endedGuidance(unlocked).flatMap(({ view }) => (view.frozen === null ? [] : view.guidanceId)));
  return {
    holding: holdingOf(unlocked),
    files: endedFiles(unlocked)
      .filter(({ file }) => file.frozen === null && isInactive(file.kind, file.to))
      .map(named),
    guidance: guidanceOf(unlocked).filter(
      ({ guidanceId, to }) => !frozen.has(guidanceId) && isInactive('guidance', to),
    ),
    learning: [],
  };
};
