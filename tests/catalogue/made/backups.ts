/** No place for backups was chosen, and none was made. */
export const noBackups = {
  place: null,
  declined: false,
  megabytes: null,
  kept: [],
  lastAt: null,
  failed: null,
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
