import { Group, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import type { AvailableAct } from '@shared/contract/case.ts';
import { maxLine } from '@shared/domain/fields.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import { PersonField } from '../../../ui/form/PersonField.tsx';
import { personText } from '../../../ui/form/reading.ts';
import { Section } from '../../../ui/Section.tsx';
import { useCaseTexts } from '../texts.ts';
import { capacitiesFor } from './form-changes.ts';
import type { FormState } from './form-state.ts';

export interface AuthorPartProps {
  readonly state: FormState;
  readonly available: Pick<AvailableAct, 'capacities' | 'ownCapacities' | 'paperEvidence'>;
  readonly onMode: (mode: FormState['mode']) => void;
  readonly onCapacity: (capacity: Role) => void;
  readonly onChange: (part: Partial<FormState>) => void;
  readonly showProblems: boolean;
}

/** Something that is not to be chosen here. */
const Told = ({ label, text }: { readonly label: string; readonly text: string }) => (
  <div>
    <Text size="sm" fw={500}>
      {label}
    </Text>
    <Text>{text}</Text>
  </div>
);

/** How the act comes in (signed here, or from paper), in which role, and who its author is. */
export const AuthorPart = ({ state, available, onMode, onCapacity, onChange, showProblems }: AuthorPartProps) => {
  const { t, roleName } = useCaseTexts();
  const mayHere = available.ownCapacities.length > 0;
  const roles = capacitiesFor(state.mode, available);
  return (
    <Section title={t('cases.form.mode')}>
      <Stack gap="sm">
        {available.paperEvidence !== 'never' && (
          <Radio.Group
            aria-label={t('cases.form.mode')}
            value={state.mode}
            onChange={(mode) => onMode(mode as FormState['mode'])}
          >
            <Group gap="lg">
              <Radio value="here" label={t('cases.form.modeHere')} disabled={!mayHere} />
              <Radio value="paper" label={t('cases.form.modePaper')} />
            </Group>
          </Radio.Group>
        )}
        {!mayHere && (
          <Text size="sm" c="dimmed">
            {t('cases.form.modeHereBlocked')}
          </Text>
        )}
        {roles.length > 1 ? (
          <Select
            label={t('cases.form.capacity')}
            data={roles.map((role) => ({ value: role, label: roleName(role) }))}
            value={state.capacity}
            allowDeselect={false}
            maw={520}
            onChange={(role) => role !== null && onCapacity(role as Role)}
          />
        ) : (
          <Told label={t('cases.form.capacity')} text={roleName(state.capacity)} />
        )}
        {state.mode === 'here' ? (
          <Told label={t('cases.form.author')} text={personText(state.author)} />
        ) : (
          <PersonField
            label={t('cases.form.authorPaper')}
            required
            value={state.author}
            onChange={(author) => onChange({ author })}
            showProblems={showProblems}
          />
        )}
        <TextInput
          label={t('cases.form.authorOffice')}
          description={t('cases.form.authorOfficeHint')}
          value={state.authorOffice}
          maxLength={maxLine}
          maw={520}
          onChange={(event) => onChange({ authorOffice: event.currentTarget.value })}
        />
      </Stack>
    </Section>
  );
};
