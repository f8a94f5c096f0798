import { Alert, Button, Code, Group, List, Text } from '@mantine/core';
import type { Inspection } from '@shared/contract/exchange.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { isIsoInstant } from '@shared/kernel/date.ts';
import { IconHandStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../lib/error-text.ts';
import { failureNumber } from '../../../lib/failure-text.ts';
import { useFormat } from '../../../lib/format.ts';
import { useGo } from '../../../lib/navigation.ts';

export interface HeldNoticeProps {
  readonly inspection: Inspection;
  /** Null: it cannot be accepted any more. */
  readonly onAccept: (() => void) | null;
  readonly accepting: boolean;
}

const actHash = /^[0-9a-f]{64}$/;

/** Held codes that a newer directory may settle. */
const directoryCodes = ['noDirectory', 'signerUnknown', 'actNotCertified', 'directoryFork'];

/** Held codes that tell of nothing wrong. */
const calm = ['packageDuplicate', 'copyErased'];

/** Why a package is held: what was wrong, that nothing was stored, what to do, and the code to quote. */
export const HeldNotice = ({ inspection, onAccept, accepting }: HeldNoticeProps) => {
  const { t, i18n } = useTranslation();
  const errorText = useErrorText();
  const { moment } = useFormat();
  const go = useGo();
  const { held, mayAccept } = inspection;
  // Which act it is, the list shows.
  const details = inspection.details.filter((detail) => !actHash.test(detail));
  if (held === null) return null;
  const detailText = (detail: string): string => {
    if (held === 'packageDuplicate') return t('exchange.firstCame', { when: moment(detail) });
    const place = /^revision:(\d+)$/.exec(detail)?.[1];
    if (place !== undefined) return t('exchange.revision', { number: place });
    if (isIsoInstant(detail)) return t('exchange.erasedHere', { when: moment(detail) });
    return i18n.exists(`errors.${detail}`) ? errorText({ code: detail }) : detail;
  };
  return (
    <Alert
      role="alert"
      color={calm.includes(held) ? 'gray' : 'amber'}
      variant="light"
      icon={<IconHandStop aria-hidden />}
      title={t(`exchange.held.${held}`)}
    >
      <Text>{errorText({ code: held })}</Text>
      {details.length > 0 && (
        <List size="sm" mt="xs" aria-label={t('exchange.heldDetails')}>
          {details.map((detail) => (
            <List.Item key={detail}>{detailText(detail)}</List.Item>
          ))}
        </List>
      )}
      {inspection.kept && <Text mt="xs">{t('review.keptHere')}</Text>}
      <Group mt="sm" gap="sm">
        {mayAccept && onAccept !== null && (
          <Button size="compact-md" variant="default" flex="none" loading={accepting} onClick={onAccept}>
            {t(held === 'copyErased' ? 'exchange.takeAgain' : 'exchange.acceptHeld')}
          </Button>
        )}
        {inspection.kept && (
          <Button size="compact-md" variant="default" onClick={() => go(placeOf('review'))}>
            {t('review.toReview')}
          </Button>
        )}
        {directoryCodes.includes(held) && (
          <Button size="compact-md" variant="default" onClick={() => go(placeOf('directory'))}>
            {t('exchange.toDirectory')}
          </Button>
        )}
        <Text size="xs">
          {t('common.errorNumber')} <Code color="var(--mantine-color-default)">{failureNumber({ code: held })}</Code>
        </Text>
      </Group>
    </Alert>
  );
};
