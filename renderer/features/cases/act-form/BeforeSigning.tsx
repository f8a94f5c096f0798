import { Alert, Anchor, Button, Group, List, Loader, Stack, Text } from '@mantine/core';
import type { AvailableAct } from '@shared/contract/case.ts';
import { IconArrowRight, IconCircleCheck, IconSignature } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Failure } from '../../../lib/failure-text.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { focusField } from '../../../ui/form/FormFields.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useCaseTexts } from '../texts.ts';
import { ObstacleList } from '../view/ObstacleList.tsx';
import type { GoingOn } from './place-to-go-on.ts';
import type { ActCheckState } from './use-act-check.ts';
import type { AfterSigning } from './use-act-form.ts';

export interface BeforeSigningProps {
  readonly state: ActCheckState;
  readonly onPaper: boolean;
  readonly caseId: string | null;
  readonly available: readonly AvailableAct[];
  /** Refused fields in the order of the form, with their labels. */
  readonly refused: readonly { readonly name: string; readonly label: string }[];
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onSubmit: (then: AfterSigning) => void;
  /** Ways to go on at once in this file. */
  readonly goingOn: readonly GoingOn[];
  /** Somebody else signs it: while nothing can be recorded here, no button says so. */
  readonly isForOthers: boolean;
  /** Buttons beside the one that signs. */
  readonly actions?: ReactNode;
}

const goOnTexts = {
  goOn: { here: 'cases.form.signAndGoOn', paper: 'cases.form.recordAndGoOn' },
  copy: { here: 'cases.form.signAndCopy', paper: 'cases.form.recordAndCopy' },
  close: { here: 'cases.form.signAndClose', paper: 'cases.form.recordAndClose' },
} as const;

/** True while nothing can be signed or recorded, whatever is typed. */
export const isBlocked = ({ check }: ActCheckState): boolean => check === null || check.obstacles.length > 0;

/** What stands in the way, or that nothing does. */
const Verdict = ({ state, onPaper, caseId, available, refused }: BeforeSigningProps) => {
  const { t } = useCaseTexts();
  const { check, error } = state;
  if (check === null && refused.length === 0)
    return error === null ? <Loader size="sm" aria-label={t('cases.form.checking')} /> : null;
  const obstacles = check?.obstacles ?? [];
  const warnings = check?.warnings ?? [];
  const blocked = t(onPaper ? 'cases.form.obstaclesPaper' : 'cases.form.obstacles');
  return (
    <Stack gap="xs" aria-live="polite">
      {obstacles.length > 0 && (
        <Alert color="amber" variant="light" title={blocked}>
          <ObstacleList label={blocked} obstacles={obstacles} available={available} caseId={caseId} />
        </Alert>
      )}
      {warnings.length > 0 && (
        <Alert color="amber" variant="light" title={t('cases.form.warnings')}>
          <ObstacleList label={t('cases.form.warnings')} obstacles={warnings} available={available} caseId={caseId} />
        </Alert>
      )}
      {refused.length > 0 && (
        <Alert color="gray" variant="light" title={t('cases.form.issues')}>
          <List size="sm" aria-label={t('cases.form.issues')}>
            {refused.map(({ name, label }) => (
              <List.Item key={name}>
                <Anchor component="button" type="button" size="sm" onClick={() => focusField(name)}>
                  {label}
                </Anchor>
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {check !== null && obstacles.length === 0 && check.issues.length === 0 && refused.length === 0 && (
        <Group gap={6} c="var(--mantine-color-success)">
          <IconCircleCheck size={18} aria-hidden />
          <Text size="sm" c="inherit">
            {t('cases.form.ready')}
          </Text>
        </Group>
      )}
    </Stack>
  );
};

/**
 * What is missing before an act can be signed or recorded. What is signed and who receives it is shown by the window of
 * confirmation, before the last press.
 */
export const BeforeSigning = (props: BeforeSigningProps) => {
  const { t } = useCaseTexts();
  const { state, onPaper, busy, failure, onSubmit, goingOn, isForOthers, actions } = props;
  const blocked = isBlocked(state);
  return (
    <Section title={t('cases.form.check')}>
      <Stack gap="md">
        {state.error !== null && <ErrorNotice error={state.error} />}
        <Verdict {...props} />
        {failure !== null && <ErrorNotice error={failure} />}
        <Group justify="space-between">
          {!(blocked && isForOthers) && (
            <Group gap="xs">
              <Button
                size="md"
                leftSection={<IconSignature size={18} aria-hidden />}
                loading={busy}
                disabled={blocked}
                onClick={() => onSubmit('look')}
              >
                {t(onPaper ? 'cases.form.record' : 'cases.form.sign')}
              </Button>
              {goingOn.map((way) => (
                <Button
                  key={way}
                  size="md"
                  variant="light"
                  rightSection={<IconArrowRight size={18} aria-hidden />}
                  disabled={blocked || busy}
                  onClick={() => onSubmit(way)}
                >
                  {t(goOnTexts[way][onPaper ? 'paper' : 'here'])}
                </Button>
              ))}
            </Group>
          )}
          <Group gap="xs">{actions}</Group>
        </Group>
      </Stack>
    </Section>
  );
};
