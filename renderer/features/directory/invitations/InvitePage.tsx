import { Alert, Button, Checkbox, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { emptyPerson, type Role, roles } from '@shared/domain/identity/person.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconMailPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/draft.ts';
import { useGo } from '../../../lib/navigation.ts';
import { useCommand, useQueryCall } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { PersonFields, personProblems } from '../../../ui/form/PersonFields.tsx';
import { Page } from '../../../ui/Page.tsx';
import { SaveState } from '../../../ui/SaveState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TenWords } from '../../../ui/TenWords.tsx';
import { useFocusHere } from '../../../ui/use-focus-here.ts';

/** What was saved, and what to do with it. */
const Saved = ({ name, onAnother }: { readonly name: string; readonly onAnother: () => void }) => {
  const { t } = useTranslation();
  const go = useGo();
  const words = useQueryCall('identity.status', {}).data?.directory?.words;
  const box = useFocusHere<HTMLDivElement>();
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="status"
      color="green"
      variant="light"
      title={t('directory.inviteSaved', { name })}
    >
      <Stack gap="sm">
        <Text>{t('directory.inviteSavedText')}</Text>
        {words !== undefined && <TenWords words={words} label={t('directory.rootWords')} />}
        <Group gap="xs">
          <Button onClick={() => go(placeOf('directory'))}>{t('directory.title')}</Button>
          <Button variant="default" onClick={onAnother}>
            {t('directory.inviteAnother')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
};

/** The publisher invites a person: identity and roles, saved as a file with which a new vault begins. */
export const InvitePage = () => {
  const { t } = useTranslation();
  const go = useGo();
  const draft = useDraft({
    kind: 'invitation',
    caseId: null,
    subjectKey: '',
    initial: { person: emptyPerson, roles: [] },
  });
  const [tried, setTried] = useState(false);
  const [savedFor, setSavedFor] = useState<string | null>(null);
  const make = useCommand('invitation.make');
  const hasProfile = (useQueryCall('office.get', {}).data?.profile ?? null) !== null;
  const [withProfile, setWithProfile] = useState(true);
  const { person, roles: chosen } = draft.value;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(personProblems(person)).length > 0 || chosen.length === 0) return;
    const answer = await make.run({ person, roles: chosen, withProfile: hasProfile && withProfile });
    if (!answer.ok || !answer.value.saved) return;
    await draft.discard();
    setTried(false);
    setSavedFor(person.name);
  };
  return (
    <Page
      title={t('directory.invite')}
      intro={t('directory.inviteIntro')}
      width="reading"
      crumbs={[{ label: t('directory.title'), onClick: () => go(placeOf('directory')) }]}
    >
      {savedFor !== null && <Saved name={savedFor} onAnother={() => setSavedFor(null)} />}
      {savedFor === null && draft.ready && (
        <form onSubmit={(event) => void submit(event)} noValidate aria-label={t('directory.invite')}>
          <Section title={t('directory.invitePerson')}>
            <PersonFields
              value={person}
              onChange={(next) => draft.setValue((before) => ({ ...before, person: next }))}
              showProblems={tried}
            />
          </Section>
          <Section title={t('directory.inviteRoles')}>
            <Checkbox.Group
              aria-label={t('directory.inviteRoles')}
              value={chosen}
              onChange={(next) => draft.setValue((before) => ({ ...before, roles: next as Role[] }))}
              error={tried && chosen.length === 0 && t('common.required')}
            >
              <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
                {roles.map((role) => (
                  <Checkbox key={role} value={role} label={t(`roles.${role}`)} />
                ))}
              </SimpleGrid>
            </Checkbox.Group>
          </Section>
          {hasProfile && (
            <Checkbox
              mb="md"
              label={t('office.withProfile')}
              description={t('office.withProfileHint')}
              checked={withProfile}
              onChange={(event) => setWithProfile(event.currentTarget.checked)}
            />
          )}
          {make.error !== null && <ErrorNotice error={make.error} />}
          <Group justify="space-between">
            <Button type="submit" leftSection={<IconMailPlus size={17} aria-hidden />} loading={make.busy}>
              {t('directory.inviteSave')}
            </Button>
            <SaveState draft={draft} />
          </Group>
        </form>
      )}
    </Page>
  );
};
