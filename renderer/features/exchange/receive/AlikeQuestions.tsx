import { Button, Stack } from '@mantine/core';
import type { Alike } from '@shared/contract/exchange.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../lib/failure-text.ts';
import { AlikePair } from '../../../ui/AlikePair.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';

export interface AlikeQuestionsProps {
  readonly alike: readonly Alike[];
  readonly busy: boolean;
  readonly error: Failure | null;
  /** All answers, in the order of `alike`. */
  readonly onKeep: (same: boolean[]) => void;
}

/** Who of the directory is meant, where an act names somebody of a like name: asked before anything is taken in. */
export const AlikeQuestions = ({ alike, busy, error, onKeep }: AlikeQuestionsProps) => {
  const { t } = useTranslation();
  const [answers, setAnswers] = useState<readonly (boolean | null)[]>(() => alike.map(() => null));
  const same = answers.flatMap((answer) => (answer === null ? [] : [answer]));
  const knownSide = ({ known, self }: Alike) => ({
    from: t(self ? 'person.alike.self' : 'person.alike.known'),
    name: known.name,
    nip: known.nipTail === '' ? '' : t('person.alike.nipTail', { tail: known.nipTail }),
    position: known.position,
    unit: known.unit,
  });
  return (
    <Stack gap="lg">
      {alike.map((pair, index) => (
        <AlikePair
          key={`${pair.entryId} ${pair.person.name} ${pair.person.nip}`}
          one={{ ...pair.person, from: t('person.alike.named') }}
          other={knownSide(pair)}
          same={answers[index] ?? null}
          onAnswer={(answer) => setAnswers(answers.map((before, at) => (at === index ? answer : before)))}
        />
      ))}
      {error !== null && <ErrorNotice error={error} />}
      <Button
        style={{ alignSelf: 'flex-start' }}
        loading={busy}
        disabled={same.length < alike.length}
        onClick={() => onKeep(same)}
      >
        {t('person.alike.keep')}
      </Button>
    </Stack>
  );
};
