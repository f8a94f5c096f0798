import type { RecordSummary } from '@shared/contract/documents.ts';
import { type ActDays, daysOf } from '@shared/domain/case/act-days.ts';
import { type ActVoice, voiceOf } from '@shared/domain/case/voice.ts';
import type { PackageKind } from '@shared/domain/package/manifest.ts';
import { toLocalDay } from '@shared/kernel/date.ts';
import { keyFingerprint } from '../backend/crypto/key-fingerprint.ts';

import type { PackagedAct } from '../backend/formats/package/package-acts.ts';
import type { OpenedPackage } from '../backend/formats/package/package-checker.ts';
import { type ReadRecordFile, summaryOf } from '../backend/formats/record/record-file.ts';
import { dayLines } from './day-lines.ts';
import { recordLines } from './record-lines.ts';
import type { Translate } from './texts.ts';
import { voiceLines } from './voice-lines.ts';

/** What the command tells of a package that fits. */
export interface PackageReport {
  readonly packageId: string;
  readonly packageKind: PackageKind;
  readonly createdAt: string;
  readonly keyFingerprint: string;
  readonly receiverFingerprint: string;
  readonly counter: number;
  readonly acts: readonly (ActDays &
    ActVoice & {
      readonly hash: string;
      readonly type: string;
      readonly form: 'all' | 'header';
    })[];
  readonly files: readonly { readonly sha256: string; readonly size: number }[];
  readonly draft: boolean;
  /** The record of coaching or mentoring that it carries, with the fingerprints of who signed it; null: none. */
  readonly record: RecordSummary | null;
  /** Serial of the directory that it carries; null: none. */
  readonly directory: number | null;
}

/** Sums up a package, its acts and its record. */
export const reportOf = (
  { manifest }: OpenedPackage,
  acts: readonly PackagedAct[],
  record: ReadRecordFile | null,
): PackageReport => ({
  packageId: manifest.packageId,
  packageKind: manifest.kind,
  createdAt: manifest.createdAt,
  keyFingerprint: keyFingerprint(manifest.sender.key),
  receiverFingerprint: keyFingerprint(manifest.receiver.key),
  counter: manifest.sender.counter,
  acts: acts.map(({ form, opened }) => ({
    hash: opened.hash,
    type: opened.header.type,
    form,
    ...voiceOf(opened.header, opened.body),
    ...daysOf(opened.header, opened.body),
  })),
  files: manifest.blobs,
  draft: manifest.draft !== null,
  record: record && summaryOf(record),
  directory: manifest.directory?.serial ?? null,
});

/** The same in words, a line each. */
export const packageLines = (report: PackageReport, t: Translate): string[] => [
  `  ${t('cli.package.made', { packageId: report.packageId, date: toLocalDay(report.createdAt), counter: report.counter })}`,
  `  ${t('cli.package.sender', { fingerprint: report.keyFingerprint })}`,
  `  ${t('cli.package.receiver', { fingerprint: report.receiverFingerprint })}`,
  `  ${t(`cli.package.kind.${report.packageKind}`)}`,
  ...report.acts.flatMap(({ hash, type, form, ...act }) => [
    `  · ${t(`cli.package.act.${form}`, { type, hash })}`,
    ...[...voiceLines(act, t), ...dayLines(act, t)].map((line) => `    ${line}`),
  ]),
  ...report.files.map(({ sha256, size }) => `  · ${t('cli.package.file', { sha256, size })}`),
  ...(report.draft ? [`  · ${t('cli.package.draft')}`] : []),
  ...recordLines(report.record, t),
  ...(report.directory === null ? [] : [`  · ${t('cli.package.directory', { serial: report.directory })}`]),
  `  - ${t('cli.package.finding.signerNotChecked')}`,
];

/** Which parts are missing; without numbers, what is known of them. */
export const missingText = (missing: readonly string[], t: Translate): string =>
  missing.length === 0 ? t('cli.package.missingUnknown') : missing.join(', ');
