import { Alert, Badge, Button, Loader, Table, Text } from '@mantine/core';
import { programmePaperTitles } from '@shared/domain/documents/kind.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import type { ProgrammeElement } from '@shared/domain/programme/elements.ts';
import { lacksOf, type ProgrammeState, standingsOf } from '@shared/domain/programme/state.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today, useFormat } from '../../lib/format.ts';
import { useGo } from '../../lib/navigation.ts';
import { type Output, useCommand, useQueryCall } from '../../lib/query.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Page } from '../../ui/Page.tsx';
import { PaperDialog, type PreparedPaper } from '../../ui/PaperDialog.tsx';
import { Section } from '../../ui/Section.tsx';
import { ElementDialog } from './ElementDialog.tsx';
import { Figures } from './Figures.tsx';

type Elements = Output<'programme.get'>;

const colours: Readonly<Record<ProgrammeState, string>> = {
  missing: 'amber',
  outdated: 'amber',
  drafted: 'gray',
  set: 'green',
};
const columns = ['element', 'state', 'text', 'document', 'since', 'unit', 'actions'] as const;

const ElementTable = ({
  elements,
  onEdit,
}: {
  readonly elements: Elements;
  readonly onEdit: (element: ProgrammeElement) => void;
}) => {
  const { t } = useTranslation();
  const { date } = useFormat();
  const settings = Object.fromEntries(elements.map(({ element, current }) => [element, current?.setting ?? null]));
  return (
    <DataTable striped aria-label={t('programme.elements')}>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th key={column} scope="col">
              {t(`programme.column.${column}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {standingsOf(settings, today()).map(({ element, state }) => {
          const setting = settings[element] ?? null;
          const lacks = lacksOf(setting);
          const document = [setting?.document.title, setting?.document.number].filter(Boolean).join(', ');
          return (
            <Table.Tr key={element}>
              <Table.Th scope="row" fw={500}>
                {t(`programme.element.${element}`)}
              </Table.Th>
              <Table.Td>
                <Badge tt="none" miw="max-content" variant="light" color={colours[state]}>
                  {t(`programme.state.${state}`)}
                </Badge>
              </Table.Td>
              <Table.Td maw={320}>
                <Text size="sm" lineClamp={3} title={setting?.text}>
                  {setting?.text || '–'}
                </Text>
                {state === 'drafted' && lacks.length > 0 && (
                  <Text size="sm" c="dimmed">
                    {t('programme.lacks', { lacks: lacks.map((lack) => t(`programme.lack.${lack}`)).join(', ') })}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{document || '–'}</Table.Td>
              <Table.Td>{setting !== null && setting.since !== '' ? date(setting.since) : '–'}</Table.Td>
              <Table.Td>{setting?.unit || '–'}</Table.Td>
              <Table.Td>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={t('programme.editNamed', { name: t(`programme.element.${element}`) })}
                  onClick={() => onEdit(element)}
                >
                  {t('programme.edit')}
                </Button>
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </DataTable>
  );
};

/** The guideline out of what is set, figures of several vaults, and what employees say. */
const Ways = () => {
  const { t } = useTranslation();
  const go = useGo();
  const [prepared, setPrepared] = useState<PreparedPaper | null>(null);
  const prepare = useCommand('programme.prepareGuideline');
  const make = async (): Promise<void> => {
    const answer = await prepare.run({});
    if (answer.ok) setPrepared({ viewId: answer.value.viewId, title: programmePaperTitles.programmeGuideline });
  };
  return (
    <>
      <Button loading={prepare.busy} onClick={() => void make()}>
        {t('programme.guideline')}
      </Button>
      <Button variant="default" onClick={() => go(placeOf('programmeFigures'))}>
        {t('programme.joined.open')}
      </Button>
      <Button variant="default" onClick={() => go(placeOf('benefits'))}>
        {t('programme.benefits.open')}
      </Button>
      {prepare.error !== null && <ErrorNotice error={prepare.error} />}
      <PaperDialog prepared={prepared} onClose={() => setPrepared(null)} />
    </>
  );
};

/** The institution's programme: what is set, by which document, what is missing; and how it goes. */
export const ProgrammePage = () => {
  const { t } = useTranslation();
  const programme = useQueryCall('programme.get', {});
  const [edited, setEdited] = useState<ProgrammeElement | null>(null);
  const elements = programme.data;
  const settings = Object.fromEntries(
    (elements ?? []).map(({ element, current }) => [element, current?.setting ?? null]),
  );
  const missing =
    elements === undefined ? [] : standingsOf(settings, today()).filter(({ state }) => state === 'missing');
  return (
    <Page title={t('programme.title')} intro={t('programme.intro')} actions={<Ways />}>
      <Text mb="md">{t('programme.notForRating')}</Text>
      {programme.error && <ErrorNotice error={programme.error} />}
      {elements === undefined && !programme.error && <Loader aria-label={t('common.loading')} />}
      {missing.length > 0 && (
        <Alert color="amber" variant="light" mb="md" title={t('programme.missing', { number: missing.length })}>
          {missing.map(({ element }) => t(`programme.element.${element}`)).join(', ')}
        </Alert>
      )}
      {elements !== undefined && (
        <Section title={t('programme.elements')} intro={t('programme.elementsIntro')}>
          <ElementTable elements={elements} onEdit={setEdited} />
        </Section>
      )}
      <Figures />
      {edited !== null && elements !== undefined && (
        <ElementDialog
          element={edited}
          current={elements.find(({ element }) => element === edited)?.current ?? null}
          onClose={() => setEdited(null)}
        />
      )}
    </Page>
  );
};
