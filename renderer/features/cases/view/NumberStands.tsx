import { Anchor, Text } from '@mantine/core';
import type { Obstacle } from '@shared/contract/case.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useFormat } from '../../../lib/format.ts';
import { useGo } from '../../../lib/navigation.ts';
import { useCaseTexts } from '../texts.ts';

/** Where a number already stands: which paper, of which day, in whose file, with the way there. */
export const NumberStands = ({ stands }: { readonly stands: NonNullable<Obstacle['stands']> }) => {
  const { t, actName } = useCaseTexts();
  const { date } = useFormat();
  const go = useGo();
  const { caseId, type, number, date: day, employeeName } = stands;
  const name = employeeName === '' ? t('cases.number.unnamed') : employeeName;
  return (
    <Text size="sm">
      {t('cases.number.standsOn', { number, act: actName(type), date: date(day), name })}{' '}
      {caseId !== '' && (
        <Anchor component="button" type="button" size="sm" onClick={() => go(placeOf('case', { caseId }))}>
          {t('cases.number.open')}
        </Anchor>
      )}
    </Text>
  );
};
