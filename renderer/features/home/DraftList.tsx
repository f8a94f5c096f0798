import { Anchor, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { useGo } from '../../lib/navigation.ts';
import type { Output } from '../../lib/query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { draftNameKey, draftPath } from './draft-path.ts';

/** What was begun and not signed yet. */
export const DraftList = ({ drafts }: { readonly drafts: Output<'overview.home'>['drafts'] }) => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  const go = useGo();
  const placed = drafts.flatMap((draft) => {
    const path = draftPath(draft);
    return path === null ? [] : [{ ...draft, path }];
  });
  return (
    <Section title={t('home.drafts')}>
      {placed.length === 0 && <EmptyState text={t('home.draftsEmpty')} />}
      <List listStyleType="none" spacing="xs">
        {placed.map(({ draftId, kind, employeeName, updatedAt, path }) => (
          <List.Item key={draftId}>
            <Anchor component="button" type="button" onClick={() => go(path)}>
              {t(draftNameKey(kind))}
              {kind !== 'invitation' && kind !== 'guidanceQuick' && ` · ${employeeName ?? t('home.newCase')}`}
            </Anchor>
            <Text size="sm" c="dimmed">
              {t('home.draftSavedAt', { when: dateTime(updatedAt) })}
            </Text>
          </List.Item>
        ))}
      </List>
    </Section>
  );
};
