import { Anchor, Text } from '@mantine/core';
import { type AuditSubject, auditKinds, isAuditKind } from '@shared/domain/audit/kinds.ts';
import { guidancePaperTitle } from '@shared/domain/documents/guidance/titles.ts';
import { isDocumentKind } from '@shared/domain/documents/kind.ts';
import { isPrintable, printableTitle } from '@shared/domain/documents/printable.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { useGo } from '../../lib/navigation.ts';
import type { AuditEntry } from './use-audit-pages.ts';

/** What lies in this vault and can go again. */
const perishable: readonly AuditSubject[] = ['case', 'act', 'person', 'attachment', 'document', 'note', 'draft'];

const subjectOf = (kind: string): AuditSubject => (isAuditKind(kind) ? auditKinds[kind].subject : 'none');

/** Texts of codes that say why. */
const reasons: { readonly [S in AuditSubject]?: (code: string) => string[] } = {
  lockReason: (code) => [`auditTrail.reasons.${code}`],
  clockReason: (code) => [`auditTrail.clockReasons.${code}`],
};

/** Title of a form that no step makes; undefined for any other. */
const formTitle = (detail: string): string | undefined =>
  guidancePaperTitle(detail) ?? (isPrintable(detail) && !isDocumentKind(detail) ? printableTitle(detail) : undefined);

/** Name of what an entry's code says: an act, a paper, why a vault was locked. */
const useDetailName = (): ((kind: string, detail: string) => string) => {
  const { t, i18n } = useTranslation();
  return (kind, detail) => {
    const subject = subjectOf(kind);
    const title = subject === 'form' ? formTitle(detail) : undefined;
    if (title !== undefined) return title;
    const keys = reasons[subject]?.(detail) ?? [`documents.kind.${detail}`, `acts.${detail}`];
    const known = (subject === 'act' || subject === 'draft' ? keys.slice(1) : keys).find((key) => i18n.exists(key));
    return known === undefined ? detail : t(known);
  };
};

/** One entry: time, what happened, to what, and its number. */
export const AuditRow = memo(({ entry }: { readonly entry: AuditEntry }) => {
  const { t } = useTranslation();
  const { time, number } = useFormat();
  const go = useGo();
  const detailName = useDetailName();
  const { seq, at, kind, about } = entry;
  const { caseId, employeeName, name, detail } = about;
  const parts = [detail === null ? '' : detailName(kind, detail), name ?? ''].filter((part) => part !== '');
  const gone = perishable.includes(subjectOf(kind)) && detail === null && name === null && employeeName === null;
  return (
    <li className="audit-row">
      <Text component="time" dateTime={at} c="dimmed">
        {time(at)}
      </Text>
      <Text component="div" style={{ overflowWrap: 'anywhere' }}>
        {isAuditKind(kind) ? t(`audit.${kind}`) : t('auditTrail.unknown', { kind })}
        {[...parts, ...(gone ? [t('auditTrail.gone')] : [])].map((part) => (
          <Text key={part} span c="dimmed">
            {` · ${part}`}
          </Text>
        ))}
        {caseId !== null && employeeName !== null && (
          <>
            <Text span c="dimmed">
              {' · '}
            </Text>
            <Anchor
              component="button"
              type="button"
              aria-label={t('auditTrail.openCase', { name: employeeName })}
              onClick={() => go(placeOf('case', { caseId }))}
            >
              {t('auditTrail.ofCase', { name: employeeName })}
            </Anchor>
          </>
        )}
      </Text>
      <Text size="sm" c="dimmed" ta="right">
        {t('auditTrail.entry', { seq: number(seq) })}
      </Text>
    </li>
  );
});
