import { Button, Loader } from '@mantine/core';
import { planTitles } from '@shared/domain/documents/competence/titles.ts';
import { presentYear, year as yearSchema } from '@shared/domain/fields.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconFileExport, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../../lib/format.ts';
import { useGo, useParameters } from '../../../lib/navigation.ts';
import { useCommand, useQueryCall } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { Page } from '../../../ui/Page.tsx';
import { PaperDialog, type PreparedPaper } from '../../../ui/PaperDialog.tsx';
import { Section } from '../../../ui/Section.tsx';
import { YearInput } from '../../../ui/YearInput.tsx';
import { InstitutionForm } from './InstitutionForm.tsx';
import { SetPlan } from './SetPlan.tsx';
import { SumsTable } from './SumsTable.tsx';

/** The year in the address; the present one where it is none. */
const yearOf = (text: string | undefined): number => {
  const read = yearSchema.safeParse(Number(text));
  return read.success ? read.data : presentYear(today());
};

/** The institution's plan of a year: what its employees plan, added up, its own activities, budget and evaluation. */
export const InstitutionPage = () => {
  const { t } = useTranslation();
  const go = useGo();
  const notice = useNotice();
  const year = yearOf(useParameters('institutionPlan').year);
  const opened = useQueryCall('competence.institutionPlan', { year });
  const prepare = useCommand('competence.prepareInstitutionPlan');
  const save = useCommand('competence.exportCsv');
  const [prepared, setPrepared] = useState<PreparedPaper | null>(null);
  const { data } = opened;
  const print = async (): Promise<void> => {
    const answer = await prepare.run({ year });
    if (answer.ok) setPrepared({ viewId: answer.value.viewId, title: planTitles.institutionPlan });
  };
  const saveCsv = async (): Promise<void> => {
    const answer = await save.run({ what: 'institutionPlan', year });
    if (answer.ok && answer.value.saved) notice(t('competence.export.done', { number: answer.value.rows }));
  };
  const plan = data?.plan ?? null;
  const error = opened.error ?? prepare.error ?? save.error;
  return (
    <Page
      title={t('competence.institution.heading', { year })}
      intro={t('competence.institution.intro')}
      crumbs={[{ label: t('competence.title'), onClick: () => go(placeOf('competence')) }]}
      actions={
        <>
          <YearInput
            label={t('competence.year')}
            value={year}
            onChange={(next) => go(placeOf('institutionPlan', { year: String(next) }))}
          />
          <Button
            variant="default"
            disabled={plan === null}
            loading={prepare.busy}
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => void print()}
          >
            {t('competence.institution.print')}
          </Button>
          <Button
            variant="default"
            loading={save.busy}
            leftSection={<IconFileExport size={16} aria-hidden />}
            onClick={() => void saveCsv()}
          >
            {t('competence.institution.csv')}
          </Button>
        </>
      }
    >
      {error && <ErrorNotice error={error} />}
      {data === undefined && !opened.error && <Loader aria-label={t('common.loading')} />}
      {data !== undefined && (
        <>
          <Section title={t('competence.institution.employees')}>
            <SumsTable sums={data.sums} since={data.since} />
          </Section>
          {plan?.state === 'set' ? (
            <SetPlan key={`${year} ${data.revision}`} year={year} plan={plan} opened={data} />
          ) : (
            <Section title={t('competence.institution.own')}>
              <InstitutionForm key={`${year} ${data.revision}`} year={year} opened={data} />
            </Section>
          )}
        </>
      )}
      <PaperDialog prepared={prepared} onClose={() => setPrepared(null)} />
    </Page>
  );
};
