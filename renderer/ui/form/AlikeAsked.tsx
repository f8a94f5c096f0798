import { Alert } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { AlikePerson } from '@shared/contract/persons.ts';
import type { PersonInput } from '@shared/domain/identity/person.ts';
import { useTranslation } from 'react-i18next';
import { useCommand, useQueryCall } from '../../lib/query.ts';
import { AlikePair } from '../AlikePair.tsx';
import { ErrorNotice } from '../ErrorNotice.tsx';

export interface AlikeAskedProps {
  readonly value: PersonInput;
  readonly onChange: (next: PersonInput) => void;
}

/** How long nothing is typed before it is looked up who may be meant, in milliseconds. */
const settleTime = 400;

/** Asks whether somebody typed in is one who is known under a like name. Blocks nothing. */
export const AlikeAsked = ({ value, onChange }: AlikeAskedProps) => {
  const { t } = useTranslation();
  const { name, nip, unit } = value;
  const [person] = useDebouncedValue({ name, nip, unit }, settleTime);
  const [asked] = useQueryCall('persons.alike', { person }, { enabled: person.name.trim() !== '' }).data ?? [];
  const keep = useCommand('persons.tellApart');
  const isSettled = person.name === name && person.nip === nip && person.unit === unit;
  if (asked === undefined || !isSettled) return null;
  const answer = ({ entryId, known }: AlikePerson, same: boolean): void => {
    if (same && known !== null) onChange({ ...known, nip: known.nip || nip });
    // Whoever is known with a number is that person from now on; of everybody else the answer is kept.
    if (same && known !== null && known.nip !== '') return;
    const other = entryId === null ? known && { person: blockOf(known) } : { entryId };
    if (other !== null) void keep.run({ person, other, same });
  };
  return (
    <Alert color="amber" variant="light" role="group" aria-label={t('person.alike.question')}>
      <AlikePair
        one={{ ...value, from: t('person.alike.typed') }}
        other={{
          ...asked.shown,
          from: t(asked.known === null ? 'person.alike.known' : 'person.alike.register'),
          nip: asked.shown.nipTail === '' ? '' : t('person.alike.nipTail', { tail: asked.shown.nipTail }),
        }}
        same={null}
        onAnswer={(same) => answer(asked, same)}
      />
      {keep.error !== null && <ErrorNotice error={keep.error} />}
    </Alert>
  );
};

const blockOf = ({ name, nip, unit }: PersonInput) => ({ name, nip, unit });
