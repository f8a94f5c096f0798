import { Alert, Button } from '@mantine/core';
import { IconCertificate } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../lib/failure-text.ts';
import { useFormat } from '../../lib/format.ts';
import { type Output, useCommand } from '../../lib/query.ts';
import { useRpc } from '../../lib/rpc-context.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { RuleHint } from '../../ui/RuleHint.tsx';

/** Saves a copy of a paper with one more signature, by a certificate file of the person's; tells what it says. */
export const OwnCertificate = ({ documentId }: { readonly documentId: string }) => {
  const { t } = useTranslation();
  const { date } = useFormat();
  const rpc = useRpc();
  const signing = useCommand('documents.exportWithCertificate');
  const [unchosen, setUnchosen] = useState<Failure | null>(null);
  const [said, setSaid] = useState<Output<'documents.exportWithCertificate'>['certificate'] | null>(null);

  const sign = async (): Promise<void> => {
    setSaid(null);
    const chosen = await rpc.call('dialog.chooseFiles', { purpose: 'certificate' });
    setUnchosen(chosen.ok ? null : chosen.error);
    const [file] = chosen.ok ? chosen.value : [];
    if (file === undefined) return;
    const answer = await signing.run({ documentId, fileToken: file.token });
    if (answer.ok && answer.value.saved) setSaid(answer.value.certificate);
  };
  const failure = unchosen ?? signing.error;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCertificate size={16} aria-hidden />}
        loading={signing.busy}
        onClick={() => void sign()}
      >
        {t('papers.certificate.action')}
      </Button>
      <RuleHint>{t('papers.certificate.hint')}</RuleHint>
      {failure !== null && <ErrorNotice error={failure} />}
      {said !== null && (
        <Alert role="status" mb="md">
          {t('papers.certificate.saved', {
            holder: said.holder,
            issuer: said.issuer,
            from: date(said.validFrom),
            to: date(said.validTo),
          })}{' '}
          {said.selfIssued && t('papers.certificate.selfIssued')}
        </Alert>
      )}
    </>
  );
};
