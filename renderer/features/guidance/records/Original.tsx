import { List, Text } from '@mantine/core';
import type { RecordView } from '@shared/contract/guidance.ts';
import { IconCircleCheck, IconClock, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** What is to be done next about the original, in a word and with whom. */
const nextStep = ({ original, mayContinue, parties }: RecordView) => {
  const required = parties.filter((party) => party.required);
  if (original === null) {
    const next = required[1]?.name ?? '';
    return mayContinue && next !== '' && required.some(({ own, signedAt }) => own && signedAt !== null)
      ? ({ key: 'todoBegin', next } as const)
      : null;
  }
  if (original.turn === null) return { key: 'done' } as const;
  if (mayContinue) return { key: 'todoMine' } as const;
  const name = parties[original.turn]?.name ?? '';
  const own = required.find((party) => party.own);
  const hasSigned = own === undefined || original.signed.includes(own.party);
  return { key: hasSigned ? 'todoSend' : 'todoWait', name } as const;
};

/** True when there is something to tell of the original of a record. */
export const tellsOfOriginal = (view: RecordView): boolean =>
  view.paper === null && view.parties.filter(({ required }) => required).length > 1 && nextStep(view) !== null;

const icons = { signed: IconCircleCheck, turn: IconPencil, turnMine: IconPencil, waits: IconClock } as const;

/** The one original of a record: who has signed it, whose turn it is, and what to do. */
export const Original = ({ view }: { readonly view: RecordView }) => {
  const { t } = useTranslation();
  const { original, parties } = view;
  const step = nextStep(view);
  if (step === null) return null;
  const stateOf = (party: number, own: boolean): keyof typeof icons => {
    if (original?.signed.includes(party)) return 'signed';
    if (original?.turn !== party) return 'waits';
    return own ? 'turnMine' : 'turn';
  };
  return (
    <div>
      <Text size="sm" fw={600} mt="xs">
        {t('guidance.records.original.title')}
      </Text>
      {original !== null && original.turn !== null && (
        <List size="sm" spacing={2} listStyleType="none" aria-label={t('guidance.records.original.title')}>
          {parties
            .filter(({ required }) => required)
            .map(({ party, name, own }) => {
              const state = stateOf(party, own);
              const Icon = icons[state];
              return (
                <List.Item key={party} icon={<Icon size={15} aria-hidden />}>
                  {t(`guidance.records.original.${state}`, { name })}
                </List.Item>
              );
            })}
        </List>
      )}
      <Text size="sm">{t(`guidance.records.original.${step.key}`, { ...step })}</Text>
      {original !== null && original.turn !== null && (
        <Text size="sm" c="dimmed">
          {t('guidance.records.original.paper')}
        </Text>
      )}
    </div>
  );
};
