import { Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** One of two who may be one person. */
export interface AlikePerson {
  /** Where this description stands: in the file, in the directory. */
  readonly from: string;
  readonly name: string;
  /** As much of the NIP as is known. */
  readonly nip: string;
  readonly position: string;
  readonly unit: string;
}

const Side = ({ from, name, nip, position, unit }: AlikePerson) => (
  <Stack gap={0}>
    <Text size="sm" c="dimmed">
      {from}
    </Text>
    <Text fw={600}>{name}</Text>
    {[nip, position, unit]
      .filter((line) => line !== '')
      .map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
  </Stack>
);

export interface AlikePairProps {
  readonly one: AlikePerson;
  readonly other: AlikePerson;
  /** Null while nothing is answered. */
  readonly same: boolean | null;
  readonly onAnswer: (same: boolean) => void;
}

/** Two of a like name beside each other, and whether they are one person. */
export const AlikePair = ({ one, other, same, onAnswer }: AlikePairProps) => {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <Side {...one} />
        <Side {...other} />
      </SimpleGrid>
      <Radio.Group
        label={t('person.alike.question')}
        value={same === null ? null : String(same)}
        onChange={(value) => onAnswer(value === 'true')}
      >
        <Stack gap={6} mt={6}>
          <Radio value="true" label={t('person.alike.same')} />
          <Radio value="false" label={t('person.alike.other')} />
        </Stack>
      </Radio.Group>
    </Stack>
  );
};
