import { Button, Group, Loader, Select } from '@mantine/core';
import { auditGroups } from '@shared/domain/audit/kinds.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconDownload, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { useGo, usePath } from '../../lib/navigation.ts';
import { usePlace } from '../../lib/place.ts';
import { type Output, useCommand } from '../../lib/query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useNotice } from '../../ui/notice.ts';
import { Page } from '../../ui/Page.tsx';
import { AuditList } from './AuditList.tsx';
import { CheckpointDialog } from './CheckpointDialog.tsx';
import { type AuditChoice, useAuditPages } from './use-audit-pages.ts';
import { VerifyResult } from './VerifyResult.tsx';

const stores = ['records', 'notes'] as const;

/** Which trail, and which events of it. */
const Choice = ({
  choice,
  onChange,
}: {
  readonly choice: AuditChoice;
  readonly onChange: (next: AuditChoice) => void;
}) => {
  const { t } = useTranslation();
  return (
    <Group gap="sm" mb="md">
      <Select
        label={t('auditTrail.store')}
        w={230}
        allowDeselect={false}
        data={stores.map((store) => ({ value: store, label: t(`auditTrail.stores.${store}`) }))}
        value={choice.store}
        onChange={(store) => store !== null && onChange({ ...choice, store: store as AuditChoice['store'] })}
      />
      <Select
        label={t('auditTrail.group')}
        w={270}
        allowDeselect={false}
        data={(['all', ...auditGroups] as const).map((group) => ({
          value: group,
          label: t(`auditTrail.groups.${group}`),
        }))}
        value={choice.group}
        onChange={(group) => group !== null && onChange({ ...choice, group: group as AuditChoice['group'] })}
      />
    </Group>
  );
};

/** What was done and seen in this vault, by day; checked, exported and signed here. */
export const AuditPage = () => {
  const { t } = useTranslation();
  const go = useGo();
  const notice = useNotice();
  const { number } = useFormat();
  const [choice, setChoice] = usePlace<AuditChoice>(usePath(), { store: 'records', group: 'all' });
  const [checked, setChecked] = useState<Output<'audit.verify'> | null>(null);
  const [signing, setSigning] = useState(false);
  const pages = useAuditPages(choice);
  const verifying = useCommand('audit.verify');
  const exporting = useCommand('audit.export');
  const failure = pages.error ?? verifying.error ?? exporting.error;

  const verify = async (): Promise<void> => {
    const answer = await verifying.run({});
    setChecked(answer.ok ? answer.value : null);
  };
  const exportTrail = async (): Promise<void> => {
    const answer = await exporting.run({ store: choice.store });
    if (answer.ok && answer.value.saved) notice(t('auditTrail.exported', { count: number(answer.value.entries) }));
  };

  return (
    <Page
      title={t('auditTrail.title')}
      intro={t('auditTrail.intro')}
      width="reading"
      crumbs={[{ label: t('settings.title'), onClick: () => go(placeOf('settings')) }]}
      actions={
        <>
          <Button
            leftSection={<IconShieldCheck size={16} aria-hidden />}
            loading={verifying.busy}
            onClick={() => void verify()}
          >
            {t('auditTrail.verify')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            loading={exporting.busy}
            onClick={() => void exportTrail()}
          >
            {t('auditTrail.export')}
          </Button>
          <Button variant="subtle" onClick={() => setSigning(true)}>
            {t('auditTrail.checkpoint')}
          </Button>
        </>
      }
    >
      {failure !== null && <ErrorNotice error={failure} />}
      <div role="status">{checked !== null && <VerifyResult result={checked} />}</div>
      <Choice choice={choice} onChange={setChoice} />
      {pages.entries === undefined && pages.error === null && <Loader aria-label={t('common.loading')} />}
      {pages.entries?.length === 0 && <EmptyState text={t('auditTrail.empty')} />}
      {pages.entries !== undefined && pages.entries.length > 0 && <AuditList {...pages} entries={pages.entries} />}
      {signing && <CheckpointDialog store={choice.store} onClose={() => setSigning(false)} />}
    </Page>
  );
};
