import { ActionIcon, Button, Group, Menu, Modal, Select, Stack, Switch, TextInput } from '@mantine/core';
import { maxSearch } from '@shared/contract/fields.ts';
import { maxLine } from '@shared/domain/fields.ts';
import { IconBookmark, IconChevronDown, IconPlus, IconSearch, IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useCommand, useQueryCall } from '../../../lib/query.ts';
import { useCaseTexts } from '../texts.ts';
import { type CaseFilter, noFilter, parseCaseFilter } from './case-filter.ts';

export interface FilterBarProps {
  readonly filter: CaseFilter;
  readonly onChange: (next: CaseFilter) => void;
  /** Phases that files are in, with their number. */
  readonly phases: ReadonlyMap<string, number>;
}

/** Keeps filters by name in the settings. */
const useSavedFilters = () => {
  const settings = useQueryCall('settings.get', {}).data;
  const { run, busy } = useCommand('settings.set');
  const filters = settings?.caseFilters ?? [];
  const write = async (next: typeof filters): Promise<void> => {
    if (settings !== undefined) await run({ ...settings, caseFilters: next });
  };
  return {
    filters,
    busy,
    save: (name: string, filter: CaseFilter) =>
      write([...filters.filter((entry) => entry.name !== name), { name, filter: JSON.stringify(filter) }]),
    forget: (name: string) => write(filters.filter((entry) => entry.name !== name)),
  };
};

interface SaveFilterProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onSave: (name: string) => void;
}

/** Asks for the name under which the present filter is kept. */
const SaveFilter = ({ opened, onClose, onSave }: SaveFilterProps) => {
  const { t } = useCaseTexts();
  const [name, setName] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    onSave(name.trim());
    setName('');
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('cases.list.save')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            data-autofocus
            label={t('cases.list.saveName')}
            value={name}
            maxLength={maxLine}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button type="submit">{t('common.save')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};

/** Search, filters and saved filters of the list of files. */
export const FilterBar = ({ filter, onChange, phases }: FilterBarProps) => {
  const { t, phaseName } = useCaseTexts();
  const saved = useSavedFilters();
  const [naming, setNaming] = useState(false);
  const set = (part: Partial<CaseFilter>): void => onChange({ ...filter, ...part });
  return (
    <Group gap="sm" align="flex-end" mb="xs">
      <TextInput
        type="search"
        label={t('cases.list.search')}
        placeholder={t('cases.list.searchHint')}
        leftSection={<IconSearch size={16} aria-hidden />}
        w={330}
        value={filter.search}
        maxLength={maxSearch}
        onChange={(event) => set({ search: event.currentTarget.value })}
      />
      <Select
        label={t('cases.list.phase')}
        placeholder={t('cases.list.anyPhase')}
        clearable
        w={180}
        data={[...phases].map(([phase, count]) => ({ value: phase, label: `${phaseName(phase)} (${count})` }))}
        value={filter.phase}
        onChange={(phase) => set({ phase })}
      />
      <Select
        label={t('cases.list.openness')}
        w={120}
        allowDeselect={false}
        data={[
          { value: 'all', label: t('cases.list.all') },
          { value: 'open', label: t('cases.list.opened') },
          { value: 'closed', label: t('cases.list.closed') },
        ]}
        value={filter.openness}
        onChange={(openness) => openness !== null && set({ openness: openness as CaseFilter['openness'] })}
      />
      <Switch
        label={t('cases.list.waiting')}
        checked={filter.waiting}
        mb={8}
        onChange={(event) => set({ waiting: event.currentTarget.checked })}
      />
      <Menu position="bottom-start" withinPortal={false} withInitialFocusPlaceholder={false} closeOnItemClick={false}>
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconBookmark size={16} aria-hidden />}
            rightSection={<IconChevronDown size={15} aria-hidden />}
          >
            {t('cases.list.saved')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {saved.filters.length === 0 && <Menu.Label>{t('cases.list.noSaved')}</Menu.Label>}
          {saved.filters.map(({ name, filter: text }) => (
            <Menu.Item key={name} closeMenuOnClick onClick={() => onChange(parseCaseFilter(text) ?? noFilter)}>
              {name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item closeMenuOnClick leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setNaming(true)}>
            {t('cases.list.save')}
          </Menu.Item>
          {saved.filters.map(({ name }) => (
            <Menu.Item
              key={name}
              color="red"
              leftSection={<IconX size={14} aria-hidden />}
              onClick={() => void saved.forget(name)}
            >
              {t('cases.list.forget', { name })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <SaveFilter opened={naming} onClose={() => setNaming(false)} onSave={(name) => void saved.save(name, filter)} />
      {JSON.stringify(filter) !== JSON.stringify(noFilter) && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('cases.list.clear')}
          onClick={() => onChange(noFilter)}
        >
          <IconX size={17} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
};
