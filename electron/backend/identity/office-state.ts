import type { OutputOf } from '@shared/contract/method.ts';
import type { officeContract } from '@shared/contract/office.ts';
import { firstDecidingPapers } from '@shared/domain/documents/context.ts';
import type { OfficeContents, OfficeProfile } from '@shared/domain/office/profile.ts';
import type { RecordsReader } from '../db/handles.ts';
import { heldProfile, officeSource } from '../settings/office-profile.ts';
import { ownSettings } from '../settings/settings.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import { publishedDirectory } from './publish-directory.ts';

/** What the window shows of the institution's profile. */
export type OfficeState = OutputOf<(typeof officeContract)['office.get']>;

/** What a profile says, without what tells it apart from others. */
export const contentsOf = ({
  format: _format,
  directoryId: _directory,
  serial: _serial,
  issuedAt: _issued,
  ...contents
}: OfficeProfile): OfficeContents => contents;

/** What the first profile of an institution begins with: what its publisher has typed for the own vault. */
const fromSettings = (tx: RecordsReader): OfficeContents => {
  const { institution, numbering, ...own } = ownSettings(tx);
  const roles = ['personnelHead', 'authorisedOfficial', 'assessorSuperior'] as const;
  return {
    parents: [],
    institution: institution.name,
    unit: '',
    address: institution.address,
    contact: institution.contact,
    town: institution.city,
    logo: null,
    officials: roles.flatMap((role) => {
      const person = own[role];
      return person === null ? [] : [{ role, person, acting: 'holder' as const, onBehalfOf: '' }];
    }),
    numbering,
    archiveCodes: [],
    style: 'central',
    deciding: firstDecidingPapers,
  };
};

/** The profile that is held, whether it counts, and what its publisher's form begins with. */
export const officeState = (unlocked: Pick<Unlocked, 'vault'>, tx: RecordsReader): OfficeState => {
  const held = heldProfile(tx);
  const contents = held === null ? null : contentsOf(held.profile);
  const publishes = publishedDirectory(unlocked, tx).ok;
  return {
    source: officeSource(tx),
    profile: held &&
      contents && { contents, serial: held.profile.serial, issuedAt: held.profile.issuedAt, takenAt: held.takenAt },
    beginsWith: publishes ? (contents ?? fromSettings(tx)) : null,
  };
};
