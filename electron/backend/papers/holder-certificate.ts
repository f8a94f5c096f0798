import { X509Certificate } from 'node:crypto';
import type { AppError, Result } from '@shared/kernel/result.ts';
import { ok } from '@shared/kernel/result.ts';
import { z } from 'zod';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import type { DocumentIdentity } from '../formats/pdf/cms-signature.ts';
import { createDocumentCertificate, documentKeyOf, isValidAt } from '../formats/pdf/document-certificate.ts';
import { getProfile } from '../settings/profile.ts';
import { readSetting, writeSetting } from '../settings/setting-rows.ts';
import { getSettings } from '../settings/settings.ts';
import type { Unlocked } from '../vault/unlocked.ts';

/** Setting `documentCertificate`: the certificate (DER, base64) and whom it names. */
const kept = z.strictObject({ certificate: z.base64(), commonName: z.string(), organisation: z.string() });

/**
 * Document key and certificate of the holder. The self-issued certificate is made once and kept; when the holder is
 * named otherwise since, has another document key, or now is outside its time (after ten years, or after a clock that
 * was wrong when it was made), a new one is made. Earlier documents keep the one they were signed with. `now`: when the
 * paper is signed, by the clock unless that was corrected.
 */
export const holderCertificate = (
  { vault, work }: Unlocked,
  now = work.clock.now(),
): Result<DocumentIdentity, AppError<StorageErrorCode>> => {
  const keyPkcs8 = vault.keys.documentKey;
  const commonName = getProfile(work.records).person?.name ?? '';
  const organisation = getSettings(work.records).institution.name;
  const found = readSetting(work.records, 'documentCertificate', kept);
  if (found !== undefined && found.commonName === commonName && found.organisation === organisation) {
    const certificate = new Uint8Array(Buffer.from(found.certificate, 'base64'));
    const isOfKey = new X509Certificate(certificate).checkPrivateKey(documentKeyOf(keyPkcs8));
    if (isOfKey && isValidAt(certificate, now)) return ok({ keyPkcs8, certificate });
  }
  const notBefore = new Date(now);
  const certificate = createDocumentCertificate({ keyPkcs8, commonName, organisation, notBefore });
  return transactRecords(work.records, (tx) => {
    const text = Buffer.from(certificate).toString('base64');
    writeSetting(tx, 'documentCertificate', { certificate: text, commonName, organisation });
    return ok({ keyPkcs8, certificate });
  });
};
