import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { programmePaperTitles } from '@shared/domain/documents/kind.ts';
import { isInOffice } from '@shared/domain/identity/person.ts';
import { benefitSheetFields } from '@shared/domain/programme/benefit-fields.ts';
import type { Benefit } from '@shared/domain/programme/benefits.ts';
import { IconUserOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHolder } from '../../lib/holder.ts';
import { useCommand } from '../../lib/query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { FormFields } from '../../ui/form/FormFields.tsx';
import { noIssues } from '../../ui/form/issues.ts';
import { Page } from '../../ui/Page.tsx';
import { PaperDialog, type PreparedPaper } from '../../ui/PaperDialog.tsx';
import { Section } from '../../ui/Section.tsx';
import { Tallies } from './Tallies.tsx';

/** A sheet to print, blank or ticked here. What is ticked goes with the page: it is no draft, and nothing keeps it. */
const Sheet = () => {
  const { t } = useTranslation();
  const [sheet, setSheet] = useState<{ unit: string; benefits: Benefit[] }>({ unit: '', benefits: [] });
  const [prepared, setPrepared] = useState<PreparedPaper | null>(null);
  const prepare = useCommand('programme.prepareBenefitSheet');
  const open = async (): Promise<void> => {
    const answer = await prepare.run(sheet);
    if (answer.ok) setPrepared({ viewId: answer.value.viewId, title: programmePaperTitles.benefitSheet });
  };
  return (
    <Section title={t('programme.benefits.sheet')} intro={t('programme.benefits.sheetIntro')}>
      <Stack gap="sm">
        <Alert
          color="gray"
          variant="light"
          icon={<IconUserOff aria-hidden />}
          title={t('programme.benefits.voluntary')}
        >
          <Text size="md">{t('programme.benefits.nameless')}</Text>
        </Alert>
        <FormFields
          fields={benefitSheetFields}
          value={sheet}
          onChange={(name, next) => setSheet((known) => ({ ...known, [name]: next }))}
          issue={noIssues}
        />
        {prepare.error !== null && <ErrorNotice error={prepare.error} />}
        <Group>
          <Button loading={prepare.busy} onClick={() => void open()}>
            {t('programme.benefits.print')}
          </Button>
        </Group>
      </Stack>
      <PaperDialog prepared={prepared} onClose={() => setPrepared(null)} />
    </Section>
  );
};

/** What coaching and mentoring helped with, as employees say: a nameless sheet, and sums of sheets. */
export const BenefitsPage = () => {
  const { t } = useTranslation();
  const holder = useHolder();
  return (
    <Page title={t('programme.benefits.title')} intro={t('programme.benefits.intro')}>
      <Sheet />
      {isInOffice(holder?.roles ?? []) && <Tallies />}
    </Page>
  );
};
