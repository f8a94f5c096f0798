import { Fieldset, NumberInput, Radio, SimpleGrid, Stack, Switch } from '@mantine/core';
import { maxMinutes } from '@shared/domain/fields.ts';
import type { CoachingFormDraft } from '@shared/domain/guidance/working-file.ts';
import { useTranslation } from 'react-i18next';
import type { Issues } from './issues.ts';
import { TextField } from './TextField.tsx';

/** The form with when and where, as one writes it. */
export interface CoachingValue extends CoachingFormDraft {
  readonly date: string;
  readonly minutes: number | null;
  readonly place: string;
}

export interface CoachingFieldsProps {
  readonly value: CoachingValue;
  readonly onChange: (change: Partial<CoachingValue>) => void;
  readonly issues: Issues;
  /** The leader may adjust Ekspektasi; otherwise only propose. */
  readonly mayAdjust: boolean;
  /** Date, length and place stand elsewhere. */
  readonly withoutTime?: boolean;
}

const emptyAdjustment = { expectation: '', measure: '', target: '' };

const Adjustment = ({ value, onChange, issues, mayAdjust }: Omit<CoachingFieldsProps, 'withoutTime'>) => {
  const { t } = useTranslation();
  const { adjustment } = value;
  const state = mayAdjust ? 'adjusted' : 'proposed';
  const set = (change: Partial<NonNullable<CoachingValue['adjustment']>>): void =>
    onChange({ adjustment: { state, ...emptyAdjustment, ...adjustment, ...change } });
  const field = (name: 'expectation' | 'measure' | 'target', line: boolean) => (
    <TextField
      label={t(`guidance.field.${name}`)}
      path={`adjustment.${name}`}
      required
      line={line}
      value={adjustment?.[name] ?? ''}
      onChange={(text) => set({ [name]: text })}
      issues={issues}
    />
  );
  return (
    <Fieldset legend={t('guidance.field.adjustment')}>
      <Switch
        label={t('guidance.adjustmentNeeded')}
        checked={adjustment !== null}
        onChange={(event) => (event.currentTarget.checked ? set({}) : onChange({ adjustment: null }))}
      />
      {adjustment !== null && (
        <Stack gap="sm" mt="sm">
          <Radio.Group
            label={t('guidance.adjustmentState')}
            description={t('guidance.adjustmentRule')}
            value={adjustment.state}
            onChange={(next) => set({ state: next as 'adjusted' | 'proposed' })}
          >
            <Stack gap={6} mt={6}>
              <Radio value="adjusted" label={t('guidance.adjustment.adjusted')} disabled={!mayAdjust} />
              <Radio value="proposed" label={t('guidance.adjustment.proposed')} />
            </Stack>
          </Radio.Group>
          {field('expectation', false)}
          {field('measure', false)}
          {field('target', true)}
        </Stack>
      )}
    </Fieldset>
  );
};

/** Date, length and place of a session. */
export const TimeFields = ({ value, onChange, issues }: Pick<CoachingFieldsProps, 'value' | 'onChange' | 'issues'>) => {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
      <TextField
        label={t('guidance.field.date')}
        path="date"
        type="date"
        required
        value={value.date}
        onChange={(date) => onChange({ date })}
        issues={issues}
      />
      <NumberInput
        label={t('guidance.field.minutes')}
        required
        min={1}
        max={maxMinutes}
        allowDecimal={false}
        value={value.minutes ?? ''}
        onChange={(minutes) => onChange({ minutes: typeof minutes === 'number' ? minutes : null })}
        error={issues.minutes}
      />
      <TextField
        label={t('guidance.field.place')}
        path="place"
        line
        required
        value={value.place}
        onChange={(place) => onChange({ place })}
        issues={issues}
      />
    </SimpleGrid>
  );
};

/** Pelaksanaan Coaching: the fields in the order of the form. */
export const CoachingFields = ({ withoutTime = false, ...props }: CoachingFieldsProps) => {
  const { t } = useTranslation();
  const { value, onChange, issues } = props;
  const text = (
    name: 'progress' | 'problem' | 'cause' | 'alternatives' | 'discussion' | 'actionPlan',
    required = true,
  ) => (
    <TextField
      label={t(`guidance.field.${name}`)}
      path={name}
      required={required}
      value={value[name]}
      onChange={(next) => onChange({ [name]: next })}
      issues={issues}
    />
  );
  const explored = (name: 'method' | 'process' | 'quality') => (
    <TextField
      label={t(`guidance.field.${name}`)}
      path={`exploration.${name}`}
      value={value.exploration[name]}
      onChange={(next) => onChange({ exploration: { ...value.exploration, [name]: next } })}
      issues={issues}
    />
  );
  return (
    <Stack gap="sm">
      {text('progress')}
      {text('problem')}
      {text('cause')}
      {text('alternatives', false)}
      <Fieldset legend={t('guidance.field.exploration')}>
        <SimpleGrid cols={{ base: 1, md: 3 }} spacing="sm">
          {explored('method')}
          {explored('process')}
          {explored('quality')}
        </SimpleGrid>
      </Fieldset>
      {text('discussion')}
      <Adjustment {...props} />
      {!withoutTime && <TimeFields {...props} />}
      {text('actionPlan')}
      <TextField
        label={t('guidance.field.dueDate')}
        path="dueDate"
        type="date"
        value={value.dueDate}
        onChange={(dueDate) => onChange({ dueDate })}
        issues={issues}
      />
    </Stack>
  );
};
