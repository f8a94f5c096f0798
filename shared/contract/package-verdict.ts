/** What a person should know of a package though nothing holds it. */
export const packageNotices = [
  'arrivedLate',
  'counterGap',
  'newEpoch',
  'directoryUpdated',
  'profileUpdated',
  'rolledBack',
  'echoInvented',
  'erasureNotShared',
  'copyLeftOut',
  'originalOlder',
] as const;
