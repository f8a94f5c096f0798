import { Button, Group, Loader, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { plainCompetence } from '@shared/domain/competence/gaps.ts';
import { maxLine } from '@shared/domain/fields.ts';
import { isIsoDate } from '@shared/kernel/date.ts';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/draft.ts';
import { today } from '../../../lib/format.ts';
import { useGo } from '../../../lib/navigation.ts';
import { type Output, useCommand, useQueryCall } from '../../../lib/query.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { SaveState } from '../../../ui/SaveState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { paths } from '../paths.ts';

type Known = Output<'competence.competences'>;

const levels = ['0', '1', '2', '3', '4', '5'];

const Assessment = ({
  personId,
  known,
}: {
  readonly personId: string;
  readonly known: Known & { standard: NonNullable<Known['standard']> };
}) => {
  const { t } = useTranslation();
  const save = useCommand('competence.saveCompetences');
  const draft = useDraft({
    kind: 'presentCompetences',
    caseId: null,
    subjectKey: personId,
    initial: known.present ?? { assessedOn: today(), basis: '', levels: [] },
  });
  const { value, setValue } = draft;
  const isOf = (name: string, level: { readonly name: string }): boolean =>
    plainCompetence(level.name) === plainCompetence(name);
  const levelOf = (name: string): string => String(value.levels.find((level) => isOf(name, level))?.level ?? '');
  const setLevel = (name: string, level: string | null): void =>
    setValue((current) => ({
      ...current,
      levels: [
        ...current.levels.filter((other) => !isOf(name, other)),
        ...(level === null ? [] : [{ name, level: Number(level) }]),
      ],
    }));
  const store = async (): Promise<void> => {
    const saved = await save.run({ personId, present: value });
    if (saved.ok) await draft.discard();
  };
  if (!draft.ready) return <Loader aria-label={t('common.loading')} />;
  const isFit = value.basis.trim() !== '' && isIsoDate(value.assessedOn);
  return (
    <Section title={t('competence.assessment')} intro={t('competence.assessmentIntro')}>
      <Stack gap="sm">
        <Group>
          <TextInput
            type="date"
            label={t('competence.assessedOn')}
            value={value.assessedOn}
            onChange={(event) => {
              const assessedOn = event.currentTarget.value;
              setValue((current) => ({ ...current, assessedOn }));
            }}
          />
          <TextInput
            label={t('competence.basis')}
            required
            miw={320}
            maxLength={maxLine}
            value={value.basis}
            onChange={(event) => {
              const basis = event.currentTarget.value;
              setValue((current) => ({ ...current, basis }));
            }}
          />
        </Group>
        {known.standard.competences.map(({ name, level, type }) => (
          <Select
            key={name}
            label={t('competence.levelOf', { name, type: t(`competence.type.${type}`), level })}
            clearable
            maw={420}
            data={levels}
            value={levelOf(name) || null}
            onChange={(next) => setLevel(name, next)}
          />
        ))}
        {save.error !== null && <ErrorNotice error={save.error} />}
        <Group>
          <Button disabled={!isFit} loading={save.busy} onClick={() => void store()}>
            {t('competence.saveAssessment')}
          </Button>
          <SaveState draft={draft} />
        </Group>
      </Stack>
    </Section>
  );
};

/** Present competence against the standard of the position; gaps, the largest first. */
export const GapsPart = ({ personId }: { readonly personId: string }) => {
  const { t } = useTranslation();
  const go = useGo();
  const known = useQueryCall('competence.competences', { personId });
  const { data } = known;
  if (known.error) return <ErrorNotice error={known.error} />;
  if (data === undefined) return <Loader aria-label={t('common.loading')} />;
  const { standard, gaps, position } = data;
  if (standard === null)
    return (
      <Section title={t('competence.gaps')}>
        <Text mb="sm">{t('competence.noStandard', { position: position || '–' })}</Text>
        <Button variant="default" onClick={() => go(paths.standards)}>
          {t('competence.standards.title')}
        </Button>
      </Section>
    );
  return (
    <>
      <Section title={t('competence.gaps')} intro={`${standard.position} · ${standard.citation}`}>
        {gaps.length === 0 ? (
          <Text>{t('competence.noGaps')}</Text>
        ) : (
          <DataTable aria-label={t('competence.gaps')}>
            <Table.Thead>
              <Table.Tr>
                {(['competence', 'type', 'required', 'present'] as const).map((column) => (
                  <Table.Th key={column} scope="col">
                    {t(`competence.gapColumn.${column}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {gaps.map(({ name, type, required, present }) => (
                <Table.Tr key={name}>
                  <Table.Th scope="row" fw={500}>
                    {name}
                  </Table.Th>
                  <Table.Td>{t(`competence.type.${type}`)}</Table.Td>
                  <Table.Td>{required}</Table.Td>
                  <Table.Td>{present ?? t('competence.notAssessed')}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </DataTable>
        )}
      </Section>
      <Assessment key={JSON.stringify(data.present)} personId={personId} known={{ ...data, standard }} />
    </>
  );
};
