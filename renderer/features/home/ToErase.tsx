import { Anchor, List, Text } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { useGo } from '../../lib/navigation.ts';
import type { Output } from '../../lib/query.ts';
import { Section } from '../../ui/Section.tsx';

/** Files about the wrong employee, which are to be erased; nothing while there is none. */
export const ToErase = ({ files }: { readonly files: Output<'overview.home'>['toErase'] }) => {
  const { t } = useTranslation();
  const { shortDate } = useFormat();
  const go = useGo();
  if (files.length === 0) return null;
  return (
    <Section title={t('home.toErase')}>
      <List listStyleType="none" spacing="xs">
        {files.map(({ caseId, listNumber, openedAt, since }) => {
          const number = listNumber === '' ? shortDate(openedAt) : listNumber;
          return (
            <List.Item key={caseId}>
              <Anchor component="button" type="button" ta="start" onClick={() => go(placeOf('case', { caseId }))}>
                {t('home.mistakenFile', { number })}
              </Anchor>
              <Text size="sm" c="dimmed">
                {t('home.toEraseOn', { date: shortDate(since) })}
              </Text>
            </List.Item>
          );
        })}
      </List>
    </Section>
  );
};
