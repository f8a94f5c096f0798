import { Paper, Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import type { AskedPerson, PersonAnswer } from '@shared/contract/competence-file.ts';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../ui/Section.tsx';

export interface CsvPeopleProps {
  readonly people: readonly AskedPerson[];
  /** All answers so far, with the one that was given now. */
  readonly onAnswers: (answers: readonly PersonAnswer[]) => void;
}

/** What a person has said of these people. */
export const answersOf = (people: readonly AskedPerson[]): PersonAnswer[] =>
  people.flatMap(({ nip, name, unitOfWork, answer }) =>
    answer === undefined ? [] : [{ nip, name, unitOfWork, personId: answer }],
  );

const nobody = 'nobody';

interface OneProps {
  readonly person: AskedPerson;
  readonly onAnswer: (personId: string | null) => void;
}

/** Somebody of the file, beside whom of the register it may be. */
const One = ({ person: { row, nip, name, unitOfWork, fitting, answer }, onAnswer }: OneProps) => {
  const { t } = useTranslation();
  return (
    <Paper withBorder p="sm" component="section" aria-label={name}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <Stack gap={0}>
          <Text size="sm" c="dimmed">
            {t('competence.import.people.inFile', { row })}
          </Text>
          <Text fw={600}>{name}</Text>
          {[nip, unitOfWork]
            .filter((line) => line !== '')
            .map((line) => (
              <Text key={line} size="sm">
                {line}
              </Text>
            ))}
        </Stack>
        <Radio.Group
          label={t('competence.import.people.inRegister')}
          value={answer === undefined ? '' : (answer ?? nobody)}
          onChange={(next) => onAnswer(next === nobody ? null : next)}
        >
          <Stack gap={6} mt={6}>
            {fitting.map(({ personId, shown }) => (
              <Radio
                key={personId}
                value={personId}
                label={shown.name}
                description={[
                  shown.nipTail === '' ? '' : t('person.alike.nipTail', { tail: shown.nipTail }),
                  shown.position,
                  shown.unit,
                ]
                  .filter((line) => line !== '')
                  .join(' · ')}
              />
            ))}
            <Radio value={nobody} label={t('competence.import.people.nobody')} />
          </Stack>
        </Radio.Group>
      </SimpleGrid>
    </Paper>
  );
};

/** Who of a file is nearly somebody of the register: the person decides, before anything is stored. */
export const CsvPeople = ({ people, onAnswers }: CsvPeopleProps) => {
  const { t } = useTranslation();
  if (people.length === 0) return null;
  const answer = (index: number, personId: string | null): void =>
    onAnswers(answersOf(people.map((one, at) => (at === index ? { ...one, answer: personId } : one))));
  return (
    <Section title={t('competence.import.people.title')} intro={t('competence.import.people.intro')}>
      <Stack gap="md">
        {people.map((person, index) => (
          <One
            key={`${person.nip} ${person.name} ${person.unitOfWork}`}
            person={person}
            onAnswer={(personId) => answer(index, personId)}
          />
        ))}
      </Stack>
    </Section>
  );
};
