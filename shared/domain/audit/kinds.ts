/** Which of a vault's two chains a kind stands in. `both`: in the chain of the database that holds its subject. */
export type AuditStore = 'records' | 'notes';

/** What the identifier of an entry names. */
export type AuditSubject =
  | 'none'
  | 'vault'
  /** Number of the set of key files. */
  | 'generation'
  /** A code of `lockReasons`. */
  | 'lockReason'
  | 'case'
  /** SHA-256 of the act's header. */
  | 'act'
  | 'person'
  | 'attachment'
  | 'document'
  /** Kind of a form or paper that is not kept. */
  | 'form'
  | 'note'
  | 'package'
  /** A draft that came for signature. */
  | 'draft'
  | 'directory'
  /** Entry of the directory. */
  | 'entry'
  /** Ed25519 public key, hexadecimal. */
  | 'key'
  | 'invitation'
  /** File of guidance. */
  | 'guidance'
  /** SHA-256 of a record of guidance. */
  | 'guidanceRecord'
  | 'coach'
  /** Learning record. */
  | 'learning'
  /** Year of learning records. */
  | 'learningYear'
  /** Number of a version of the conversion table. */
  | 'version'
  | 'standard'
  /** A code of `clockReasons`. */
  | 'clockReason'
  /** Code of an element of the programme. */
  | 'programmeElement'
  | 'epoch'
  /** Erasure of files, from proposal to berita acara. */
  | 'erasure';

/** How a person looks for kinds: read, worked on, left the vault, came in, whom one trusts, the vault itself. */
export const auditGroups = ['seen', 'work', 'out', 'in', 'trust', 'vault'] as const;
export type AuditGroup = (typeof auditGroups)[number];

interface AuditKindRow {
  readonly store: AuditStore | 'both';
  readonly subject: AuditSubject;
  readonly group: AuditGroup;
}

/**
 * Everything that is recorded in the audit trail. An entry says what happened and to which identifier, never
 * a name or text. Refused acts are not recorded; a wrong passphrase is. Texts are in i18n
 * under `audit.<kind>`.
 */
export const auditKinds = {
  vaultCreated: { store: 'both', subject: 'vault', group: 'vault' },
  vaultOpened: { store: 'records', subject: 'none', group: 'vault' },
  vaultLocked: { store: 'records', subject: 'lockReason', group: 'vault' },
  vaultRecovered: { store: 'records', subject: 'generation', group: 'vault' },
  passphraseChanged: { store: 'records', subject: 'generation', group: 'vault' },
  keyRotationBegun: { store: 'records', subject: 'generation', group: 'vault' },
  keysRotated: { store: 'records', subject: 'generation', group: 'vault' },
  keyRotationUndone: { store: 'records', subject: 'generation', group: 'vault' },
  keyRotationHalved: { store: 'records', subject: 'generation', group: 'vault' },
  identityKeysMade: { store: 'records', subject: 'generation', group: 'vault' },
  identityReplaced: { store: 'records', subject: 'key', group: 'vault' },
  recoverySheetMade: { store: 'records', subject: 'generation', group: 'vault' },
  passphraseRefused: { store: 'records', subject: 'none', group: 'vault' },
  keyFilesMended: { store: 'records', subject: 'generation', group: 'vault' },
  integrityAccepted: { store: 'records', subject: 'none', group: 'vault' },
  vaultRestored: { store: 'records', subject: 'epoch', group: 'vault' },
  backupMade: { store: 'records', subject: 'none', group: 'vault' },
  backupsThinned: { store: 'records', subject: 'none', group: 'vault' },
  notesBackupMade: { store: 'records', subject: 'none', group: 'vault' },
  backupNotesSet: { store: 'records', subject: 'none', group: 'vault' },
  notesLeftOut: { store: 'notes', subject: 'none', group: 'vault' },
  missingNotesSettled: { store: 'notes', subject: 'none', group: 'vault' },
  noteTakenBack: { store: 'notes', subject: 'note', group: 'vault' },
  backupPlaceSet: { store: 'records', subject: 'none', group: 'vault' },
  backupSpaceSet: { store: 'records', subject: 'none', group: 'vault' },
  backupsDeclined: { store: 'records', subject: 'none', group: 'vault' },
  retentionSet: { store: 'records', subject: 'none', group: 'work' },
  fileFrozen: { store: 'records', subject: 'case', group: 'work' },
  fileUnfrozen: { store: 'records', subject: 'case', group: 'work' },
  erasureProposed: { store: 'records', subject: 'erasure', group: 'work' },
  erasureApproved: { store: 'records', subject: 'erasure', group: 'work' },
  erasureWithdrawn: { store: 'records', subject: 'erasure', group: 'work' },
  erasureDone: { store: 'records', subject: 'erasure', group: 'work' },
  fileKept: { store: 'records', subject: 'case', group: 'work' },
  fileKeptUndone: { store: 'records', subject: 'case', group: 'work' },
  fileErased: { store: 'records', subject: 'case', group: 'work' },
  guidanceFrozen: { store: 'records', subject: 'guidance', group: 'work' },
  guidanceUnfrozen: { store: 'records', subject: 'guidance', group: 'work' },
  guidanceErased: { store: 'records', subject: 'guidance', group: 'work' },
  learningFrozen: { store: 'records', subject: 'learningYear', group: 'work' },
  learningUnfrozen: { store: 'records', subject: 'learningYear', group: 'work' },
  learningErased: { store: 'records', subject: 'learningYear', group: 'work' },
  copyErased: { store: 'records', subject: 'act', group: 'work' },
  copyTakenAgain: { store: 'records', subject: 'act', group: 'work' },
  olderBackupsDeleted: { store: 'records', subject: 'none', group: 'vault' },
  settingsChanged: { store: 'records', subject: 'none', group: 'vault' },
  profileChanged: { store: 'records', subject: 'person', group: 'vault' },
  clockJumped: { store: 'records', subject: 'none', group: 'vault' },
  clockReturned: { store: 'records', subject: 'none', group: 'vault' },
  clockStated: { store: 'records', subject: 'clockReason', group: 'vault' },

  caseViewed: { store: 'records', subject: 'case', group: 'seen' },
  attachmentViewed: { store: 'both', subject: 'attachment', group: 'seen' },
  documentViewed: { store: 'records', subject: 'document', group: 'seen' },
  noteViewed: { store: 'notes', subject: 'note', group: 'seen' },
  learningViewed: { store: 'records', subject: 'person', group: 'seen' },
  guidanceViewed: { store: 'records', subject: 'guidance', group: 'seen' },

  caseOpened: { store: 'records', subject: 'case', group: 'work' },
  actRecorded: { store: 'records', subject: 'act', group: 'work' },
  attachmentAdded: { store: 'both', subject: 'attachment', group: 'work' },
  attachmentDiscarded: { store: 'both', subject: 'attachment', group: 'work' },
  documentSigned: { store: 'records', subject: 'document', group: 'work' },
  identityAnswered: { store: 'records', subject: 'act', group: 'work' },
  personAdded: { store: 'records', subject: 'person', group: 'work' },
  personChanged: { store: 'records', subject: 'person', group: 'work' },
  personsAreOne: { store: 'records', subject: 'entry', group: 'trust' },
  personsAreTwo: { store: 'records', subject: 'entry', group: 'trust' },
  personsAnswerUndone: { store: 'records', subject: 'entry', group: 'trust' },
  personArchived: { store: 'records', subject: 'person', group: 'work' },
  personRestored: { store: 'records', subject: 'person', group: 'work' },
  noteAdded: { store: 'notes', subject: 'note', group: 'work' },
  noteChanged: { store: 'notes', subject: 'note', group: 'work' },
  noteErased: { store: 'notes', subject: 'note', group: 'work' },
  notesDecided: { store: 'notes', subject: 'none', group: 'work' },
  guidanceOpened: { store: 'records', subject: 'guidance', group: 'work' },
  guidanceChanged: { store: 'records', subject: 'guidance', group: 'work' },
  guidanceRecordMade: { store: 'records', subject: 'guidanceRecord', group: 'work' },
  guidanceRecordSigned: { store: 'records', subject: 'guidanceRecord', group: 'work' },
  guidanceOriginalSigned: { store: 'records', subject: 'guidanceRecord', group: 'work' },
  guidanceRecordDiscarded: { store: 'records', subject: 'guidanceRecord', group: 'work' },
  guidancePaperAdded: { store: 'records', subject: 'guidanceRecord', group: 'work' },
  guidanceToCase: { store: 'records', subject: 'guidanceRecord', group: 'work' },
  coachSaved: { store: 'records', subject: 'coach', group: 'work' },
  learningAdded: { store: 'records', subject: 'learning', group: 'work' },
  learningChanged: { store: 'records', subject: 'learning', group: 'work' },
  learningWithdrawn: { store: 'records', subject: 'learning', group: 'work' },
  learningImported: { store: 'records', subject: 'none', group: 'in' },
  conversionPublished: { store: 'records', subject: 'version', group: 'work' },
  conversionWithdrawn: { store: 'records', subject: 'version', group: 'work' },
  standardSaved: { store: 'records', subject: 'standard', group: 'work' },
  competencesAssessed: { store: 'records', subject: 'person', group: 'work' },
  planSaved: { store: 'records', subject: 'person', group: 'work' },
  planEvaluated: { store: 'records', subject: 'person', group: 'work' },
  institutionPlanSaved: { store: 'records', subject: 'learningYear', group: 'work' },
  institutionPlanEvaluated: { store: 'records', subject: 'learningYear', group: 'work' },
  coachTrainingPlanned: { store: 'records', subject: 'coach', group: 'work' },
  benefitTallySet: { store: 'records', subject: 'none', group: 'work' },
  programmeElementSet: { store: 'records', subject: 'programmeElement', group: 'work' },

  attachmentExported: { store: 'both', subject: 'attachment', group: 'out' },
  documentExported: { store: 'records', subject: 'document', group: 'out' },
  documentPrinted: { store: 'records', subject: 'document', group: 'out' },
  formExported: { store: 'records', subject: 'form', group: 'out' },
  formPrinted: { store: 'records', subject: 'form', group: 'out' },
  personToldMade: { store: 'records', subject: 'person', group: 'out' },
  auditExported: { store: 'both', subject: 'none', group: 'out' },
  packageSealed: { store: 'records', subject: 'package', group: 'out' },
  erasureAskSealed: { store: 'records', subject: 'package', group: 'out' },
  receiptMade: { store: 'records', subject: 'package', group: 'out' },
  officeExported: { store: 'records', subject: 'directory', group: 'out' },
  directoryExported: { store: 'records', subject: 'directory', group: 'out' },
  invitationMade: { store: 'records', subject: 'invitation', group: 'out' },
  cardExported: { store: 'records', subject: 'none', group: 'out' },
  receivingIdentityExported: { store: 'records', subject: 'none', group: 'out' },
  calendarExported: { store: 'records', subject: 'none', group: 'out' },
  learningExported: { store: 'records', subject: 'form', group: 'out' },
  listExported: { store: 'records', subject: 'form', group: 'out' },
  namedListExported: { store: 'records', subject: 'form', group: 'out' },
  listPrinted: { store: 'records', subject: 'form', group: 'out' },
  namedListPrinted: { store: 'records', subject: 'form', group: 'out' },

  packageImported: { store: 'records', subject: 'package', group: 'in' },
  erasureAskCame: { store: 'records', subject: 'package', group: 'in' },
  packageHeldAccepted: { store: 'records', subject: 'package', group: 'in' },
  packageKept: { store: 'records', subject: 'package', group: 'in' },
  heldActTaken: { store: 'records', subject: 'act', group: 'in' },
  heldActSetAside: { store: 'records', subject: 'act', group: 'in' },
  fileSetAside: { store: 'records', subject: 'act', group: 'in' },
  packageRefused: { store: 'records', subject: 'package', group: 'in' },
  packageTold: { store: 'records', subject: 'package', group: 'trust' },
  packageAsked: { store: 'records', subject: 'package', group: 'in' },
  packageDecisionUndone: { store: 'records', subject: 'package', group: 'in' },
  actAsked: { store: 'records', subject: 'act', group: 'work' },
  actNoted: { store: 'records', subject: 'act', group: 'work' },
  actDecisionUndone: { store: 'records', subject: 'act', group: 'work' },
  keyListTaken: { store: 'records', subject: 'key', group: 'work' },
  keyListRefused: { store: 'records', subject: 'key', group: 'work' },
  keyListDecisionUndone: { store: 'records', subject: 'key', group: 'work' },
  echoInvented: { store: 'records', subject: 'package', group: 'in' },
  draftReceived: { store: 'records', subject: 'draft', group: 'in' },
  draftSettled: { store: 'records', subject: 'draft', group: 'in' },
  guidanceReceived: { store: 'records', subject: 'guidanceRecord', group: 'in' },

  directoryFounded: { store: 'records', subject: 'directory', group: 'trust' },
  directoryTrusted: { store: 'records', subject: 'directory', group: 'trust' },
  directoryTaken: { store: 'records', subject: 'directory', group: 'trust' },
  officePublished: { store: 'records', subject: 'directory', group: 'trust' },
  officeTaken: { store: 'records', subject: 'directory', group: 'trust' },
  officeSourceSet: { store: 'records', subject: 'none', group: 'vault' },
  memberCertified: { store: 'records', subject: 'entry', group: 'trust' },
  memberRolesSet: { store: 'records', subject: 'entry', group: 'trust' },
  keyRevoked: { store: 'records', subject: 'key', group: 'trust' },
  epochRenewed: { store: 'records', subject: 'epoch', group: 'trust' },
  receiverChosen: { store: 'records', subject: 'case', group: 'trust' },
} as const satisfies Readonly<Record<string, AuditKindRow>>;

export type AuditKind = keyof typeof auditKinds;

/** Kinds that stand in the chain of a store. */
export type AuditKindOf<S extends AuditStore> = {
  [K in AuditKind]: (typeof auditKinds)[K]['store'] extends S | 'both' ? K : never;
}[AuditKind];

/** All kinds, in the order of the table. */
export const auditKindNames = Object.keys(auditKinds) as [AuditKind, ...AuditKind[]];

/** True for a kind of the table. A later version may have written others. */
export const isAuditKind = (text: string): text is AuditKind => Object.hasOwn(auditKinds, text);

/** Kinds of a group that stand in a store. */
export const kindsOfGroup = (group: AuditGroup, store: AuditStore): AuditKind[] =>
  auditKindNames.filter((kind) => {
    const row: AuditKindRow = auditKinds[kind];
    return row.group === group && (row.store === store || row.store === 'both');
  });
