import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../lib/query.ts';
import { useRpc } from '../../lib/rpc-context.ts';
import { TaskProgress } from '../../ui/TaskProgress.tsx';

/** An exchange of keys that runs. */
export type KeysRunning = NonNullable<Output<'keys.status'>['rotation']>;

/** Steps in which the new keys are put in force: nothing is broken off any more. */
const lastSteps: readonly KeysRunning['step'][] = ['ending', 'listing'];

/** How far an exchange of keys is, and how to break it off. */
export const KeysProgress = ({ step, done, total }: KeysRunning) => {
  const { t } = useTranslation();
  const rpc = useRpc();
  return (
    <>
      <TaskProgress
        text={t(`keys.step.${step}`)}
        percent={total === 0 ? null : (100 * done) / total}
        {...(lastSteps.includes(step) ? {} : { onCancel: () => void rpc.call('keys.cancelRotation', {}) })}
      />
      <Text size="sm" c="dimmed" mt="xs">
        {t('keys.rotationWaits')}
      </Text>
    </>
  );
};
