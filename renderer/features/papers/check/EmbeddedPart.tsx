import { Code, Loader, Stack } from '@mantine/core';
import type { DocumentCheck } from '@shared/contract/documents.ts';
import { planTitles } from '@shared/domain/documents/competence/titles.ts';
import { guidanceTitles } from '@shared/domain/documents/guidance/titles.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import { useQueryCall } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Facts } from './Facts.tsx';
import { type KeyOwner, type KnownKeys, ownerOf } from './key-owner.ts';

const useOwnerText = (): ((owner: KeyOwner) => string) => {
  const { t } = useTranslation();
  const { shortDate, list } = useFormat();
  return (owner) => {
    if (owner.known !== 'member') return t(`papers.check.owner.${owner.known}`);
    const { person, currentRoles } = owner.member;
    const named = {
      name: person.name,
      roles: currentRoles.length === 0 ? '–' : list(currentRoles.map((role) => t(`roles.${role}`))),
    };
    if (owner.revoked === null) return t('papers.check.owner.member', named);
    const reason = t(`directory.reason.${owner.revoked.reason}`);
    return t('papers.check.owner.revoked', { ...named, date: shortDate(owner.revoked.at), reason });
  };
};

const Key = ({ fingerprint, known }: { readonly fingerprint: string; readonly known: KnownKeys }) => {
  const ownerText = useOwnerText();
  return (
    <>
      {ownerText(ownerOf(fingerprint, known))}
      <br />
      <Code>{fingerprint}</Code>
    </>
  );
};

const recordTitles = { ...guidanceTitles, planEvaluation: planTitles.planEvaluation };

const partyLabel = (kind: keyof typeof recordTitles, party: number): string => {
  if (party > 0) return 'papers.check.participant';
  return kind === 'planEvaluation' ? 'papers.check.official' : 'papers.check.leader';
};

/** The act or record that a paper of ours carries, and whose keys signed it by the directory. */
export const EmbeddedPart = ({ act, record }: Pick<DocumentCheck, 'act' | 'record'>) => {
  const { t } = useTranslation();
  const status = useQueryCall('identity.status', {});
  const members = useQueryCall('directory.members', {});
  const failure = status.error ?? members.error;
  if (failure) return <ErrorNotice error={failure} />;
  if (status.data === undefined || members.data === undefined)
    return <Loader size="sm" aria-label={t('common.loading')} />;
  const known = { status: status.data, members: members.data };
  return (
    <Stack gap="md">
      {act !== null && (
        <Facts
          facts={[
            { label: t('papers.check.act'), value: t(`acts.${act.type}`) },
            { label: t('papers.check.signedBy'), value: <Key fingerprint={act.keyFingerprint} known={known} /> },
            { label: t('papers.check.hash'), value: <Code>{act.hash}</Code> },
          ]}
        />
      )}
      {record !== null && (
        <Facts
          facts={[
            { label: t('papers.check.record'), value: recordTitles[record.kind] },
            ...record.signers.map(({ party, keyFingerprint }) => ({
              label: t(partyLabel(record.kind, party), { number: party }),
              value: <Key fingerprint={keyFingerprint} known={known} />,
            })),
            { label: t('papers.check.hash'), value: <Code>{record.hash}</Code> },
          ]}
        />
      )}
    </Stack>
  );
};
