import { Checkbox, Code, Stack, Text } from '@mantine/core';
import { type Role, roles } from '@shared/domain/identity/person.ts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Output, useCommand } from '../../lib/query.ts';
import { PersonFields, personProblems } from '../../ui/form/PersonFields.tsx';
import { Section } from '../../ui/Section.tsx';
import { SaveBar } from './SaveBar.tsx';

type Owner = NonNullable<Output<'session.get'>['unlocked']>;

/** The owner's identity block and roles. */
export const ProfileTab = ({ owner }: { readonly owner: Owner }) => {
  const { t } = useTranslation();
  const { personId: _, ...known } = owner.person;
  const [person, setPerson] = useState(known);
  const [held, setHeld] = useState<readonly Role[]>(owner.roles);
  const [saved, setSaved] = useState(false);
  const [tried, setTried] = useState(false);
  const save = useCommand('profile.save');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (held.length === 0 || Object.keys(personProblems(person)).length > 0) return;
    const answer = await save.run({ person, roles: [...held] });
    setSaved(answer.ok);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Section title={t('settings.profile')}>
        <PersonFields value={person} onChange={setPerson} showProblems={tried} />
      </Section>
      <Section title={t('settings.roles')} intro={t('settings.rolesHint')}>
        <Checkbox.Group
          value={[...held]}
          onChange={(next) => setHeld(next as Role[])}
          label={t('settings.roles')}
          error={tried && held.length === 0 && t('common.required')}
        >
          <Stack gap="xs" mt="xs">
            {roles.map((role) => (
              <Checkbox key={role} value={role} label={t(`roles.${role}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Section>
      <Text size="sm" c="dimmed">
        {t('settings.fingerprint')}: <Code>{owner.keyFingerprint}</Code>
      </Text>
      <SaveBar busy={save.busy} saved={saved} error={save.error} />
    </form>
  );
};
