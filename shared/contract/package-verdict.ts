/** Why a package is held: nothing is stored, the file stays where it is. */
export const heldCodes = [
  'packageUnreadable',
  'packageNotForMe',
  'packageForOther',
  'packageDamaged',
  'packageTooLarge',
  'packageTampered',
  'partsIncomplete',
  'newerFormat',
  'noDirectory',
  'directoryFork',
  'signerUnknown',
  'signerRevoked',
  'packageDuplicate',
  'packageFork',
  'actNotCertified',
  'actFromFuture',
  'actKeyRevoked',
  'actRoleEnded',
  'actRefused',
  'actNotForMe',
  'attachmentMissing',
  'echoInvented',
  'personsAlike',
] as const;
export type HeldCode = (typeof heldCodes)[number];

/** What a person should know of a package though nothing holds it. */
export const packageNotices = [
  'arrivedLate',
  'counterGap',
  'newEpoch',
  'directoryUpdated',
  'rolledBack',
  'echoInvented',
] as const;
