import { day, hash, id, natural } from '@shared/domain/fields.ts';
import { cardSchema } from '@shared/domain/identity/card.ts';
import { directoryLimits, revocationReasons } from '@shared/domain/identity/directory.ts';
import { personInput, roleSchema, someRoles } from '@shared/domain/identity/person.ts';
import { publicPersonSchema } from '@shared/domain/identity/public-person.ts';
import { replacementReasons } from '@shared/domain/identity/replacement.ts';
import { officeContents } from '@shared/domain/office/profile.ts';
import { z } from 'zod';
import { fileToken } from './fields.ts';
import { command, exportErrors, query } from './method.ts';

/** Ten words that two people compare by voice; made of a key. */
const words = z.array(z.string()).length(10);
const entryId = id;
const key = hash;
/** A role from a day to a day (both included); `to` null: until further notice. */
const roleSpan = z
  .strictObject({ role: roleSchema, from: day, to: day.nullable() })
  .refine(({ from, to }) => to === null || from <= to);
const roleSpans = z.array(roleSpan).min(1).max(directoryLimits.roles);

/** Why a signed file (card, directory, invitation) is not taken. */
export const signedFileErrors = ['unknownToken', 'fileUnreadable', 'signedFileInvalid', 'signedFileOtherKind'] as const;
/** Why a directory is not taken. */
export const directoryErrors = ['directoryOlder', 'directoryFork', 'directoryOtherRoot', 'noDirectory'] as const;

const directoryState = z.strictObject({
  institution: z.string(),
  serial: z.number().int(),
  issuedAt: z.string(),
  takenAt: z.string(),
  /** Words of the root key. */
  words,
  /** This vault publishes it. */
  own: z.boolean(),
  members: z.number().int(),
});

const member = z.strictObject({
  entryId,
  person: publicPersonSchema,
  roles: z.array(roleSpan),
  /** Roles that hold today. */
  currentRoles: z.array(roleSchema),
  keys: z.array(
    z.strictObject({
      key,
      keyFingerprint: z.string(),
      from: z.string(),
      revoked: z.strictObject({ at: z.string(), reason: z.enum(revocationReasons) }).nullable(),
    }),
  ),
  /** The holder of this vault. */
  self: z.boolean(),
});
export type DirectoryMember = z.infer<typeof member>;

/** What follows from who is in the directory: to whom one can send. */
const changedByMembers = ['directory', 'identity', 'exchange', 'guidance'] as const;
/** What follows from another root: whose profile counts. */
const changedByRoot = [...changedByMembers, 'office'] as const;
/** What follows from the holder's own roles, which a directory may add to: what waits, and what may be done. */
const changedByRoles = ['session', 'case', 'overview'] as const;

/** Cards, the signed directory, invitations: whom this vault knows, and by whose word. */
export const identityContract = {
  /** Who this vault is to others. */
  'identity.status': query({
    input: z.strictObject({}),
    output: z.strictObject({
      keyFingerprint: z.string(),
      words,
      directory: directoryState.nullable(),
      /**
       * Roles that the directory certifies for this vault's key today; null: it does not know the key, or revoked it.
       */
      certifiedRoles: z.array(roleSchema).nullable(),
      /** Roles claimed by the holder alone: good for paper work. */
      claimedRoles: z.array(roleSchema),
      /**
       * When and why the directory revoked this vault's key, and whether it has another one of the holder: as after a
       * restore from a backup of a former identity; null: it did not.
       */
      revoked: z.strictObject({ at: z.string(), reason: z.enum(revocationReasons), another: z.boolean() }).nullable(),
      /** The identity before this one: when and why it was given up, and how many acts it signed; null: none. */
      replaced: z.strictObject({ at: z.string(), reason: z.enum(replacementReasons), acts: natural }).nullable(),
    }),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  /** Saves this vault's identity card where the system's dialog says. */
  'identity.exportCard': command({
    input: z.strictObject({}),
    output: z.strictObject({ saved: z.boolean() }),
    errors: [...exportErrors],
    needs: { session: 'unlocked' },
    changes: [],
  }),
  /**
   * Saves the identities that open packages for this vault, for an auditor: an age identity file, encrypted by
   * the passphrase that is chosen in the window of confirmation, or bare.
   */
  'identity.exportReceiving': command({
    input: z.strictObject({ protection: z.enum(['passphrase', 'none']) }),
    output: z.strictObject({ saved: z.boolean() }),
    errors: ['weakPassphrase', ...exportErrors],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: [],
  }),
  'directory.members': query({
    input: z.strictObject({}),
    output: z.array(member),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  /**
   * Trusts the root of a directory and takes it in, after the ten words were compared. A change of trust: a root
   * that was trusted before (its publisher lost the vault, or handed over) no longer counts.
   */
  'directory.trust': command({
    input: z.strictObject({ fileToken, /** As read aloud and confirmed. */ words }),
    output: directoryState,
    errors: [...signedFileErrors, 'directoryOlder', 'directoryFork', 'wordsDiffer'],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: [...changedByRoot, ...changedByRoles, 'persons'],
  }),
  /** Takes in a newer serial of the trusted root. */
  'directory.update': command({
    input: z.strictObject({ fileToken }),
    output: directoryState,
    errors: [...signedFileErrors, ...directoryErrors],
    needs: { session: 'unlocked' },
    changes: [...changedByMembers, ...changedByRoles],
  }),
  /**
   * Begins a directory of which this vault is the root. With `takeOver` a member with a personnel role continues the
   * directory of another root that is trusted until now, with all its entries; its members then trust the new root.
   */
  'directory.found': command({
    input: z.strictObject({ roles: roleSpans, takeOver: z.boolean().default(false) }),
    output: directoryState,
    errors: ['directoryExists', 'roleMissing', 'clockDoubted'],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: [...changedByRoot, ...changedByRoles],
  }),
  /** Certifies the person of a card, after its ten words were compared; `entryId`: a new key for someone known. */
  'directory.certify': command({
    input: z.strictObject({
      fileToken,
      words,
      roles: roleSpans,
      entryId: entryId.nullable(),
      /** Why the person's former key no longer counts; null when there was none. */
      formerKey: z.enum(revocationReasons).nullable(),
    }),
    output: directoryState,
    errors: [
      ...signedFileErrors,
      'notPublisher',
      'clockDoubted',
      'wordsDiffer',
      'keyKnown',
      'unknownEntry',
      'formerKeyReasonMissing',
      'ownKey',
      'directoryFull',
    ],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    /** It may answer an invitation. */
    changes: [...changedByMembers, 'invitation', 'persons'],
  }),
  /** Changes roles and their times (a change of post). */
  'directory.setRoles': command({
    input: z.strictObject({ entryId, roles: z.array(roleSpan).max(directoryLimits.roles) }),
    output: directoryState,
    errors: ['notPublisher', 'clockDoubted', 'unknownEntry', 'directoryFull'],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: ['directory', 'identity', 'exchange', ...changedByRoles],
  }),
  'directory.revoke': command({
    input: z.strictObject({ entryId, key, reason: z.enum(revocationReasons) }),
    output: directoryState,
    errors: ['notPublisher', 'clockDoubted', 'unknownEntry', 'keyAlreadyRevoked', 'ownKey'],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: changedByMembers,
  }),
  /** Saves the directory, to be given to its members. */
  'directory.export': command({
    input: z.strictObject({}),
    output: z.strictObject({ saved: z.boolean() }),
    errors: ['noDirectory', ...exportErrors],
    needs: { session: 'unlocked' },
    changes: [],
  }),
  /** Makes an invitation and saves it where the system's dialog says. */
  'invitation.make': command({
    input: z.strictObject({
      person: personInput,
      roles: someRoles,
      /** Brings the institution's profile, where there is one; programs of 0.3 do not read such an invitation. */
      withProfile: z.boolean().default(false),
    }),
    output: z.strictObject({ saved: z.boolean(), invitationId: z.string().nullable() }),
    errors: ['notPublisher', ...exportErrors],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: ['invitation'],
  }),
  'invitation.list': query({
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        invitationId: z.string(),
        name: z.string(),
        roles: z.array(roleSchema),
        createdAt: z.string(),
        answered: z.boolean(),
      }),
    ),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  /** What a signed file says and whose word it is; takes nothing in. */
  'identity.inspectFile': query({
    input: z.strictObject({ fileToken }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('card'),
        card: cardSchema,
        words,
        keyFingerprint: z.string(),
        /**
         * `known`: certified already. `revoked`: certified once, no longer. `newKey`: of someone who has another key.
         * `new`: of nobody in the directory.
         */
        state: z.enum(['known', 'revoked', 'newKey', 'new']),
        /** Whose card it is by the directory; null for `new`, and where several persons could be meant. */
        entryId: entryId.nullable(),
        /** The name on the invitation that it answers; null when none of ours. */
        answers: z.string().nullable(),
      }),
      z.strictObject({
        kind: z.literal('directory'),
        institution: z.string(),
        serial: z.number().int(),
        issuedAt: z.string(),
        members: z.number().int(),
        words,
        state: z.enum(['untrusted', 'otherRoot', 'newer', 'same', 'older', 'fork']),
        /** This vault's key is in it. */
        certifiesSelf: z.boolean(),
      }),
      z.strictObject({ kind: z.literal('invitation'), institution: z.string(), name: z.string(), words }),
      z.strictObject({
        kind: z.literal('profile'),
        contents: officeContents,
        serial: z.number().int(),
        issuedAt: z.string(),
        words,
        /** `untrusted`: no directory is trusted here yet. */
        state: z.enum(['untrusted', 'otherRoot', 'newer', 'same', 'older', 'fork']),
      }),
    ]),
    errors: signedFileErrors,
    needs: { session: 'unlocked' },
  }),
  /** The same for an invitation on the lock page. */
  'vault.inspectInvitation': query({
    input: z.strictObject({ fileToken }),
    output: z.strictObject({
      institution: z.string(),
      person: personInput,
      roles: z.array(roleSchema),
      issuedAt: z.string(),
      words,
      /** The institution's profile comes along. */
      withProfile: z.boolean(),
    }),
    errors: signedFileErrors,
    needs: { session: 'none' },
  }),
} as const;
