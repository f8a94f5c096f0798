import { Button, Group, Text } from '@mantine/core';
import { isInOffice, type Role } from '@shared/domain/identity/person.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/navigation.ts';
import { Section } from '../../ui/Section.tsx';

/** The first thing to do, by role, while the vault holds no file. */
export const StartHere = ({ roles }: { readonly roles: readonly Role[] }) => {
  const { t } = useTranslation();
  const go = useGo();
  const isAssessor = roles.includes('assessor');
  const onlyEmployee = roles.every((role) => role === 'employee');
  return (
    <Section title={t('home.start')}>
      {isAssessor && <Text mb="xs">{t('home.startAssessor')}</Text>}
      {isInOffice(roles) && <Text mb="xs">{t('home.startPersonnel')}</Text>}
      {roles.includes('counsellor') && <Text mb="xs">{t('home.startCounsellor')}</Text>}
      {onlyEmployee && <Text mb="xs">{t('home.startEmployee')}</Text>}
      <Group gap="xs">
        {isAssessor && <Button onClick={() => go(placeOf('newCase'))}>{t('home.newCase')}</Button>}
        {onlyEmployee ? (
          <Button onClick={() => go(placeOf('exchange'))}>{t('exchange.title')}</Button>
        ) : (
          <Button variant={isAssessor ? 'default' : 'filled'} onClick={() => go(placeOf('cases'))}>
            {t('home.openCases')}
          </Button>
        )}
        {roles.includes('counsellor') && (
          <Button variant="default" onClick={() => go(placeOf('notes'))}>
            {t('home.openNotes')}
          </Button>
        )}
      </Group>
    </Section>
  );
};
