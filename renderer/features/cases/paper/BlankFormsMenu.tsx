import { Button, Menu } from '@mantine/core';
import { documentKinds } from '@shared/domain/documents/kind.ts';
import { IconChevronDown, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { PaperDialog, type PreparedPaper } from '../../../ui/PaperDialog.tsx';
import { usePrepareForm } from '../act-form/use-prepare-form.ts';
import { useCaseTexts } from '../texts.ts';

/** Any printable form in one click: blank, or with the identities of a file. */
export const BlankFormsMenu = ({ caseId = null }: { readonly caseId?: string | null }) => {
  const { t, documentName } = useCaseTexts();
  const [prepared, setPrepared] = useState<PreparedPaper | null>(null);
  const { prepare, busy, error } = usePrepareForm();
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
      <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
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
        <Menu.Dropdown>
          {documentKinds.map((kind) => (
            <Menu.Item key={kind} onClick={() => void open(kind)}>
              {documentName(kind)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {error !== null && <ErrorNotice error={error} />}
      <PaperDialog prepared={prepared} onClose={() => setPrepared(null)} />
    </>
  );
};
