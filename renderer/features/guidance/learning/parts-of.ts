import type { CommunityParts, InternshipParts } from '@shared/domain/guidance/learning-contents.ts';
import type { LearningFile } from '@shared/domain/guidance/working-file.ts';
import { issuesBelow } from '../../../ui/form/issues.ts';
import { judgingBelow } from '../../../ui/form/judging.ts';
import type { PartProps } from '../file/part-props.ts';

/** What is written of a learning community or a magang, as `FormFields` takes it but for the fields. */
export interface LearningPart<Parts extends CommunityParts | InternshipParts> {
  readonly form: {
    readonly value: Parts;
    readonly onChange: (name: string, next: unknown) => void;
  } & Pick<PartProps, 'issue' | 'judging'>;
}

/** The parts of a file, to be written. */
export const partsOf = <Parts extends CommunityParts | InternshipParts>(
  { change, issue, judging }: PartProps<LearningFile>,
  value: Parts,
): LearningPart<Parts> => ({
  form: {
    value,
    onChange: (name, next) =>
      change((current) => ({ ...current, parts: { ...current.parts, [name]: next } }) as LearningFile),
    issue: issuesBelow(issue, 'parts'),
    judging: judgingBelow(judging, 'parts'),
  },
});
