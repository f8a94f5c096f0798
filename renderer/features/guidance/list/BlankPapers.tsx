import { Button, Menu } from '@mantine/core';
import { guidanceTitles } from '@shared/domain/documents/guidance/titles.ts';
import { type OfficePaperKind, officePapers, officePapersAt } from '@shared/domain/documents/office/kinds.ts';
import { type RecordKind, recordKinds } from '@shared/domain/guidance/record-contents.ts';
import { IconChevronDown, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useQueryCall } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { PaperDialog, type PreparedPaper } from '../../../ui/PaperDialog.tsx';

/** Any paper of guidance, blank, in one click. */
export const BlankPapers = () => {
  const { t } = useTranslation();
  const [prepared, setPrepared] = useState<PreparedPaper | null>(null);
  const prepare = useCommand('guidance.prepare');
  const prepareOffice = useCommand('documents.prepare');
  const roles = useQueryCall('session.get', {}).data?.unlocked?.roles ?? [];
  const failure = prepare.error ?? prepareOffice.error;
  const open = async (kind: RecordKind): Promise<void> => {
    const answer = await prepare.run({ kind, source: null });
    if (answer.ok) setPrepared({ viewId: answer.value.viewId, title: guidanceTitles[kind] });
  };
  const openOffice = async (kind: OfficePaperKind): Promise<void> => {
    const answer = await prepareOffice.run({ form: kind, caseId: null, draft: null });
    if (answer.ok) setPrepared({ viewId: answer.value.viewId, title: officePapers[kind].title });
  };
  return (
    <>
      <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false} menuItemTabIndex={0}>
        <Menu.Target>
          <Button
            variant="default"
            loading={prepare.busy || prepareOffice.busy}
            leftSection={<IconPrinter size={16} aria-hidden />}
            rightSection={<IconChevronDown size={15} aria-hidden />}
          >
            {t('guidance.blankPapers')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah="60vh" style={{ overflowY: 'auto' }}>
          {recordKinds.map((kind) => (
            <Menu.Item key={kind} onClick={() => void open(kind)}>
              {guidanceTitles[kind]}
            </Menu.Item>
          ))}
          <Menu.Label>{t('cases.start.formsOfOffice')}</Menu.Label>
          {officePapersAt('guidance', roles).map((kind) => (
            <Menu.Item key={kind} onClick={() => void openOffice(kind)}>
              {officePapers[kind].title}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {failure !== null && <ErrorNotice error={failure} />}
      <PaperDialog prepared={prepared} onClose={() => setPrepared(null)} />
    </>
  );
};
