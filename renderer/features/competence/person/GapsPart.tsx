import { Button, Group, Loader, Stack, Table, Text } from '@mantine/core';
import { plainCompetence, presentCompetences } from '@shared/domain/competence/gaps.ts';
import { assessmentFields, levelFields } from '@shared/domain/competence/standard-fields.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { isIsoDate } from '@shared/kernel/date.ts';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/draft.ts';
import { today } from '../../../lib/format.ts';
import { useGo } from '../../../lib/navigation.ts';
import { type Output, useCommand, useQueryCall } from '../../../lib/query.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { FormFields } from '../../../ui/form/FormFields.tsx';
import { noIssues, readBy } from '../../../ui/form/issues.ts';
import { useIssues } from '../../../ui/form/use-issues.ts';
import { SaveState } from '../../../ui/SaveState.tsx';
import { Section } from '../../../ui/Section.tsx';

type Known = Output<'competence.competences'>;

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
  const { issue, judging } = useIssues(() => readBy(presentCompetences, value).issues);
  const isOf = (name: string, level: { readonly name: string }): boolean =>
    plainCompetence(level.name) === plainCompetence(name);
  const levelOf = (name: string): number | null => value.levels.find((level) => isOf(name, level))?.level ?? null;
  const setLevel = (name: string, level: number | null): void =>
    setValue((current) => ({
      ...current,
      levels: [...current.levels.filter((other) => !isOf(name, other)), ...(level === null ? [] : [{ name, level }])],
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
        <FormFields
          fields={assessmentFields}
          value={value}
          onChange={(name, next) => setValue((current) => ({ ...current, [name]: next }))}
          issue={issue}
          judging={judging}
        />
        {known.standard.competences.map(({ name, level, type }) => (
          <FormFields
            key={name}
            fields={levelFields}
            value={{ level: levelOf(name) }}
            labelValues={{ name, type: t(`competence.type.${type}`), level }}
            onChange={(_field, next) => setLevel(name, next as number | null)}
            issue={noIssues}
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
        <Button variant="default" onClick={() => go(placeOf('standards'))}>
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
