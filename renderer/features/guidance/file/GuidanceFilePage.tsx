import { Loader, Text } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { useTranslation } from 'react-i18next';
import { type HolderWithPeople, useHolderWithPeople } from '../../../lib/holder.ts';
import { useGo, useParameters } from '../../../lib/navigation.ts';
import { useQueryCall } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { NotForSkp } from '../../../ui/NotForSkp.tsx';
import { Page } from '../../../ui/Page.tsx';
import { RecordsSection } from '../records/RecordsSection.tsx';
import { FileTabs } from './FileTabs.tsx';
import type { Opened } from './part-props.ts';
import { WriteForReceived } from './WriteForReceived.tsx';

/** Topic and people: from the working papers, else from the latest record that came. */
const headOf = ({ file, records }: Opened) =>
  file ?? records.flatMap(({ record }) => (record === null ? [] : [record])).at(-1) ?? null;

const Body = ({ opened, holder }: { readonly opened: Opened; readonly holder: HolderWithPeople }) =>
  opened.file === null ? (
    <>
      <RecordsSection records={opened.records} />
      <WriteForReceived opened={opened} holder={holder} />
    </>
  ) : (
    <FileTabs opened={opened} file={opened.file} holder={holder} />
  );

/** One guidance: working papers, sessions and records; or the records that came from somebody else. */
export const GuidanceFilePage = () => {
  const { t } = useTranslation();
  const go = useGo();
  const { guidanceId = '' } = useParameters('guidanceFile');
  const opened = useQueryCall('guidance.get', { guidanceId });
  const holder = useHolderWithPeople();
  const head = opened.data === undefined ? null : headOf(opened.data);
  return (
    <Page
      key={guidanceId}
      title={head?.topic ?? t('guidance.title')}
      intro={
        head !== null &&
        opened.data !== undefined && (
          <Text span>
            {t(`guidance.kind.${opened.data.kind}`)} · {head.participants.map(({ name }) => name).join(', ')} ·{' '}
            {t(`guidance.ledBy.${opened.data.kind}`, { name: head.leader.name })}
          </Text>
        )
      }
      crumbs={[{ label: t('guidance.title'), onClick: () => go(placeOf('guidance')) }]}
    >
      <NotForSkp />
      {opened.error && <ErrorNotice error={opened.error} />}
      {(opened.data === undefined || holder === null) && !opened.error && <Loader aria-label={t('common.loading')} />}
      {opened.data !== undefined && holder !== null && <Body opened={opened.data} holder={holder} />}
    </Page>
  );
};
