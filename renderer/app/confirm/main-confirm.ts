import type { Confirmation, FromConfirmation, ToConfirmation } from '@shared/contract/confirmation.ts';
import { createLockTexts } from '../../features/vault/unlock/texts.ts';
import { forbidDrop } from '../../lib/drop-elsewhere.ts';
import { failureText } from '../../lib/failure-text.ts';
import { forbidDragOut } from '../../lib/forbid-drag-out.ts';
import { markCopies } from '../../lib/mark-copies.ts';
import { receivePort } from '../../lib/rpc/connect.ts';
import { allTexts } from '../../lib/texts-all.ts';
import { parseLockSearch } from '../lock-search.ts';
import { type DrawnConfirmation, drawConfirmation } from './draw-confirmation.ts';
import { readConfirmation } from './read-confirmation.ts';
import { createSettling, listenFor } from './settling.ts';

// A page of its own, in a process of its own: it shows one call as the backend reads it, and answers for the person.
// Its port takes `get`, `answer` and `cancel`, nothing else.
forbidDragOut();
markCopies();
forbidDrop(document);
const { preferences } = parseLockSearch(window.location.search);
document.documentElement.dataset.mantineColorScheme = preferences.colorScheme;

const place = (): HTMLElement => {
  const element = document.getElementById('confirm');
  if (element === null) throw new Error('no place');
  return element;
};

const start = async (): Promise<void> => {
  const port = await receivePort();
  const send = (message: ToConfirmation): void => port.postMessage(message);
  const cancel = (): void => send({ message: 'cancel' });
  let drawn: DrawnConfirmation | undefined;
  let texts = createLockTexts(allTexts, 'id');
  const settling = createSettling((taken) => drawn?.take(taken));
  listenFor(settling);

  const show = (confirmation: Confirmation): void => {
    texts = createLockTexts(allTexts, confirmation.language);
    document.documentElement.lang = confirmation.language;
    const shown = {
      read: readConfirmation(confirmation, texts.t),
      word: confirmation.word,
      asksPassphrase: confirmation.kind === 'passphrase',
      chooses: confirmation.chooses,
    };
    const answer = (passphrase: string | null, chosen: string | null): void =>
      send({ message: 'answer', passphrase, chosen });
    drawn = drawConfirmation(place(), shown, texts.t, { answer, cancel });
    settling.begin();
  };

  port.onmessage = ({ data }: MessageEvent<FromConfirmation>) => {
    if (data.message === 'shown') show(data.confirmation);
    else drawn?.refuse(failureText(texts, { code: data.code }));
  };
  // Nobody asks any more: nothing stays on screen.
  port.addEventListener('close', () => place().replaceChildren());
  window.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') cancel();
  });
  send({ message: 'get' });
};

void start();
