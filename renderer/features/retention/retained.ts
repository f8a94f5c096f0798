import { type Place, placeOf } from '@shared/domain/place/places.ts';
import { guidanceNumber } from '@shared/domain/retention/erasure.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import type { Input, Output } from '../../lib/query.ts';

/** What has ended, of each kind. */
export interface EndedView {
  readonly files: Output<'case.retention'>['files'];
  readonly guidance: Output<'guidance.retention'>;
  readonly learning: Output<'competence.retention'>;
}
type Standing = Pick<EndedView['files'][number], 'frozen' | 'obstacle' | 'dueOn'>;

/** What is proposed for erasure, by what names it. */
export type Chosen = Pick<Required<Input<'retention.propose'>>, 'caseIds' | 'guidanceIds' | 'years'>;

/** A file, a guidance or a year of learning records as a row of the list. */
export interface Retained {
  readonly key: string;
  readonly named: Input<'retention.unfreeze'>;
  readonly name: string;
  /** Where it opens; null: nowhere as a whole. */
  readonly place: Place | null;
  readonly kind: string;
  readonly span: string;
  readonly amount: string;
  /** Who erased theirs, and asks that it be erased too. */
  readonly askedBy: readonly string[];
  readonly standing: Standing;
}

/** What has ended as rows: files first, then guidance, then years, each with those due first. */
export const useRetained = (
  { files, guidance, learning }: EndedView,
  requests: Output<'exchange.erasures'>['requests'],
): readonly Retained[] => {
  const { t } = useTranslation();
  const { shortDate } = useFormat();
  const span = ({ from, to }: { readonly from: string; readonly to: string }): string =>
    from === to ? shortDate(from) : `${shortDate(from)} – ${shortDate(to)}`;
  return [
    ...files.map((file) => ({
      key: file.caseId,
      named: { caseId: file.caseId },
      name: file.listNumber === '' ? t('retention.openedOn', { date: shortDate(file.from) }) : file.listNumber,
      place: placeOf('case', { caseId: file.caseId }),
      kind: t(`retention.kind.${file.kind}`),
      span: span(file),
      amount: t('retention.amount', { acts: file.acts, attachments: file.attachments }),
      askedBy: requests.filter(({ caseId }) => caseId === file.caseId).map((request) => request.name),
      standing: file,
    })),
    ...guidance.map((file) => ({
      key: file.guidanceId,
      named: { guidanceId: file.guidanceId },
      name: guidanceNumber(file.guidanceId),
      place: placeOf('guidanceFile', { guidanceId: file.guidanceId }),
      kind: t(`guidance.kind.${file.form}`),
      span: span(file),
      amount: t('retention.guidanceAmount', { records: file.records, attachments: file.attachments }),
      askedBy: [],
      standing: file,
    })),
    ...learning.map(({ year, records, plans, attachments, ...standing }) => ({
      key: year,
      named: { year },
      name: t('retention.year', { year }),
      place: null,
      kind: t('retention.kind.learning'),
      span: year,
      amount: t('retention.learningAmount', { records, plans, attachments }),
      askedBy: [],
      standing,
    })),
  ];
};

/** Rows that were chosen, by what names each. */
export const chosenOf = (rows: readonly Retained[]): Chosen => ({
  caseIds: rows.flatMap(({ named }) => ('caseId' in named ? [named.caseId] : [])),
  guidanceIds: rows.flatMap(({ named }) => ('guidanceId' in named ? [named.guidanceId] : [])),
  years: rows.flatMap(({ named }) => ('year' in named ? [named.year] : [])),
});
