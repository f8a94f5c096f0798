import { Anchor, List, Text } from '@mantine/core';
import { draftNameKey, isOverlong, placeOfDraft } from '@shared/domain/draft/kinds.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { useGo } from '../../lib/navigation.ts';
import type { Output } from '../../lib/query.ts';
import { DraftText } from '../../ui/DraftText.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';

type HomeDraft = Output<'overview.home'>['drafts'][number];

/** What was begun and not signed or stored yet: each leads to its page, one that fits no page any more to its text. */
export const DraftList = ({ drafts }: { readonly drafts: readonly HomeDraft[] }) => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  const go = useGo();
  const [shown, show] = useState<{ readonly draftId: string; readonly name: string; readonly reason: string } | null>(
    null,
  );
  return (
    <Section title={t('home.drafts')}>
      {drafts.length === 0 && <EmptyState text={t('home.draftsEmpty')} />}
      <List listStyleType="none" spacing="xs">
        {drafts.map((draft) => {
          const place = draft.fits ? placeOfDraft(draft) : null;
          const { draftId, kind, employeeName, updatedAt } = draft;
          const name = [t(draftNameKey(kind)), employeeName].filter((part) => part !== null).join(' · ');
          return (
            <List.Item key={draftId}>
              <Anchor
                component="button"
                type="button"
                onClick={() =>
                  place === null
                    ? show({
                        draftId,
                        name,
                        reason: t(isOverlong(kind) ? 'home.draft.overText' : 'home.draft.unfitText'),
                      })
                    : go(place)
                }
              >
                {name}
              </Anchor>
              <Text size="sm" c="dimmed">
                {t('home.draftSavedAt', { when: dateTime(updatedAt) })}
                {place === null && ` · ${t(isOverlong(kind) ? 'home.draft.over' : 'home.draft.onlyText')}`}
              </Text>
            </List.Item>
          );
        })}
      </List>
      {shown !== null && <DraftText {...shown} onClose={() => show(null)} />}
    </Section>
  );
};
