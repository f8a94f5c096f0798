/** Codes of why a file of a certificate (PKCS #12) signs nothing. */
export const certificateFaults = [
  'certificateFileTooLarge',
  'certificateFileInvalid',
  'certificateFileUnknown',
  'certificatePassphraseWrong',
  'certificateWithoutKey',
  'certificateKeysSeveral',
  'certificateNotInFile',
  'certificateKeyUnfit',
  'certificateKeyWeak',
  'certificateExpired',
  'certificateNotYetValid',
] as const;
export type CertificateFault = (typeof certificateFaults)[number];
