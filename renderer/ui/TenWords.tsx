import { Alert, Group, Paper, Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Ten words of a key, numbered, to be read aloud. */
export const TenWords = ({ words, label }: { readonly words: readonly string[]; readonly label: string }) => (
  <SimpleGrid component="ol" cols={{ base: 2, sm: 5 }} spacing="xs" m={0} p={0} aria-label={label}>
    {words.map((word, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a word is its number
      <Paper component="li" key={index} withBorder px="xs" py={4} style={{ listStyle: 'none' }}>
        <Text size="xs" c="dimmed" aria-hidden>
          {index + 1}
        </Text>
        <Text fw={600} lang="id">
          {word}
        </Text>
      </Paper>
    ))}
  </SimpleGrid>
);

/** What came of a comparison by voice; null: not compared yet. */
export type Compared = 'same' | 'differ' | null;

export interface CompareWordsProps {
  readonly words: readonly string[];
  /** Whom to call, and who reads what. */
  readonly instruction: string;
  readonly value: Compared;
  readonly onChange: (value: Compared) => void;
  readonly disabled?: boolean;
}

/** Two people compare ten words by voice; the one at the screen says what came of it. */
export const CompareWords = ({ words, instruction, value, onChange, disabled = false }: CompareWordsProps) => {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Text>{instruction}</Text>
      <TenWords words={words} label={t('words.list')} />
      <Radio.Group
        label={t('words.question')}
        value={value}
        onChange={(next) => onChange(next as Compared)}
        readOnly={disabled}
      >
        <Group gap="lg" mt={6}>
          <Radio value="same" label={t('words.same')} disabled={disabled} />
          <Radio value="differ" label={t('words.differ')} disabled={disabled} />
        </Group>
      </Radio.Group>
      {value === 'differ' && (
        <Alert color="amber" variant="light" role="alert" title={t('words.differTitle')}>
          {t('words.differText')}
        </Alert>
      )}
    </Stack>
  );
};
