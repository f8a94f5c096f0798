import { Button, Group, List, Select, Text } from '@mantine/core';
import { trainingForms } from '@shared/domain/guidance/choice-forms.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHolderWithPeople } from '../../lib/holder.ts';
import { useGo } from '../../lib/navigation.ts';

/** Formal or informal training: leads to the page of the employee, with the development plan and the entry of JP. */
export const TrainingStart = ({ variant }: { readonly variant: 'filled' | 'default' }) => {
  const { t } = useTranslation();
  const go = useGo();
  const people = useHolderWithPeople()?.people ?? [];
  const [personId, setPersonId] = useState<string | null>(null);
  return (
    <>
      <List size="sm" spacing={4} mt="xs" aria-label={t('guidanceChoice.trainingForms')}>
        {trainingForms.map((form) => (
          <List.Item key={form}>
            <strong>{t(`guidanceChoice.formName.${form}`)}</strong>: {t(`guidanceChoice.trainingOf.${form}`)}
          </List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed" mt="xs">
        {t('guidanceChoice.trainingSource')} {t('guidanceChoice.trainingWay')}
      </Text>
      <Group justify="flex-end" align="flex-end" mt="sm">
        {people.length > 0 && (
          <Select
            label={t('guidanceChoice.trainingEmployee')}
            searchable
            clearable
            flex={1}
            data={people.map((person) => ({
              value: person.personId,
              label: [person.name, person.unit].filter(Boolean).join(' · '),
            }))}
            value={personId}
            onChange={setPersonId}
            nothingFoundMessage={t('common.nothingFound')}
          />
        )}
        <Button
          variant={variant}
          onClick={() => go(personId === null ? placeOf('competence') : placeOf('learner', { personId }))}
        >
          {t('guidanceChoice.start.training')}
        </Button>
      </Group>
    </>
  );
};
