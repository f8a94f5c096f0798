import { Badge, Group, List, Text } from '@mantine/core';
import type { CarriedAct, Inspection } from '@shared/contract/exchange.ts';
import { documentTitles, isDocumentKind } from '@shared/domain/documents/kind.ts';
import { IconFileText, IconPaperclip } from '@tabler/icons-react';
import { useExchangeTexts } from '../../lib/exchange-texts.ts';
import { useFormat } from '../../lib/format.ts';
import { PaperMark } from '../marks.tsx';

export interface CarriedActsProps {
  readonly acts: readonly CarriedAct[];
  readonly label: string;
  /** Hashes of acts whose content is not for the receiver; other headers alone only refer to what was sent before. */
  readonly withheld?: ReadonlySet<string>;
}

/** Acts inside a package: what, in which form, by whom. */
export const CarriedActs = ({ acts, label, withheld }: CarriedActsProps) => {
  const { t, actName, roleNames } = useExchangeTexts();
  const enteredBy = (role: CarriedAct['enteredAs']): string =>
    role === null ? '' : t('common.enteredAs', { role: roleNames([role]) });
  const { date } = useFormat();
  if (acts.length === 0) return null;
  return (
    <List listStyleType="none" spacing={6} aria-label={label}>
      {acts.map(({ hash, type, capacity, origin, enteredAs, clockCorrected, form, author, statedOn }) => (
        <List.Item key={hash}>
          <Group gap="xs">
            <Text fw={500}>{actName(type)}</Text>
            {form === 'header' && (
              <Badge variant="light" color="gray" tt="none">
                {t(withheld?.has(hash) === false ? 'exchange.form.reference' : 'exchange.form.header')}
              </Badge>
            )}
            {origin === 'paper' && <PaperMark />}
          </Group>
          <Text size="sm" c="dimmed">
            {[
              author,
              roleNames([capacity]),
              date(statedOn),
              clockCorrected ? t('clock.corrected') : '',
              enteredBy(enteredAs),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </Text>
        </List.Item>
      ))}
    </List>
  );
};

type Carried = Inspection['files'][number];

/** Attachments and signed papers inside a package, with their sizes. */
export const CarriedFiles = ({ files, label }: { readonly files: readonly Carried[]; readonly label: string }) => {
  const { t } = useExchangeTexts();
  const { size } = useFormat();
  if (files.length === 0) return null;
  return (
    <List listStyleType="none" spacing={2} aria-label={label}>
      {files.map(({ name, size: bytes, kind }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name
        <List.Item key={index}>
          <Group gap={6} wrap="nowrap">
            {kind === 'document' ? <IconFileText size={16} aria-hidden /> : <IconPaperclip size={16} aria-hidden />}
            <Text style={{ overflowWrap: 'anywhere' }}>
              {kind === 'document' && isDocumentKind(name) ? documentTitles[name] : name}{' '}
              <Text span size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
                {kind === 'document' ? `${t('exchange.signedPaper')} · ${size(bytes)}` : size(bytes)}
              </Text>
            </Text>
          </Group>
        </List.Item>
      ))}
    </List>
  );
};
