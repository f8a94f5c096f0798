import { Button, Group, Text } from '@mantine/core';
import { isInOffice, type Role } from '@shared/domain/identity/person.ts';
import { type Place, placeOf } from '@shared/domain/place/places.ts';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/navigation.ts';
import { Section } from '../../ui/Section.tsx';

interface Way {
  readonly label: string;
  readonly to: Place;
}

/** Where somebody of these roles goes first, what comes first in front. */
const waysFor = (roles: readonly Role[]): readonly Way[] => {
  if (roles.every((role) => role === 'employee')) return [{ label: 'exchange.title', to: placeOf('exchange') }];
  const isCounsellor = roles.includes('counsellor');
  return [
    ...(roles.includes('assessor') ? [{ label: 'home.newCase', to: placeOf('newCase') }] : []),
    ...(isInOffice(roles) ? [{ label: 'cases.start.fromPaper', to: placeOf('caseFromPaper') }] : []),
    ...(isCounsellor ? [{ label: 'cases.start.assigned', to: placeOf('caseAssigned') }] : []),
    { label: 'home.openCases', to: placeOf('cases') },
    ...(isCounsellor ? [{ label: 'home.openNotes', to: placeOf('notes') }] : []),
  ];
};

/** The first thing to do, by role, while the vault holds no file. */
export const StartHere = ({ roles }: { readonly roles: readonly Role[] }) => {
  const { t } = useTranslation();
  const go = useGo();
  const onlyEmployee = roles.every((role) => role === 'employee');
  return (
    <Section title={t('home.start')}>
      {roles.includes('assessor') && <Text mb="xs">{t('home.startAssessor')}</Text>}
      {isInOffice(roles) && <Text mb="xs">{t('home.startPersonnel')}</Text>}
      {roles.includes('counsellor') && <Text mb="xs">{t('home.startCounsellor')}</Text>}
      {onlyEmployee && <Text mb="xs">{t('home.startEmployee')}</Text>}
      <Group gap="xs">
        {waysFor(roles).map(({ label, to }, at) => (
          <Button key={label} variant={at === 0 ? 'filled' : 'default'} onClick={() => go(to)}>
            {t(label)}
          </Button>
        ))}
      </Group>
    </Section>
  );
};
