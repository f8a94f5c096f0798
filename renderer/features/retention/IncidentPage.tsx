import { Button, Group, Loader, Radio, Select, Stack, Text } from '@mantine/core';
import { incidentFields } from '@shared/domain/retention/fields.ts';
import {
  type IncidentKind,
  type IncidentPaperKind,
  incidentKinds,
  isAboutOneFile,
  papersOf,
} from '@shared/domain/retention/incident.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Draft, useDraft } from '../../lib/draft.ts';
import { useExchangeTexts } from '../../lib/exchange-texts.ts';
import { today, useFormat } from '../../lib/format.ts';
import { type Input, type Output, useCommand, useQueryCall } from '../../lib/query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { DateField } from '../../ui/form/DateField.tsx';
import { FormFields } from '../../ui/form/FormFields.tsx';
import { noIssues } from '../../ui/form/issues.ts';
import { Page } from '../../ui/Page.tsx';
import { PaperDialog, type PreparedPaper } from '../../ui/PaperDialog.tsx';
import { SaveState } from '../../ui/SaveState.tsx';
import { Section } from '../../ui/Section.tsx';
import { ExposedFiles } from './ExposedFiles.tsx';
import { RevokeKey } from './RevokeKey.tsx';

type Account = Input<'retention.prepareNotice'>['account'];
interface Typed {
  readonly kind: IncidentKind;
  readonly packageId: string;
  readonly until: string;
  readonly account: Account;
}

const blank = (): Typed => ({
  kind: 'lost',
  packageId: '',
  until: '',
  account: { happenedOn: today(), account: '', protection: '', measures: '', contact: '', citation: '' },
});

/** Whether enough is written for a paper. */
const isTold = ({ happenedOn, account }: Account): boolean => happenedOn !== '' && account.trim() !== '';

/** The sealed files that were sent, by day, employee and receiver. */
const PackageChoice = ({ value, onChange }: { readonly value: string; readonly onChange: (id: string) => void }) => {
  const { t, peerName } = useExchangeTexts();
  const { shortDate } = useFormat();
  const journal = useQueryCall('exchange.journal', {});
  const sent = (journal.data?.entries ?? []).filter(({ direction }) => direction === 'out');
  if (journal.error) return <ErrorNotice error={journal.error} onRetry={() => void journal.refetch()} />;
  if (journal.data !== undefined && sent.length === 0) return <Text>{t('retention.incident.noPackage')}</Text>;
  return (
    <Select
      label={t('retention.incident.package')}
      data={sent.map(({ packageId, at, employeeName, peer }) => ({
        value: packageId,
        label: t('retention.incident.packageEntry', {
          date: shortDate(at),
          name: employeeName === '' ? '–' : employeeName,
          to: peerName(peer),
        }),
      }))}
      value={value === '' ? null : value}
      onChange={(next) => onChange(next ?? '')}
    />
  );
};

/** What happened, and the button that shows whose data others may have. */
const What = ({
  draft,
  onShow,
  busy,
}: {
  readonly draft: Draft<Typed>;
  readonly onShow: () => void;
  readonly busy: boolean;
}) => {
  const { t } = useTranslation();
  const { kind, packageId, until } = draft.value;
  const change = (next: Partial<Typed>): void => draft.setValue((known) => ({ ...known, ...next }));
  return (
    <Section title={t('retention.incident.what')}>
      <Stack gap="sm" align="flex-start">
        <Radio.Group
          aria-label={t('retention.incident.what')}
          value={kind}
          onChange={(next) => change({ kind: incidentKinds.find((known) => known === next) ?? kind })}
        >
          <Stack gap="xs">
            {incidentKinds.map((one) => (
              <Radio key={one} value={one} label={t(`retention.incident.kind.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {kind === 'missent' ? (
          <PackageChoice value={packageId} onChange={(next) => change({ packageId: next })} />
        ) : (
          <DateField
            label={t('retention.incident.until')}
            help={t('retention.incident.untilHelp')}
            value={until}
            onChange={(next) => change({ until: next })}
          />
        )}
        <Button loading={busy} disabled={kind === 'missent' && packageId === ''} onClick={onShow}>
          {t('retention.incident.show')}
        </Button>
      </Stack>
    </Section>
  );
};

/** What is told of it, and the papers that are about all. */
const Tell = ({
  draft,
  onPaper,
  busy,
}: {
  readonly draft: Draft<Typed>;
  readonly onPaper: (paper: IncidentPaperKind, title: string) => void;
  readonly busy: boolean;
}) => {
  const { t } = useTranslation();
  const { kind, packageId, account } = draft.value;
  return (
    <Section title={t('retention.incident.tell')} intro={t('retention.incident.tellIntro')}>
      <Stack gap="sm">
        <FormFields
          fields={incidentFields}
          value={account}
          onChange={(name, next) =>
            draft.setValue((known) => ({ ...known, account: { ...known.account, [name]: next } }))
          }
          issue={noIssues}
        />
        <Group justify="space-between">
          <Group gap="xs">
            {papersOf(kind)
              // The request stands with what follows from it.
              .filter((paper) => !isAboutOneFile(paper) && paper !== 'incidentRevocation')
              .map((paper) => (
                <Button
                  key={paper}
                  variant="default"
                  loading={busy}
                  disabled={!isTold(account) || (kind === 'missent' && packageId === '')}
                  onClick={() => onPaper(paper, t(`retention.incident.paper.${paper}`))}
                >
                  {t(`retention.incident.paper.${paper}`)}
                </Button>
              ))}
          </Group>
          <SaveState draft={draft} />
        </Group>
      </Stack>
    </Section>
  );
};

/** "Komputer hilang / salah kirim": whose data, what is told of it, and what comes after. */
export const IncidentPage = () => {
  const { t } = useTranslation();
  const draft = useDraft({ kind: 'incident', caseId: null, subjectKey: '', initial: blank() }) as Draft<Typed>;
  const list = useCommand('retention.exposure');
  const prepare = useCommand('retention.prepareNotice');
  const [shown, setShown] = useState<{ readonly of: string; readonly exposure: Output<'retention.exposure'> } | null>(
    null,
  );
  const [prepared, setPrepared] = useState<PreparedPaper | null>(null);
  const { kind, packageId, until, account } = draft.value;
  const incident = { kind, packageId: kind === 'missent' ? packageId : null, until: kind === 'lost' ? until : '' };
  const of = JSON.stringify(incident);
  const show = async (): Promise<void> => {
    const found = await list.run(incident);
    setShown(found.ok ? { of, exposure: found.value } : null);
  };
  const make = async (
    paper: IncidentPaperKind,
    { caseId, opening }: { readonly caseId: string | null; readonly opening: string | null },
    title: string,
  ): Promise<void> => {
    await draft.flush();
    const made = await prepare.run({ ...incident, paper, caseId, opening, account });
    if (made.ok) setPrepared({ viewId: made.value.viewId, title });
  };
  const error = list.error ?? prepare.error;
  return (
    <Page title={t('retention.incident.title')} intro={t('retention.incident.intro')}>
      {!draft.ready && <Loader aria-label={t('common.loading')} />}
      {draft.ready && (
        <>
          <What draft={draft} busy={list.busy} onShow={() => void show()} />
          {error !== null && <ErrorNotice error={error} />}
          <Tell
            draft={draft}
            busy={prepare.busy}
            onPaper={(paper, title) => void make(paper, { caseId: null, opening: null }, title)}
          />
          {shown?.of === of && (
            <ExposedFiles
              exposure={shown.exposure}
              canTell={isTold(account)}
              busy={prepare.busy}
              onLetter={(file, name) => void make('incidentPerson', file, t('retention.incident.personOf', { name }))}
            />
          )}
          <Section title={t(`retention.incident.next.${kind}`)}>
            {kind === 'lost' ? (
              <RevokeKey
                canTell={isTold(account)}
                busy={prepare.busy}
                onRequest={() =>
                  void make(
                    'incidentRevocation',
                    { caseId: null, opening: null },
                    t('retention.incident.paper.incidentRevocation'),
                  )
                }
              />
            ) : (
              <Text>{t('retention.incident.nextMissent')}</Text>
            )}
          </Section>
        </>
      )}
      <PaperDialog prepared={prepared} onClose={() => setPrepared(null)} />
    </Page>
  );
};
