import { Button, Menu } from '@mantine/core';
import { officePapersAt } from '@shared/domain/documents/office/kinds.ts';
import { caseForms } from '@shared/domain/documents/printable.ts';
import { IconChevronDown, IconPrinter } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { useQueryCall } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { PaperDialog, type PreparedPaper } from '../../../ui/PaperDialog.tsx';
import { usePrepareForm } from '../act-form/use-prepare-form.ts';
import { useCaseTexts } from '../texts.ts';

/** Any printable form in one click, of each step and of the office: blank, or with what is known of a file. */
export const BlankFormsMenu = ({ caseId = null }: { readonly caseId?: string | null }) => {
  const { t, documentName } = useCaseTexts();
  const [prepared, setPrepared] = useState<PreparedPaper | null>(null);
  const { prepare, busy, error } = usePrepareForm();
  const roles = useQueryCall('session.get', {}).data?.unlocked?.roles ?? [];
  const groups = [
    { label: t('cases.start.formsOfSteps'), kinds: caseForms },
    { label: t('cases.start.formsOfOffice'), kinds: officePapersAt(caseId === null ? 'forms' : 'case', roles) },
  ];
  const open = async (kind: string): Promise<void> => {
    const viewId = await prepare(kind, caseId, null);
    if (viewId !== null)
      setPrepared({
        viewId,
        title: t(caseId === null ? 'cases.start.formBlank' : 'cases.start.formOfCase', { form: documentName(kind) }),
      });
  };
  return (
    <>
      <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false} menuItemTabIndex={0}>
        <Menu.Target>
          <Button
            variant="default"
            loading={busy}
            leftSection={<IconPrinter size={16} aria-hidden />}
            rightSection={<IconChevronDown size={15} aria-hidden />}
          >
            {t(caseId === null ? 'cases.start.forms' : 'cases.start.formsOfCase')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah="60vh" style={{ overflowY: 'auto' }}>
          {groups.map(({ label, kinds }) => (
            <Fragment key={label}>
              <Menu.Label>{label}</Menu.Label>
              {kinds.map((kind) => (
                <Menu.Item key={kind} onClick={() => void open(kind)}>
                  {documentName(kind)}
                </Menu.Item>
              ))}
            </Fragment>
          ))}
        </Menu.Dropdown>
      </Menu>
      {error !== null && <ErrorNotice error={error} />}
      <PaperDialog prepared={prepared} onClose={() => setPrepared(null)} />
    </>
  );
};
