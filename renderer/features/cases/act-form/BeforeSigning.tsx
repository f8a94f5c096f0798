import { Alert, Anchor, Button, Grid, Group, List, Loader, Stack, Text, Title } from '@mantine/core';
import type { AvailableAct } from '@shared/contract/case.ts';
import { IconCircleCheck, IconSignature } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Failure } from '../../../lib/failure-text.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { focusField } from '../../../ui/form/FormFields.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useCaseTexts } from '../texts.ts';
import { ObstacleList } from '../view/ObstacleList.tsx';
import { splitReceivers } from '../view/receivers.ts';
import type { ActCheckState } from './use-act-check.ts';

export interface BeforeSigningProps {
  readonly state: ActCheckState;
  readonly onPaper: boolean;
  readonly caseId: string | null;
  readonly available: readonly AvailableAct[];
  /** Refused fields in the order of the form, with their labels. */
  readonly refused: readonly { readonly name: string; readonly label: string }[];
  readonly attachmentCount: number;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onSubmit: () => void;
  /** Buttons beside the one that signs. */
  readonly actions?: ReactNode;
}

/** Who will see what of the act, and what is not in it. */
const Receivers = ({ state, attachmentCount }: Pick<BeforeSigningProps, 'state' | 'attachmentCount'>) => {
  const { t, roleName, roleNames } = useCaseTexts();
  const texts = { all: t('cases.form.receivesAll'), header: t('cases.form.receivesHeader'), nothing: '' };
  const { receivers, outside } = splitReceivers(state.check?.deliveries ?? []);
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, sm: 7 }}>
        <Title order={3}>{t('cases.form.receivers')}</Title>
        <List size="sm" mt={4} aria-label={t('cases.form.receivers')}>
          {receivers.map(({ role, form }) => (
            <List.Item key={role}>
              <b>{roleName(role)}</b>: {texts[form]}
            </List.Item>
          ))}
          {outside.length > 0 && (
            <List.Item>{t('cases.form.receivesNothing', { roles: roleNames(outside) })}</List.Item>
          )}
        </List>
      </Grid.Col>
      <Grid.Col span={{ base: 12, sm: 5 }}>
        <Title order={3}>{t('cases.form.inside')}</Title>
        <List size="sm" mt={4}>
          <List.Item>{t('cases.form.insideContent')}</List.Item>
          <List.Item>{t('cases.form.insideAttachments', { count: attachmentCount })}</List.Item>
        </List>
        <Title order={3} mt="xs">
          {t('cases.form.notInside')}
        </Title>
        <List size="sm" mt={4}>
          <List.Item>{t('cases.form.notInsideNotes')}</List.Item>
          <List.Item>{t('cases.form.notInsideDrafts')}</List.Item>
          <List.Item>{t('cases.form.notInsideOthers')}</List.Item>
        </List>
      </Grid.Col>
    </Grid>
  );
};

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

/** The step before an act is signed or recorded: what is missing, what each receiver will see, what is not inside. */
export const BeforeSigning = (props: BeforeSigningProps) => {
  const { t } = useCaseTexts();
  const { state, onPaper, busy, failure, onSubmit, actions, attachmentCount } = props;
  const blocked = state.check === null || state.check.obstacles.length > 0;
  return (
    <Section title={t(onPaper ? 'cases.form.checkPaper' : 'cases.form.check')}>
      <Stack gap="md">
        {state.error !== null && <ErrorNotice error={state.error} />}
        <Verdict {...props} />
        <Receivers state={state} attachmentCount={attachmentCount} />
        <Text size="sm" c="dimmed">
          {t('cases.form.sealed')}
        </Text>
        {failure !== null && <ErrorNotice error={failure} />}
        <Group justify="space-between">
          <Button
            size="md"
            leftSection={<IconSignature size={18} aria-hidden />}
            loading={busy}
            disabled={blocked}
            onClick={onSubmit}
          >
            {t(onPaper ? 'cases.form.record' : 'cases.form.sign')}
          </Button>
          <Group gap="xs">{actions}</Group>
        </Group>
      </Stack>
    </Section>
  );
};
