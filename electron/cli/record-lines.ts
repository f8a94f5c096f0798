import type { RecordSummary } from '@shared/contract/documents.ts';
import type { Translate } from './texts.ts';

/** What is told of a record of coaching or mentoring, or of an evaluation, a line each; none without one. */
export const recordLines = (record: RecordSummary | null, t: Translate): string[] =>
  record === null
    ? []
    : [
        `  · ${t(`cli.record.${record.kind}`, { hash: record.hash })}`,
        ...record.signers.flatMap(({ party, keyFingerprint: fingerprint, clockCorrected }) => [
          party === 0
            ? `    ${t(record.kind === 'planEvaluation' ? 'cli.record.official' : 'cli.record.leader', { fingerprint })}`
            : `    ${t('cli.record.participant', { fingerprint, party })}`,
          ...(clockCorrected ? [`      ${t('cli.days.clockCorrected')}`] : []),
        ]),
      ];
