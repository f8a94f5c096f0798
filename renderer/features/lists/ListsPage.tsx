import { Alert, Button, Checkbox, Group, Loader, Radio, Stack, Text } from '@mantine/core';
import type { ListKind } from '@shared/domain/documents/kind.ts';
import { type ListFormat, type ListRequest, listFormats, listsOf } from '@shared/domain/lists/list-choice.ts';
import { IconDeviceFloppy, IconEye, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../lib/format.ts';
import { useCommand, useQueryCall } from '../../lib/query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useNotice } from '../../ui/notice.ts';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { ChoicePart } from './ChoicePart.tsx';
import { firstForm, type ListForm, requestOf } from './list-form.ts';
import { NamesPart } from './NamesPart.tsx';
import { ShownList } from './ShownList.tsx';

type Protection = 'passphrase' | 'none';

interface LeavingProps {
  readonly request: ListRequest | null;
  readonly busy: boolean;
  readonly onShow: () => void;
}

/** In which form the list leaves, and the presses that look at it, save it and print it. */
const LeavingPart = ({ request, busy, onShow }: LeavingProps) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [format, setFormat] = useState<ListFormat>('pdf');
  const [protection, setProtection] = useState<Protection>('passphrase');
  const [understood, setUnderstood] = useState(false);
  const saving = useCommand('lists.export');
  const printing = useCommand('lists.print');
  const save = async (): Promise<void> => {
    if (request === null) return;
    const answer = await saving.run({ ...request, format, protection });
    if (answer.ok && answer.value.saved) notice(t('lists.saved', { count: answer.value.rows }));
  };
  const print = async (): Promise<void> => {
    if (request === null) return;
    const answer = await printing.run(request);
    if (answer.ok && answer.value.printed) notice(t('lists.printed', { count: answer.value.rows }));
  };
  return (
    <Section title={t('lists.leaving')} intro={t('lists.leavingIntro')}>
      <Stack gap="sm">
        <Radio.Group label={t('lists.format')} value={format} onChange={(next) => setFormat(next as ListFormat)}>
          <Group gap="lg" mt={6}>
            {listFormats.map((one) => (
              <Radio key={one} value={one} label={t(`lists.formatName.${one}`)} />
            ))}
          </Group>
        </Radio.Group>
        <Radio.Group
          label={t('lists.protection')}
          value={protection}
          onChange={(next) => {
            setProtection(next as Protection);
            setUnderstood(false);
          }}
        >
          <Stack gap={6} mt={6}>
            <Radio value="passphrase" label={t('lists.protected')} />
            <Radio value="none" label={t('lists.unprotected')} />
          </Stack>
        </Radio.Group>
        {protection === 'none' && (
          <Alert color="amber" variant="light" title={t('lists.unprotectedTitle')}>
            <Text mb="xs">{t('lists.unprotectedText')}</Text>
            <Checkbox
              label={t('lists.understood')}
              checked={understood}
              onChange={(event) => setUnderstood(event.currentTarget.checked)}
            />
          </Alert>
        )}
        {saving.error !== null && <ErrorNotice error={saving.error} />}
        {printing.error !== null && <ErrorNotice error={printing.error} />}
        <Group gap="sm">
          <Button
            variant="default"
            leftSection={<IconEye size={16} aria-hidden />}
            loading={busy}
            disabled={request === null}
            onClick={onShow}
          >
            {t('lists.show')}
          </Button>
          <Button
            leftSection={<IconDeviceFloppy size={16} aria-hidden />}
            loading={saving.busy}
            disabled={request === null || (protection === 'none' && !understood)}
            onClick={() => void save()}
          >
            {t('lists.save')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            loading={printing.busy}
            disabled={request === null}
            onClick={() => void print()}
          >
            {t('lists.print')}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
};

const Lists = ({ kinds, first }: { readonly kinds: readonly ListKind[]; readonly first: ListKind }) => {
  const [form, setForm] = useState<ListForm>(() => firstForm(first, today()));
  const showing = useCommand('lists.prepare');
  const [shown, setShown] = useState<{ readonly of: string; readonly list: Parameters<typeof ShownList>[0]['list'] }>();
  const request = requestOf(form);
  const asked = JSON.stringify(request);
  const show = async (): Promise<void> => {
    if (request === null) return;
    const answer = await showing.run(request);
    if (answer.ok) setShown({ of: asked, list: answer.value });
  };
  const change = (part: Partial<ListForm>): void => setForm((before) => ({ ...before, ...part }));
  return (
    <>
      <ChoicePart form={form} onChange={change} kinds={kinds} />
      <NamesPart form={form} onChange={change} />
      <LeavingPart request={request} busy={showing.busy} onShow={() => void show()} />
      {showing.error !== null && <ErrorNotice error={showing.error} />}
      {/* What was looked at is not what would leave once anything else is chosen. */}
      {shown?.of === asked && <ShownList list={shown.list} />}
    </>
  );
};

/** Lists of the office: the register of employees, follow-ups, sessions, learning hours. */
export const ListsPage = () => {
  const { t } = useTranslation();
  const session = useQueryCall('session.get', {});
  const kinds = listsOf(session.data?.unlocked?.roles ?? []);
  const [first] = kinds;
  return (
    <Page title={t('lists.title')} intro={t('lists.intro')}>
      {session.data === undefined && <Loader aria-label={t('common.loading')} />}
      {session.data !== undefined && first === undefined && <EmptyState text={t('lists.none')} />}
      {first !== undefined && <Lists kinds={kinds} first={first} />}
    </Page>
  );
};
