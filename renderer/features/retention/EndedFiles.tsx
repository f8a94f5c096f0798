import { Anchor, Badge, Button, Checkbox, Table, Text } from '@mantine/core';
import { freezeFields, proposalFields } from '@shared/domain/retention/fields.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../lib/draft.ts';
import { useFormat } from '../../lib/format.ts';
import { useGo } from '../../lib/navigation.ts';
import { type Output, useCommand } from '../../lib/query.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { FormFields } from '../../ui/form/FormFields.tsx';
import { noIssues } from '../../ui/form/issues.ts';
import { Section } from '../../ui/Section.tsx';
import { chosenOf, type EndedView, type Retained, useRetained } from './retained.ts';
import { useChosen } from './use-chosen.ts';

interface DialogProps {
  readonly onClose: () => void;
}

const ProposeDialog = ({ rows, onClose }: DialogProps & { readonly rows: readonly Retained[] }) => {
  const { t } = useTranslation();
  const draft = useDraft({ kind: 'erasureProposal', caseId: null, subjectKey: '', initial: { reason: '' } });
  const propose = useCommand('retention.propose');
  const submit = async (): Promise<void> => {
    if (!(await propose.run({ ...chosenOf(rows), ...draft.value })).ok) return;
    await draft.discard();
    onClose();
  };
  return (
    <FormDialog
      title={t('retention.propose', { count: rows.length })}
      busy={propose.busy}
      draft={draft}
      error={propose.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Text>{t('retention.proposeHint')}</Text>
      <FormFields
        fields={proposalFields}
        value={draft.value}
        onChange={(name, next) => draft.setValue((known) => ({ ...known, [name]: next }))}
        issue={noIssues}
      />
    </FormDialog>
  );
};

const FreezeDialog = ({ row: { key, named }, onClose }: DialogProps & { readonly row: Retained }) => {
  const { t } = useTranslation();
  const draft = useDraft({
    kind: 'freeze',
    caseId: null,
    subjectKey: key,
    initial: { reason: 'objection' as const, note: '' },
  });
  const freeze = useCommand('retention.freeze');
  const submit = async (): Promise<void> => {
    if (!(await freeze.run({ ...named, ...draft.value })).ok) return;
    await draft.discard();
    onClose();
  };
  return (
    <FormDialog
      title={t('retention.freezeTitle')}
      busy={freeze.busy}
      draft={draft}
      error={freeze.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <FormFields
        fields={freezeFields}
        value={draft.value}
        onChange={(name, next) => draft.setValue((known) => ({ ...known, [name]: next }))}
        issue={noIssues}
      />
    </FormDialog>
  );
};

/** What keeps it, or that nothing does. */
const Standing = ({ standing: { frozen, obstacle, dueOn } }: Pick<Retained, 'standing'>) => {
  const { t } = useTranslation();
  const { shortDate } = useFormat();
  if (frozen !== null)
    return (
      <>
        <Badge tt="none" miw="max-content" variant="light" color="blue">
          {t('retention.frozen')}
        </Badge>
        <Text size="sm" c="dimmed">
          {[t(`retention.freezeReason.${frozen.reason}`), frozen.note].filter(Boolean).join(': ')}
        </Text>
      </>
    );
  if (obstacle === null)
    return (
      <Badge tt="none" miw="max-content" variant="light" color="amber">
        {t('retention.due')}
      </Badge>
    );
  if (obstacle === 'fileNotDue') return dueOn === null ? t('retention.notSet') : shortDate(dueOn);
  return t(`retention.standing.${obstacle}`);
};

interface RowProps {
  readonly row: Retained;
  readonly chosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
  readonly onFreeze: () => void;
}

const Row = ({ row, chosen, onChoose, onFreeze }: RowProps) => {
  const { t } = useTranslation();
  const go = useGo();
  const unfreeze = useCommand('retention.unfreeze');
  const { named, name, place, kind, span, amount, askedBy, standing } = row;
  const { frozen, obstacle } = standing;
  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox
          aria-label={t('retention.choose', { name })}
          checked={chosen}
          disabled={obstacle !== null}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      </Table.Td>
      <Table.Th scope="row" fw={500}>
        {place === null ? (
          name
        ) : (
          <Anchor component="button" type="button" ta="start" onClick={() => go(place)}>
            {name}
          </Anchor>
        )}
      </Table.Th>
      <Table.Td>{kind}</Table.Td>
      <Table.Td>{span}</Table.Td>
      <Table.Td>{amount}</Table.Td>
      <Table.Td>
        <Standing standing={standing} />
        {askedBy.length > 0 && <Text size="sm">{t('retention.askedBy', { names: askedBy.join(', ') })}</Text>}
      </Table.Td>
      <Table.Td>
        <Button
          size="compact-sm"
          variant="subtle"
          loading={unfreeze.busy}
          aria-label={t(frozen === null ? 'retention.freezeNamed' : 'retention.unfreezeNamed', { name })}
          onClick={() => (frozen === null ? onFreeze() : void unfreeze.run(named))}
        >
          {t(frozen === null ? 'retention.freeze' : 'retention.unfreeze')}
        </Button>
        {unfreeze.error !== null && <ErrorNotice error={unfreeze.error} />}
      </Table.Td>
    </Table.Tr>
  );
};

const columns = ['choose', 'number', 'kind', 'span', 'amount', 'standing', 'actions'] as const;

interface EndedFilesProps {
  readonly view: EndedView;
  readonly holding: Output<'case.retention'>['holding'];
  readonly requests: Output<'exchange.erasures'>['requests'];
}

/**
 * Files, guidance and years of learning records that have ended, by number and dates alone; those that are due can be
 * proposed for erasure together.
 */
export const EndedFiles = ({ view, holding, requests }: EndedFilesProps) => {
  const { t } = useTranslation();
  const rows = useRetained(view, requests);
  const [chosen, choose] = useChosen();
  const [open, setOpen] = useState<'propose' | { readonly freeze: Retained } | null>(null);
  const due = rows.filter(({ key, standing }) => standing.obstacle === null && chosen.has(key));
  const close = (): void => setOpen(null);
  return (
    <Section title={t('retention.files')} intro={t('retention.filesIntro')}>
      {rows.length === 0 && <Text c="dimmed">{t('retention.noFiles')}</Text>}
      {rows.length > 0 && (
        <DataTable striped aria-label={t('retention.files')}>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`retention.column.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Row
                key={row.key}
                row={row}
                chosen={due.includes(row)}
                onChoose={(isChosen) => choose(row.key, isChosen)}
                onFreeze={() => setOpen({ freeze: row })}
              />
            ))}
          </Table.Tbody>
        </DataTable>
      )}
      {rows.length > 0 && (
        <Button mt="sm" disabled={due.length === 0 || holding === null} onClick={() => setOpen('propose')}>
          {t('retention.propose', { count: due.length })}
        </Button>
      )}
      {rows.length > 0 && holding === null && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('retention.holdingFirst')}
        </Text>
      )}
      {open === 'propose' && <ProposeDialog rows={due} onClose={close} />}
      {open !== null && open !== 'propose' && <FreezeDialog row={open.freeze} onClose={close} />}
    </Section>
  );
};
