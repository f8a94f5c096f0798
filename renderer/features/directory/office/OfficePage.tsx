import { Button, Group, Loader, Text } from '@mantine/core';
import { type OfficeContents, officeContents } from '@shared/domain/office/profile.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { typedLine } from '@shared/kernel/hidden-signs.ts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/draft.ts';
import { useGo } from '../../../lib/navigation.ts';
import { useCommand, useQueryCall } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { Page } from '../../../ui/Page.tsx';
import { SaveState } from '../../../ui/SaveState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { KopInputs } from './KopInputs.tsx';
import { NumberInputs } from './NumberInputs.tsx';
import { OfficialsInput } from './OfficialsInput.tsx';

/** The form of the profile: what it begins with, what is typed, and its signing. */
const OfficeForm = ({ begins }: { readonly begins: OfficeContents }) => {
  const { t } = useTranslation();
  const go = useGo();
  const notice = useNotice();
  const draft = useDraft({ kind: 'officeProfile', caseId: null, subjectKey: '', initial: begins });
  const [tried, setTried] = useState(false);
  const publish = useCommand('office.publish');
  const set = (part: Partial<OfficeContents>): void => draft.setValue((before) => ({ ...before, ...part }));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!officeContents.safeParse(draft.value).success) return;
    const answer = await publish.run(draft.value);
    if (!answer.ok) return;
    await draft.discard();
    notice(t('office.published'));
    go(placeOf('directory'));
  };
  if (!draft.ready) return <Loader aria-label={t('common.loading')} />;
  const isWrong = tried && !officeContents.safeParse(draft.value).success;
  const inputs = { value: draft.value, onChange: set, tried };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label={t('office.title')}>
      <Section title={t('office.kop')} intro={t('office.kopIntro')}>
        <KopInputs {...inputs} />
      </Section>
      <Section title={t('office.officials')} intro={t('office.officialsIntro')}>
        <OfficialsInput value={draft.value.officials} onChange={(officials) => set({ officials })} tried={tried} />
      </Section>
      <Section title={t('office.papers')} intro={t('office.papersIntro')}>
        <NumberInputs {...inputs} />
      </Section>
      {publish.error !== null && <ErrorNotice error={publish.error} />}
      {isWrong && (
        <Text role="alert" size="sm" c="var(--mantine-color-error)" mb="sm">
          {t(typedLine(draft.value.institution) === '' ? 'office.nameMissing' : 'office.unfit')}
        </Text>
      )}
      <Group justify="space-between">
        <Button type="submit" loading={publish.busy}>
          {t('office.publish')}
        </Button>
        <SaveState draft={draft} />
      </Group>
    </form>
  );
};

/** Whoever publishes the directory writes the institution's profile, and signs it. */
export const OfficePage = () => {
  const { t } = useTranslation();
  const go = useGo();
  const office = useQueryCall('office.get', {});
  const begins = office.data?.beginsWith;
  return (
    <Page
      title={t('office.title')}
      intro={t('office.pageIntro')}
      width="reading"
      crumbs={[{ label: t('directory.title'), onClick: () => go(placeOf('directory')) }]}
    >
      {office.error && <ErrorNotice error={office.error} onRetry={() => void office.refetch()} />}
      {office.data === undefined && office.error === null && <Loader aria-label={t('common.loading')} />}
      {begins === null && <Text>{t('errors.notPublisher')}</Text>}
      {begins !== undefined && begins !== null && <OfficeForm begins={begins} />}
    </Page>
  );
};
