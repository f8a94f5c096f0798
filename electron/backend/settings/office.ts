import { blankContext, type DocumentContext } from '@shared/domain/documents/context.ts';
import type { Office } from '@shared/domain/documents/office.ts';
import { isOfOffice } from '@shared/domain/office/in-force.ts';
import type { OfficeProfile } from '@shared/domain/office/profile.ts';
import { decodeBase64 } from '../crypto/base64.ts';
import type { RecordsReader } from '../db/handles.ts';
import { countingProfile, countingProfileAt } from './office-profile.ts';
import { getSettings, ownSettings } from './settings.ts';

const ofNothing = { parents: [], unit: '', address: '', city: '', contact: '', logo: null } as const;

const typedOffice = (tx: RecordsReader): Office => ({
  ...ofNothing,
  ...ownSettings(tx).institution,
  style: 'regional',
});

const profiled = ({ institution, parents, unit, address, town, contact, logo, style }: OfficeProfile): Office => {
  const bytes = logo && decodeBase64(logo.data);
  return {
    name: institution,
    parents,
    unit,
    address,
    city: town,
    contact,
    logo: logo && bytes && { mediaType: logo.mediaType, bytes },
    style,
  };
};

/** The profile of a moment (ISO 8601), or the one of now. */
const profileOf = (tx: RecordsReader, at: string | null): OfficeProfile | null =>
  at === null ? countingProfile(tx) : countingProfileAt(tx, at);

/**
 * The office whose letterhead a paper of a moment bears, or of now: the one source of it. `named`: the institution that
 * an act or a file names; of another one than that of the profile nothing is known but its name.
 */
export const officeOf = (tx: RecordsReader, named = '', at: string | null = null): Office => {
  const profile = profileOf(tx, at);
  if (profile === null) {
    const typed = typedOffice(tx);
    return { ...typed, name: named || typed.name };
  }
  const office = profiled(profile);
  const ours = [profile.institution, profile.unit, ownSettings(tx).institution.name];
  return isOfOffice(named, ours) ? office : { ...ofNothing, name: named, style: office.style };
};

/**
 * What every paper of this vault begins with: its letterhead, its label and how it decides; nothing of a case. `named`
 * and `at` as of `officeOf`.
 */
export const blankOf = (tx: RecordsReader, named = '', at: string | null = null): DocumentContext => {
  const blank = blankContext(officeOf(tx, named, at), getSettings(tx).defaultClassification);
  const profile = profileOf(tx, at);
  return profile === null ? blank : { ...blank, deciding: profile.deciding };
};
