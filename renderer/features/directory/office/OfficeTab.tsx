import { Button, Group, Loader, Radio, Stack, Text } from '@mantine/core';
import { type OfficeSource, officeSources } from '@shared/contract/office.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconDownload, IconId } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import { useGo } from '../../../lib/navigation.ts';
import { type Output, useCommand, useQueryCall } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { Section } from '../../../ui/Section.tsx';
import { useChooseFile } from '../use-choose-file.ts';
import { OfficeSheet } from './OfficeSheet.tsx';

type State = Output<'office.get'>;

/** Which counts in this vault: the profile, or what was typed in its settings. */
const SourceChoice = ({ source }: Pick<State, 'source'>) => {
  const { t } = useTranslation();
  const choose = useCommand('office.choose');
  return (
    <Section title={t('office.sourceTitle')} intro={t('office.sourceIntro')}>
      <Radio.Group
        aria-label={t('office.sourceTitle')}
        value={source}
        onChange={(next) => void choose.run({ source: next as OfficeSource })}
      >
        <Stack gap="xs">
          {officeSources.map((each) => (
            <Radio key={each} value={each} label={t(`office.sources.${each}`)} disabled={choose.busy} />
          ))}
        </Stack>
      </Radio.Group>
      {choose.error !== null && <ErrorNotice error={choose.error} />}
    </Section>
  );
};

/** What may be done with the profile: taken from a file, passed on, and, by its publisher, written. */
const Actions = ({ state }: { readonly state: State }) => {
  const { t } = useTranslation();
  const go = useGo();
  const notice = useNotice();
  const { choose, error } = useChooseFile();
  const exporting = useCommand('office.export');
  const save = async (): Promise<void> => {
    const answer = await exporting.run({});
    if (answer.ok && answer.value.saved) notice(t('office.exported'));
  };
  const failure = error ?? exporting.error;
  return (
    <>
      <Group gap="xs">
        {state.beginsWith !== null && (
          <Button leftSection={<IconId size={17} aria-hidden />} onClick={() => go(placeOf('officeProfile'))}>
            {t(state.profile === null ? 'office.make' : 'office.renew')}
          </Button>
        )}
        {state.profile !== null && (
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            loading={exporting.busy}
            onClick={() => void save()}
          >
            {t('office.export')}
          </Button>
        )}
        {state.beginsWith === null && (
          <Button variant="default" onClick={() => void choose()}>
            {t('office.takeFile')}
          </Button>
        )}
      </Group>
      {failure !== null && <ErrorNotice error={failure} />}
    </>
  );
};

/** Profil instansi: what the papers of the institution have in common, and whether it counts in this vault. */
export const OfficeTab = () => {
  const { t } = useTranslation();
  const { date } = useFormat();
  const office = useQueryCall('office.get', {});
  const state = office.data;
  if (office.error) return <ErrorNotice error={office.error} onRetry={() => void office.refetch()} />;
  if (state === undefined) return <Loader aria-label={t('common.loading')} />;
  const { profile, source } = state;
  return (
    <>
      <Section title={t('office.title')} intro={t('office.intro')}>
        <Stack gap="md">
          {profile === null ? (
            <Text c="dimmed">{t(state.beginsWith === null ? 'office.none' : 'office.noneYet')}</Text>
          ) : (
            <>
              <Text size="sm" c="dimmed">
                {t('office.summary', { serial: profile.serial, date: date(profile.issuedAt) })}
              </Text>
              <OfficeSheet contents={profile.contents} />
            </>
          )}
          <Actions state={state} />
        </Stack>
      </Section>
      {profile !== null && <SourceChoice source={source} />}
    </>
  );
};
