import { Alert, Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import { useCommand } from '../../../lib/query.ts';
import { AfterErasure } from '../../../ui/AfterErasure.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useFocusHere } from '../../../ui/use-focus-here.ts';

export interface EraseCopyProps {
  readonly hash: string;
  readonly onErased: () => void;
}

/** Erases the copy that is shown, once the holder has confirmed it in the window of confirmation. */
export const EraseCopy = ({ hash, onErased }: EraseCopyProps) => {
  const { t } = useExchangeTexts();
  const erase = useCommand('retention.eraseCopies');
  const run = async (): Promise<void> => {
    if ((await erase.run({ hashes: [hash] })).ok) onErased();
  };
  return (
    <Section title={t('exchange.eraseCopy')} intro={t('exchange.eraseCopyIntro')}>
      <Button
        variant="default"
        leftSection={<IconTrash size={17} aria-hidden />}
        loading={erase.busy}
        onClick={() => void run()}
      >
        {t('exchange.eraseCopy')}
      </Button>
      {erase.error !== null && <ErrorNotice error={erase.error} />}
    </Section>
  );
};

/** The copy is gone: what to do when it is needed again, and that older backups still have it. */
export const Erased = () => {
  const { t } = useExchangeTexts();
  const box = useFocusHere<HTMLDivElement>(true);
  return (
    <>
      <Alert ref={box} tabIndex={-1} role="status" color="green" variant="light" mb="md">
        {t('exchange.copyErasedNow')}
      </Alert>
      <AfterErasure />
    </>
  );
};
