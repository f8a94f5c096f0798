import { Autocomplete, Button, Group, Select, Text, TextInput } from '@mantine/core';
import { competenceTypes, maxCompetences, type StandardInput, standardInput } from '@shared/domain/competence/gaps.ts';
import { maxLine } from '@shared/domain/fields.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/draft.ts';
import { useCommand, useQueryCall } from '../../../lib/query.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import type { KeptStandard } from './kept-standard.ts';

type Competence = StandardInput['competences'][number];

const fresh: Competence = { type: 'technical', name: '', level: 3, description: '' };

interface CompetenceProps {
  readonly value: Competence;
  readonly number: number;
  readonly onChange: (edit: Partial<Competence>) => void;
  readonly onRemove: () => void;
}

const CompetenceFields = ({ value, number, onChange, onRemove }: CompetenceProps) => {
  const { t } = useTranslation();
  return (
    <Group align="flex-end" wrap="nowrap">
      <TextInput
        flex={1}
        label={t('competence.standards.competence', { number })}
        maxLength={maxLine}
        value={value.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Select
        label={t('competence.standards.type', { number })}
        allowDeselect={false}
        data={competenceTypes.map((type) => ({ value: type, label: t(`competence.type.${type}`) }))}
        value={value.type}
        onChange={(type) => type !== null && onChange({ type: type as Competence['type'] })}
      />
      <Select
        label={t('competence.standards.levelOf', { number })}
        allowDeselect={false}
        w={90}
        data={['1', '2', '3', '4', '5']}
        value={String(value.level)}
        onChange={(level) => level !== null && onChange({ level: Number(level) })}
      />
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        mb={8}
        aria-label={t('competence.standards.remove', { number })}
        onClick={onRemove}
      >
        {t('common.remove')}
      </Button>
    </Group>
  );
};

export interface StandardDialogProps {
  /** Null: a new one. */
  readonly standard: KeptStandard | null;
  readonly onClose: () => void;
}

/** Adds or changes the standard of a position. */
export const StandardDialog = ({ standard, onClose }: StandardDialogProps) => {
  const { t } = useTranslation();
  const people = useQueryCall('persons.list', {}).data ?? [];
  const positions = [...new Set(people.map(({ position }) => position).filter(Boolean))];
  const {
    standardId = null,
    revision = 0,
    ...known
  } = standard ?? {
    standardId: undefined,
    revision: undefined,
    position: '',
    citation: '',
    competences: [fresh],
  };
  const draft = useDraft({
    kind: 'competenceStandard',
    caseId: null,
    subjectKey: standardId ?? '',
    initial: known,
  });
  const { value } = draft;
  const [isUnfit, setUnfit] = useState(false);
  const save = useCommand('competence.saveStandard');
  const set = (edit: Partial<StandardInput>): void => draft.setValue((current) => ({ ...current, ...edit }));
  const submit = async (): Promise<void> => {
    const parsed = standardInput.safeParse(value);
    setUnfit(!parsed.success);
    if (!parsed.success) return;
    const saved = await save.run({ standardId, revision, standard: parsed.data });
    if (!saved.ok) return;
    await draft.discard();
    onClose();
  };
  return (
    <FormDialog
      title={t(standard === null ? 'competence.standards.add' : 'competence.edit')}
      size="xl"
      busy={save.busy}
      draft={draft}
      error={save.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Autocomplete
        label={t('person.position')}
        required
        maxLength={maxLine}
        limit={30}
        data={positions}
        value={value.position}
        onChange={(position) => set({ position })}
      />
      <TextInput
        label={t('competence.table.column.citation')}
        required
        maxLength={maxLine}
        value={value.citation}
        onChange={(event) => set({ citation: event.currentTarget.value })}
      />
      {value.competences.map((competence, index) => (
        <CompetenceFields
          // biome-ignore lint/suspicious/noArrayIndexKey: they have no name of their own while they are typed
          key={index}
          value={competence}
          number={index + 1}
          onChange={(edit) =>
            set({
              competences: value.competences.map((other, at) => (at === index ? { ...other, ...edit } : other)),
            })
          }
          onRemove={() => set({ competences: value.competences.filter((_, at) => at !== index) })}
        />
      ))}
      <Group>
        <Button
          size="compact-md"
          variant="default"
          disabled={value.competences.length >= maxCompetences}
          onClick={() => set({ competences: [...value.competences, fresh] })}
        >
          {t('competence.standards.addCompetence')}
        </Button>
      </Group>
      {isUnfit && (
        <Text role="alert" c="var(--mantine-color-error)">
          {t('competence.standards.unfit')}
        </Text>
      )}
    </FormDialog>
  );
};
