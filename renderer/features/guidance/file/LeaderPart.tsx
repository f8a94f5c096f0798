import { Alert, Select, Stack, Text } from '@mantine/core';
import { entryOf, lacksQualification } from '@shared/domain/guidance/coach.ts';
import { ledBy } from '@shared/domain/guidance/leader.ts';
import { basisFields, fitFields, qualificationFields } from '@shared/domain/guidance/working-file-fields.ts';
import type { PersonInput } from '@shared/domain/identity/person.ts';
import { useTranslation } from 'react-i18next';
import type { HolderWithPeople } from '../../../lib/holder.ts';
import { FormFields } from '../../../ui/form/FormFields.tsx';
import { issuesBelow } from '../../../ui/form/issues.ts';
import { judgingBelow } from '../../../ui/form/judging.ts';
import { PersonChoice } from '../../../ui/form/PersonChoice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { type Register, useRegister } from '../use-register.ts';
import type { LedProps } from './part-props.ts';

/** What the register says of the person who leads. */
const Listed = ({ leader, register }: { readonly leader: PersonInput; readonly register: Register }) => {
  const { t } = useTranslation();
  const entry = entryOf(leader, register);
  if (entry === undefined) return null;
  const { qualification, topics, training } = entry;
  const text = [qualification, topics.join(', '), training.map(({ title }) => title).join(', ')].filter(Boolean);
  return text.length === 0 ? null : (
    <Text size="sm" c="dimmed">
      {t('guidance.qualification.listed', { text: text.join(' · ') })}
    </Text>
  );
};

/** Who leads and on which basis, with the qualification that a coaching asks for; the register helps to choose. */
export const LeaderPart = (props: LedProps & { readonly holder: HolderWithPeople }) => {
  const { file, change, issue, judging, holder } = props;
  const { t } = useTranslation();
  const register = useRegister();
  const fitting = register?.filter(({ kinds }) => kinds.includes(file.kind)) ?? [];
  const lead = (leader: PersonInput | null | undefined): void => {
    if (leader) change((current) => ledBy(current, leader));
  };
  const form = {
    value: file,
    onChange: (name: string, next: unknown) => change((current) => ({ ...current, [name]: next })),
    issue,
    judging,
  };
  return (
    <Section title={t(file.kind === 'coaching' ? 'guidance.coach' : 'guidance.mentor')}>
      <Stack gap="sm">
        <PersonChoice
          label={t('guidance.leader')}
          people={holder.people}
          value={file.leader}
          onChange={lead}
          error={issue('leader', 'name')}
        />
        {fitting.length > 0 && (
          <Select
            label={t('guidance.fromRegister')}
            clearable
            data={fitting.map(({ coachId, person, topics }) => ({
              value: coachId,
              label: [person.name, topics.join(', ')].filter(Boolean).join(' · '),
            }))}
            value={null}
            onChange={(id) => lead(fitting.find(({ coachId }) => coachId === id)?.person)}
          />
        )}
        <Listed leader={file.leader} register={register ?? []} />
        <FormFields fields={basisFields(file.leaderBasis)} {...form} />
        {file.kind === 'coaching' && <FormFields fields={qualificationFields} {...form} />}
        {register !== undefined && lacksQualification(file, register) && (
          <Alert color="amber" variant="light" role="status">
            {t('guidance.qualification.missing', { name: file.leader.name })}
          </Alert>
        )}
      </Stack>
    </Section>
  );
};

/** In what the coach or mentor fits: words of who chose, no rating. */
export const FitPart = ({ file, change, issue, judging }: LedProps) => {
  const { t } = useTranslation();
  return (
    <Section title={t('guidance.fit.title')} intro={t('guidance.fit.intro')}>
      <FormFields
        fields={fitFields}
        value={file.fit}
        onChange={(name, next) => change((current) => ({ ...current, fit: { ...current.fit, [name]: next } }))}
        issue={issuesBelow(issue, 'fit')}
        judging={judgingBelow(judging, 'fit')}
      />
    </Section>
  );
};
