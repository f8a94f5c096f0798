import { Button, Group } from '@mantine/core';
import type { ReviewItem } from '@shared/contract/review.ts';
import { asideKind, requestKind, takingOf } from '@shared/domain/package/review.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { discardDraftAt } from '../../../lib/draft.ts';
import { useKnownCases } from '../../../lib/known-cases.ts';
import { useGo } from '../../../lib/navigation.ts';
import type { useCommand } from '../../../lib/query.ts';
import { useRpc } from '../../../lib/rpc-context.ts';
import { useNotice } from '../../../ui/notice.ts';
import { AskDialog } from './AskDialog.tsx';
import { RefuseDialog } from './RefuseDialog.tsx';
import { refusalOf } from './refusal-draft.ts';
import { TellDialog } from './TellDialog.tsx';

export interface ReviewActionsProps {
  readonly item: ReviewItem;
  /** False: it was decided, and nothing of it is left to be decided. */
  readonly isOpen: boolean;
  readonly command: ReturnType<typeof useCommand<'exchange.decide'>>;
  /** The message to whoever sealed or signed it. */
  readonly question: string;
}

interface TakeProps {
  readonly item: ReviewItem;
  readonly busy: boolean;
  readonly onTake: (acts: string[] | null) => void;
}

/** Takes all of a package, or what of it stands by itself. */
const TakeButton = ({ item: { kind, acts, files }, busy, onTake }: TakeProps) => {
  const { t } = useTranslation();
  if (takingOf(kind) !== 'acts')
    return (
      <Button loading={busy} onClick={() => onTake(null)}>
        {t(kind === asideKind ? 'review.countAgain' : files.length > 0 ? 'review.takeFile' : 'review.takeAll')}
      </Button>
    );
  const takeable = acts.filter(({ state }) => state === 'takeable').map(({ hash }) => hash);
  if (takeable.length === 0) return null;
  return (
    <Button loading={busy} onClick={() => onTake(takeable)}>
      {t('review.takeSelected', { number: takeable.length })}
    </Button>
  );
};

/** The choices about one thing of the list, and the way back. */
export const ReviewActions = ({ item, isOpen, command, question }: ReviewActionsProps) => {
  const { t } = useTranslation();
  const go = useGo();
  const isKnown = useKnownCases();
  const notice = useNotice();
  const rpc = useRpc();
  const [dialog, setDialog] = useState<'tell' | 'refuse' | 'ask' | null>(null);
  const { itemId, caseId, choices, decision } = item;
  const open = isOpen ? choices : [];
  const decide = async (input: Parameters<typeof command.run>[0], said: string): Promise<void> => {
    if (!(await command.run(input)).ok) return;
    // Whatever was decided: nobody needs the reason that was begun.
    await discardDraftAt(rpc, refusalOf(itemId));
    setDialog(null);
    notice(said);
  };
  const ask = async (): Promise<void> => {
    if ((await command.run({ choice: 'ask', itemId })).ok) setDialog('ask');
  };
  return (
    <Group mt="sm" gap="sm">
      {open.includes('tell') && <Button onClick={() => setDialog('tell')}>{t('review.choice.tell')}</Button>}
      {open.includes('take') && (
        <TakeButton
          item={item}
          busy={command.busy}
          onTake={(acts) => void decide({ choice: 'take', itemId, acts }, t('review.done'))}
        />
      )}
      {open.includes('refuse') && (
        <Button variant="default" onClick={() => setDialog('refuse')}>
          {t('review.choice.refuse')}
        </Button>
      )}
      {open.includes('ask') && (
        <Button variant="default" onClick={() => void ask()}>
          {t('review.choice.ask')}
        </Button>
      )}
      {open.includes('noted') && (
        <Button variant="default" onClick={() => void decide({ choice: 'noted', itemId }, t('review.done'))}>
          {t('review.choice.noted')}
        </Button>
      )}
      {open.includes('keep') && (
        <Button variant="default" onClick={() => void decide({ choice: 'keep', itemId }, t('review.done'))}>
          {t('review.choice.keep')}
        </Button>
      )}
      {item.kind === requestKind && (
        <Button variant="default" onClick={() => go(placeOf('retention'))}>
          {t('retention.nav')}
        </Button>
      )}
      {decision !== null && decision.stays === null && (
        <Button variant="default" onClick={() => void decide({ choice: 'takeBack', itemId }, t('review.takenBack'))}>
          {t('review.takeBack')}
        </Button>
      )}
      {caseId !== null && isKnown(caseId) && (
        <Button variant="subtle" onClick={() => go(placeOf('case', { caseId }))}>
          {t('review.openCase')}
        </Button>
      )}
      {dialog === 'tell' && (
        <TellDialog
          itemId={itemId}
          busy={command.busy}
          error={command.error}
          onClose={() => setDialog(null)}
          onTell={(answers) => void decide({ choice: 'tell', itemId, answers }, t('review.told'))}
        />
      )}
      {dialog === 'refuse' && (
        <RefuseDialog
          itemId={itemId}
          busy={command.busy}
          onClose={() => setDialog(null)}
          onRefuse={(reason) => void decide({ choice: 'refuse', itemId, reason }, t('review.done'))}
        />
      )}
      {dialog === 'ask' && <AskDialog text={question} onClose={() => setDialog(null)} />}
    </Group>
  );
};
