import { List } from '@mantine/core';
import { freshEntry } from '@shared/domain/form/fields.ts';
import { partnerLines } from '@shared/domain/guidance/barriers.ts';
import { isLed } from '@shared/domain/guidance/record.ts';
import { type GuidanceAction, workingLimits } from '@shared/domain/guidance/working-file.ts';
import { actionFields } from '@shared/domain/guidance/working-file-fields.ts';
import { useTranslation } from 'react-i18next';
import { today } from '../../../lib/format.ts';
import { newId } from '../../../lib/new-id.ts';
import { EntryList } from '../../../ui/form/EntryList.tsx';
import { FormFields } from '../../../ui/form/FormFields.tsx';
import { removeAt } from '../../../ui/form/field-props.ts';
import { issuesBelow } from '../../../ui/form/issues.ts';
import { judgingBelow } from '../../../ui/form/judging.ts';
import { Section } from '../../../ui/Section.tsx';
import type { PartProps } from './part-props.ts';

/** What was agreed between sessions: a coach or mentor keeps the person company in keeping it. */
export const ActionsPart = ({ file, change, issue, judging }: PartProps) => {
  const { t } = useTranslation();
  const write = (edit: (actions: readonly GuidanceAction[]) => readonly GuidanceAction[]): void =>
    change((current) => ({ ...current, actions: [...edit(current.actions)] }));
  const fresh = (): GuidanceAction =>
    ({ ...freshEntry(actionFields, today(), undefined), actionId: newId() }) as GuidanceAction;
  return (
    <>
      <Section title={t('guidance.tab.actions')}>
        <EntryList
          entries={file.actions}
          keyOf={({ actionId }) => actionId}
          legendOf={(number) => t('guidance.action.legend', { number })}
          removeLabelOf={(number) => t('guidance.action.remove', { number })}
          addLabel={t('guidance.action.add')}
          empty={t('guidance.action.empty')}
          max={workingLimits.actions}
          onAdd={() => write((actions) => [...actions, fresh()])}
          onRemove={(index) => {
            write((actions) => removeAt(actions, index));
            judging.removed('actions');
          }}
        >
          {(action, index) => (
            <FormFields
              fields={actionFields}
              value={action}
              onChange={(name, next) =>
                write((actions) =>
                  actions.map((other) => (other.actionId === action.actionId ? { ...other, [name]: next } : other)),
                )
              }
              issue={issuesBelow(issue, 'actions', index)}
              judging={judgingBelow(judging, 'actions', index)}
            />
          )}
        </EntryList>
      </Section>
      {isLed(file.kind) && (
        <Section title={t('guidanceHelp.partnerTitle')}>
          <List size="sm" spacing={4}>
            {partnerLines.map((key) => (
              <List.Item key={key}>{t(key)}</List.Item>
            ))}
          </List>
        </Section>
      )}
    </>
  );
};
