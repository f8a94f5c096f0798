import { extname } from 'node:path';
import { activeKeyOf, type DirectoryEntry, rolesOn } from '@shared/domain/identity/directory.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import { maxSignedFileBytes, signedFileExtensions } from '@shared/domain/identity/signed-file.ts';
import { toLocalDay } from '@shared/kernel/date.ts';
import { keyFingerprint } from '../../backend/crypto/key-fingerprint.ts';

import { isWhole } from '../../backend/formats/identity/read-invitation.ts';
import { type AnySignedFile, looksSigned, readAnySignedFile } from '../../backend/formats/identity/signed-file.ts';
import { wordsOfKey } from '../../backend/formats/identity/words-of-key.ts';
import { printable, type Translate } from '../texts.ts';
import type { Checker, FileReport } from './checker.ts';

interface Member {
  readonly name: string;
  readonly position: string;
  readonly unit: string;
  /** Roles that hold today. */
  readonly roles: readonly Role[];
  /** Fingerprint of the key that counts now; null for who has none any more. */
  readonly keyFingerprint: string | null;
}

/** What the report of every good file says. */
interface SignedReport {
  readonly file: string;
  readonly kind: AnySignedFile['kind'];
  readonly verdict: 'valid';
  readonly keyFingerprint: string;
  readonly words: readonly string[];
  readonly institution: string;
  readonly issuedAt: string;
  readonly findings: readonly string[];
}

interface CardReport extends SignedReport {
  readonly kind: 'card';
  readonly name: string;
  readonly position: string;
  readonly unit: string;
  readonly roles: readonly Role[];
}

interface DirectoryReport extends SignedReport {
  readonly kind: 'directory';
  readonly serial: number;
  readonly members: readonly Member[];
}

interface InvitationReport extends SignedReport {
  readonly kind: 'invitation';
  readonly name: string;
  readonly roles: readonly Role[];
}

interface ProfileReport extends SignedReport {
  readonly kind: 'profile';
  readonly serial: number;
  readonly town: string;
}

type GoodReport = CardReport | DirectoryReport | InvitationReport | ProfileReport;

const memberOf = (entry: DirectoryEntry, today: string): Member => {
  const { name, position, unit } = entry.person;
  const active = activeKeyOf(entry);
  const fingerprint = active === undefined ? null : keyFingerprint(active.key);
  return { name, position, unit, roles: rolesOn(entry, today), keyFingerprint: fingerprint };
};

const reportOf = (file: string, opened: AnySignedFile, now: number): GoodReport => {
  const { key, payload } = opened;
  const common = {
    file,
    verdict: 'valid',
    keyFingerprint: keyFingerprint(key),
    words: wordsOfKey(key),
    institution: payload.institution,
    issuedAt: payload.issuedAt,
    findings: ['wordsNotCompared'],
  } as const;
  switch (opened.kind) {
    case 'card': {
      const { name, position, unit } = opened.payload.person;
      return { ...common, kind: 'card', name, position, unit, roles: opened.payload.roles };
    }
    case 'directory': {
      const members = opened.payload.entries.map((entry) => memberOf(entry, toLocalDay(now)));
      return { ...common, kind: 'directory', serial: opened.payload.serial, members };
    }
    case 'profile':
      return { ...common, kind: 'profile', serial: opened.payload.serial, town: opened.payload.town };
    case 'invitation':
      return { ...common, kind: 'invitation', name: opened.payload.person.name, roles: opened.payload.roles };
  }
};

const rolesText = (roles: readonly Role[], t: Translate): string => roles.map((role) => t(`roles.${role}`)).join(', ');

const memberLine = ({ name, roles, keyFingerprint: fingerprint }: Member, t: Translate): string => {
  const values = { name, roles: rolesText(roles, t), fingerprint };
  return `  ${t(fingerprint === null ? 'cli.signed.memberWithoutKey' : 'cli.signed.member', values)}`;
};

const ownLines = (report: GoodReport, t: Translate): string[] => {
  if (report.kind === 'directory') {
    const { serial, members } = report;
    return [
      `  ${t('cli.signed.serial', { serial, members: members.length })}`,
      ...members.map((member) => memberLine(member, t)),
    ];
  }
  if (report.kind === 'profile') return [`  ${t('cli.signed.profile', { serial: report.serial, town: report.town })}`];
  return [`  ${t('cli.signed.person', { name: report.name, roles: rolesText(report.roles, t) })}`];
};

const linesOf = (report: GoodReport, t: Translate): string[] => [
  `${printable(report.file)}: ${t(`cli.signed.valid.${report.kind}`)}`,
  `  ${t('cli.signed.issued', { institution: report.institution, date: toLocalDay(report.issuedAt) })}`,
  `  ${t('cli.signed.key', { fingerprint: report.keyFingerprint })}`,
  `  ${t('cli.signed.words', { words: report.words.join(' ') })}`,
  ...ownLines(report, t),
  ...report.findings.map((code) => `  - ${t(`cli.signed.finding.${code}`)}`),
];

const refused = (file: string, verdict: 'invalid' | 'unreadable', finding: string): FileReport => {
  const report = { file, kind: 'signedFile', verdict, findings: [finding] };
  const lines = (t: Translate): string[] => [
    `${printable(file)}: ${t(`cli.verdict.${verdict}`)}`,
    `  - ${t(`cli.signed.finding.${finding}`)}`,
  ];
  return { report, lines };
};

const extensions = Object.values(signedFileExtensions).map((extension) => `.${extension}`);

/**
 * Cards, directories, invitations and profiles: whose key signed, and what they say. A signature that fits tells
 * nothing of whether the key is genuine: its ten words are to be compared.
 */
export const signedFileChecker: Checker = {
  recognises: (file) => looksSigned(file.head) || extensions.includes(extname(file.file).toLowerCase()),
  check: async (source, now) => {
    const { file, size } = source;
    if (size > maxSignedFileBytes) return refused(file, 'unreadable', 'tooLarge');
    const opened = readAnySignedFile(await source.read());
    if (!opened.ok || !isWhole(opened.value)) {
      return looksSigned(source.head) ? refused(file, 'invalid', 'changed') : refused(file, 'unreadable', 'notSigned');
    }
    const report = reportOf(file, opened.value, now);
    return { report, lines: (t) => linesOf(report, t) };
  },
};
