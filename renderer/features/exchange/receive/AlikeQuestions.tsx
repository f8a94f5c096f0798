import { Button, Stack } from '@mantine/core';
import type { Alike, Inspection } from '@shared/contract/exchange.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/query.ts';
import { AlikePair } from '../../../ui/AlikePair.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';

export interface AlikeQuestionsProps {
  readonly inspection: Inspection;
  /** What the package came to by the answers. */
  readonly onJudged: (inspection: Inspection) => void;
}

/** Who of the directory is meant, where an act names somebody of a like name: asked before anything is taken in. */
export const AlikeQuestions = ({ inspection, onJudged }: AlikeQuestionsProps) => {
  const { t } = useTranslation();
  const { alike, inspectionId } = inspection;
  const [answers, setAnswers] = useState<readonly (boolean | null)[]>(() => alike.map(() => null));
  const keep = useCommand('exchange.tellApart');
  const same = answers.flatMap((answer) => (answer === null ? [] : [answer]));
  const run = async (): Promise<void> => {
    const judged = await keep.run({ inspectionId, same });
    if (judged.ok) onJudged(judged.value);
  };
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
      {keep.error !== null && <ErrorNotice error={keep.error} />}
      <Button
        style={{ alignSelf: 'flex-start' }}
        loading={keep.busy}
        disabled={same.length < alike.length}
        onClick={() => void run()}
      >
        {t('person.alike.keep')}
      </Button>
    </Stack>
  );
};
