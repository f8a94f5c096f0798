import type { GuidanceSummary } from '@shared/contract/guidance.ts';
import { partyOf } from '@shared/domain/guidance/record.ts';
import { goalsOf } from '@shared/domain/guidance/working-file.ts';
import type { PersonInput } from '@shared/domain/identity/person.ts';
import { getProfile } from '../settings/profile.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type GuidanceRow, listGuidanceRows } from './guidance-rows.ts';
import { listRecords, type RecordRow } from './record-rows.ts';
import { type SoundRecord, soundRecord, waitsFor } from './record-state.ts';

/** Records by the file that they stand in. */
const byFile = (rows: readonly RecordRow[]): Map<string, RecordRow[]> => {
  const files = new Map<string, RecordRow[]>();
  for (const row of rows) files.set(row.guidanceId, [...(files.get(row.guidanceId) ?? []), row]);
  return files;
};

/** Who and what about: from the working papers, else from the latest record that came. */
const headOf = ({ file }: GuidanceRow, sound: readonly SoundRecord[]) => file ?? sound.at(-1)?.record ?? null;

/** Where a file stands. Its figures tell of people: they are 0 for a holder who is no party (law: notForRating). */
const figuresOf = ({ file }: GuidanceRow, holder: PersonInput | null) => {
  const told = file !== null && holder !== null && partyOf(file, holder) !== undefined ? file : null;
  const goals = told === null ? [] : goalsOf(told);
  return {
    status: file?.status ?? ('open' as const),
    sessionsHeld: told?.sessions.filter(({ state }) => state === 'held').length ?? 0,
    nextSession:
      file?.sessions
        .filter(({ state, date }) => state === 'planned' && date !== '')
        .map(({ date }) => date)
        .sort()[0] ?? '',
    goalsMet: goals.filter(({ state }) => state === 'met').length,
    goals: goals.length,
  };
};

const toSummary = (row: GuidanceRow, records: readonly RecordRow[], holder: PersonInput | null): GuidanceSummary => {
  const sound = records.flatMap((record) => soundRecord(record) ?? []);
  const head = headOf(row, sound);
  return {
    guidanceId: row.id,
    kind: row.kind,
    topic: head?.topic ?? '',
    leader: head?.leader.name ?? '',
    participants: head?.participants.map(({ name }) => name) ?? [],
    unit: head?.participants[0]?.unit ?? '',
    own: row.file !== null,
    ...figuresOf(row, holder),
    records: records.length,
    unsigned: sound.filter(({ complete }) => !complete).length,
    waitingForMe: holder === null ? 0 : sound.filter((record) => waitsFor(record, holder)).length,
    updatedAt: row.updatedAt,
  };
};

/** All files of guidance, the latest changed first. */
export const listGuidance = ({ records }: Pick<Workspace, 'records'>): GuidanceSummary[] => {
  const files = byFile(listRecords(records));
  const holder = getProfile(records).person;
  return listGuidanceRows(records).map((row) => toSummary(row, files.get(row.id) ?? [], holder));
};
