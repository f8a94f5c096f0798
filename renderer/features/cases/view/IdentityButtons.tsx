import { Button } from '@mantine/core';
import type { ActView } from '@shared/contract/case.ts';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useCaseTexts } from '../texts.ts';

/** Whether the person under a corrected number is the same: the holder's own answer, which can be given anew. */
export const IdentityButtons = ({ act: { hash, identity } }: { readonly act: ActView }) => {
  const { t } = useCaseTexts();
  const answer = useCommand('case.answerIdentity');
  return (
    <>
      {answer.error && <ErrorNotice error={answer.error} />}
      {identity !== 'same' && (
        <Button
          size="compact-sm"
          variant="light"
          loading={answer.busy}
          onClick={() => void answer.run({ hash, same: true })}
        >
          {t('cases.identity.same')}
        </Button>
      )}
      {identity !== 'other' && (
        <Button
          size="compact-sm"
          variant="subtle"
          loading={answer.busy}
          onClick={() => void answer.run({ hash, same: false })}
        >
          {t('cases.identity.other')}
        </Button>
      )}
    </>
  );
};
