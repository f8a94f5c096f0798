import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFileExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';

const exports = ['ledger', 'records', 'table', 'institutionPlan'] as const;

/** Saves the ledger or the records of a year as CSV; asks for the passphrase again. */
export const ExportMenu = ({ year }: { readonly year: number }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const save = useCommand('competence.exportCsv');
  const run = async (what: (typeof exports)[number]): Promise<void> => {
    const answer = await save.run({ what, year });
    if (answer.ok && answer.value.saved) notice(t('competence.export.done', { number: answer.value.rows }));
  };
  return (
    <>
      <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button
            variant="default"
            loading={save.busy}
            leftSection={<IconFileExport size={16} aria-hidden />}
            rightSection={<IconChevronDown size={15} aria-hidden />}
          >
            {t('competence.export.title')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {exports.map((what) => (
            <Menu.Item key={what} onClick={() => void run(what)}>
              {t(`competence.export.${what}`, { year })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {save.error !== null && <ErrorNotice error={save.error} />}
    </>
  );
};
