import { Group, SegmentedControl, Stack } from '@mantine/core';
import { only, optionText, without } from '@shared/domain/form/fields.ts';
import { recordContent } from '@shared/domain/guidance/record-contents.ts';
import { coachingFieldsFor } from '@shared/domain/guidance/record-fields.ts';
import { coachingContentOf } from '@shared/domain/guidance/to-record.ts';
import type { CoachingSession, LoggedSession } from '@shared/domain/guidance/working-file.ts';
import { sessionFields } from '@shared/domain/guidance/working-file-fields.ts';
import { useTranslation } from 'react-i18next';
import { FormFields } from '../../../ui/form/FormFields.tsx';
import { type IssueLookup, readBy } from '../../../ui/form/issues.ts';
import type { Judging } from '../../../ui/form/judging.ts';
import { useIssues } from '../../../ui/form/use-issues.ts';
import { CoachingRecord } from './CoachingRecord.tsx';
import type { CoachingCardProps } from './part-props.ts';
import { QuestionBank } from './QuestionBank.tsx';

const { state: stateField } = sessionFields;
const timeFields = only(sessionFields, ['date', 'startTime', 'zone', 'minutes', 'place']);
const doneFields = only(sessionFields, ['activity', 'result']);

interface TimeProps {
  readonly session: CoachingSession | LoggedSession;
  readonly number: number;
  readonly onChange: (name: string, next: unknown) => void;
  readonly issue: IssueLookup;
  readonly judging: Judging;
}

/** When and where, and whether it was held. */
const SessionTime = ({ session, number, onChange, ...judged }: TimeProps) => {
  const { t } = useTranslation();
  return (
    <>
      <Group mb="xs">
        <SegmentedControl
          size="xs"
          aria-label={t(stateField.label, { number })}
          value={session.state}
          onChange={(state) => onChange('state', state)}
          data={stateField.options.codes.map((value) => ({ value, label: optionText(stateField.options, value, t) }))}
        />
      </Group>
      <FormFields fields={timeFields} value={session} onChange={onChange} {...judged} />
    </>
  );
};

/** Hears of the fields in both of two forms. */
const bothHear = (one: Judging, other: Judging): Judging => ({
  wrote: (name) => [one, other].forEach((judging) => void judging.wrote(name)),
  left: (name) => [one, other].forEach((judging) => void judging.left(name)),
  removed: (list) => [one, other].forEach((judging) => void judging.removed(list)),
});

/**
 * One coaching session: the form beside the question bank. When and where it is are of the working papers and, once it
 * was held, of the record.
 */
export const CoachingSessionCard = (props: CoachingCardProps) => {
  const { file, session, number, onChange, issue: ofFile, judging: inFile } = props;
  const { issue, judging, judge } = useIssues(() => readBy(recordContent, coachingContentOf(file, session)).issues);
  const fields = without(coachingFieldsFor(file.leaderBasis === 'ownSuperior'), ['date', 'minutes', 'place']);
  return (
    <>
      <SessionTime
        {...{ session, number, onChange }}
        issue={(...path) => ofFile(...path) ?? (session.state === 'held' ? issue(...path) : undefined)}
        judging={bothHear(inFile, judging)}
      />
      {session.state === 'held' && (
        <Stack gap="md" mt="md">
          <QuestionBank
            guidanceId={props.guidanceId}
            session={session}
            onChange={(asked) => onChange('asked', asked)}
          />
          <FormFields
            fields={fields}
            value={session.form}
            onChange={(name, next) => onChange('form', { ...session.form, [name]: next })}
            issue={issue}
            judging={judging}
          />
          <CoachingRecord {...props} onIssues={judge} />
        </Stack>
      )}
    </>
  );
};

export interface LoggedCardProps {
  readonly session: LoggedSession;
  readonly number: number;
  readonly onChange: (name: string, next: unknown) => void;
  readonly issue: IssueLookup;
  readonly judging: Judging;
}

/** One session of a file with a log: what was done and what came of it. */
export const LoggedSessionCard = (props: LoggedCardProps) => (
  <>
    <SessionTime {...props} />
    {props.session.state === 'held' && (
      <Stack mt="sm">
        <FormFields
          fields={doneFields}
          value={props.session}
          onChange={props.onChange}
          issue={props.issue}
          judging={props.judging}
        />
      </Stack>
    )}
  </>
);
