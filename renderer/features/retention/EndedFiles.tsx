import { Anchor, Badge, Button, Checkbox, Table, Text } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
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

type View = Output<'case.retention'>;
type File = View['files'][number];

interface DialogProps {
  readonly onClose: () => void;
}

const ProposeDialog = ({ caseIds, onClose }: DialogProps & { readonly caseIds: readonly string[] }) => {
  const { t } = useTranslation();
  const draft = useDraft({ kind: 'erasureProposal', caseId: null, subjectKey: '', initial: { reason: '' } });
  const propose = useCommand('retention.propose');
  const submit = async (): Promise<void> => {
    if (!(await propose.run({ caseIds: [...caseIds], ...draft.value })).ok) return;
    await draft.discard();
    onClose();
  };
  return (
    <FormDialog
      title={t('retention.propose', { count: caseIds.length })}
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

const FreezeDialog = ({ caseId, onClose }: DialogProps & { readonly caseId: string }) => {
  const { t } = useTranslation();
  const draft = useDraft({
    kind: 'freeze',
    caseId: null,
    subjectKey: caseId,
    initial: { reason: 'objection' as const, note: '' },
  });
  const freeze = useCommand('retention.freeze');
  const submit = async (): Promise<void> => {
    if (!(await freeze.run({ caseId, ...draft.value })).ok) return;
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

/** What keeps a file, or that nothing does. */
const Standing = ({ file }: { readonly file: File }) => {
  const { t } = useTranslation();
  const { shortDate } = useFormat();
  const { frozen, obstacle, dueOn } = file;
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
  readonly file: File;
  readonly name: string;
  /** Who erased theirs, and asks that it be erased too. */
  readonly askedBy: readonly string[];
  readonly chosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
  readonly onFreeze: () => void;
}

const Row = ({ file, name, askedBy, chosen, onChoose, onFreeze }: RowProps) => {
  const { t } = useTranslation();
  const { shortDate } = useFormat();
  const go = useGo();
  const unfreeze = useCommand('retention.unfreeze');
  const { caseId, kind, from, to, acts, attachments, frozen } = file;
  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox
          aria-label={t('retention.choose', { name })}
          checked={chosen}
          disabled={file.obstacle !== null}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      </Table.Td>
      <Table.Th scope="row" fw={500}>
        <Anchor component="button" type="button" ta="start" onClick={() => go(placeOf('case', { caseId }))}>
          {name}
        </Anchor>
      </Table.Th>
      <Table.Td>{t(`retention.kind.${kind}`)}</Table.Td>
      <Table.Td>{from === to ? shortDate(from) : `${shortDate(from)} – ${shortDate(to)}`}</Table.Td>
      <Table.Td>{t('retention.amount', { acts, attachments })}</Table.Td>
      <Table.Td>
        <Standing file={file} />
        {askedBy.length > 0 && <Text size="sm">{t('retention.askedBy', { names: askedBy.join(', ') })}</Text>}
      </Table.Td>
      <Table.Td>
        <Button
          size="compact-sm"
          variant="subtle"
          loading={unfreeze.busy}
          aria-label={t(frozen === null ? 'retention.freezeNamed' : 'retention.unfreezeNamed', { name })}
          onClick={() => (frozen === null ? onFreeze() : void unfreeze.run({ caseId }))}
        >
          {t(frozen === null ? 'retention.freeze' : 'retention.unfreeze')}
        </Button>
        {unfreeze.error !== null && <ErrorNotice error={unfreeze.error} />}
      </Table.Td>
    </Table.Tr>
  );
};

const columns = ['choose', 'number', 'kind', 'span', 'amount', 'standing', 'actions'] as const;

interface EndedFilesProps extends Pick<View, 'files' | 'holding'> {
  readonly requests: Output<'exchange.erasures'>['requests'];
}

/** Files that have ended, by number and dates alone; those that are due can be proposed for erasure together. */
export const EndedFiles = ({ files, holding, requests }: EndedFilesProps) => {
  const { t } = useTranslation();
  const { shortDate } = useFormat();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<'propose' | { readonly freeze: string } | null>(null);
  const caseIds = files
    .filter(({ caseId, obstacle }) => obstacle === null && chosen.has(caseId))
    .map(({ caseId }) => caseId);
  const choose = (caseId: string, isChosen: boolean): void =>
    setChosen((known) => new Set(isChosen ? [...known, caseId] : [...known].filter((other) => other !== caseId)));
  const close = (): void => setOpen(null);
  return (
    <Section title={t('retention.files')} intro={t('retention.filesIntro')}>
      {files.length === 0 && <Text c="dimmed">{t('retention.noFiles')}</Text>}
      {files.length > 0 && (
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
            {files.map((file) => (
              <Row
                key={file.caseId}
                file={file}
                name={
                  file.listNumber === '' ? t('retention.openedOn', { date: shortDate(file.from) }) : file.listNumber
                }
                askedBy={requests.filter(({ caseId }) => caseId === file.caseId).map((request) => request.name)}
                chosen={caseIds.includes(file.caseId)}
                onChoose={(isChosen) => choose(file.caseId, isChosen)}
                onFreeze={() => setOpen({ freeze: file.caseId })}
              />
            ))}
          </Table.Tbody>
        </DataTable>
      )}
      {files.length > 0 && (
        <Button mt="sm" disabled={caseIds.length === 0 || holding === null} onClick={() => setOpen('propose')}>
          {t('retention.propose', { count: caseIds.length })}
        </Button>
      )}
      {files.length > 0 && holding === null && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('retention.holdingFirst')}
        </Text>
      )}
      {open === 'propose' && <ProposeDialog caseIds={caseIds} onClose={close} />}
      {open !== null && open !== 'propose' && <FreezeDialog caseId={open.freeze} onClose={close} />}
    </Section>
  );
};
