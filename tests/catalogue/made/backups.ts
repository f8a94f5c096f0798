/** No place for backups was chosen, and none was made. */
export const noBackups = {
  place: null,
  declined: false,
  megabytes: null,
  kept: [],
  lastAt: null,
  failed: null,
  notes: { choice: 'together' as const, place: null, lastAt: null, failed: null, missingSince: null },
  beforeErasure: { here: 0, away: 0 },
  underWay: null,
};

/** A check of the vault that found something in both databases. */
export const notWhole = {
  rowsAt: '2026-11-24T02:29:00.000Z',
  wholeAt: null,
  findings: [
    { file: 'records.db', code: 'rowsDiffer' },
    { file: 'notes.db', code: 'databaseBehind' },
  ],
  acceptable: true,
  step: null,
};

/** A backup without private notes was restored; they are backed up nowhere since. */
export const notesMissing = {
  ...noBackups,
  place: { location: '/media/ayu/Cadangan', isThere: true, warnings: [] },
  lastAt: '2026-11-23T02:15:00.000Z',
  notes: { ...noBackups.notes, choice: 'declined' as const, missingSince: '2026-11-12T02:15:00.000Z' },
};
