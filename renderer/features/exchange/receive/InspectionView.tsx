import { Alert, Grid, Group, List, Stack, Text, Title } from '@mantine/core';
import type { Inspection } from '@shared/contract/exchange.ts';
import { guidanceTitles } from '@shared/domain/documents/guidance/titles.ts';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import { useFormat } from '../../../lib/format.ts';
import { ReliedOnDirectory } from '../../../ui/DirectoryAge.tsx';
import { CarriedActs, CarriedFiles } from '../../../ui/sealing/CarriedList.tsx';
import { PeerLine } from '../PeerLine.tsx';

const Part = ({ title, children }: { readonly title: string; readonly children: React.ReactNode }) => (
  <div>
    <Title order={3} mb={4}>
      {title}
    </Title>
    {children}
  </div>
);

/** What one should know though nothing holds the package. */
const Notices = ({ notices }: Pick<Inspection, 'notices'>) => {
  const { t } = useExchangeTexts();
  if (notices.length === 0) return null;
  return (
    <Alert color="gray" variant="light" title={t('exchange.notices')}>
      <List size="sm" spacing={4}>
        {notices.map((notice) => (
          <List.Item key={notice}>{t(`exchange.notice.${notice}`)}</List.Item>
        ))}
      </List>
    </Alert>
  );
};

/** What a package is about: its kind, the case, when it was sealed. */
const About = ({ inspection }: { readonly inspection: Inspection }) => {
  const { t, actName } = useExchangeTexts();
  const { moment } = useFormat();
  const { kind, employeeName, newCase, createdAt, draftType, confirms, erasure, figures } = inspection;
  return (
    <Stack gap={2}>
      {kind !== null && <Text>{t(`exchange.kindText.${kind}`)}</Text>}
      {employeeName !== null && (
        <Group gap={6}>
          <Text>
            {t('exchange.aboutCase')} <b>{employeeName}</b>
          </Text>
          <Text size="sm" c="dimmed">
            {t(newCase ? 'exchange.newCase' : 'exchange.knownCase')}
          </Text>
        </Group>
      )}
      {draftType !== null && <Text>{t('exchange.draftInside', { act: actName(draftType) })}</Text>}
      {erasure !== null && <Text>{t('exchange.erasureInside', { ...erasure })}</Text>}
      {figures !== null && (
        <Text>
          {t(`exchange.figuresInside.${figures.period.slice(5)}`, {
            year: figures.period.slice(0, 4),
            count: figures.units,
          })}
        </Text>
      )}
      {confirms > 0 && <Text>{t('exchange.confirms', { count: confirms })}</Text>}
      {createdAt !== null && (
        <Text size="sm" c="dimmed">
          {t('exchange.sealedAt', { when: moment(createdAt) })}
        </Text>
      )}
    </Stack>
  );
};

/** A record of coaching or mentoring: of whom, signed by whom, and whether a signature is asked for. */
const GuidanceInside = ({ guidance }: { readonly guidance: NonNullable<Inspection['guidance']> }) => {
  const { t } = useExchangeTexts();
  const { kind, topic, leader, participants, signedBy, asksForMine } = guidance;
  return (
    <Stack gap={2}>
      <Text fw={600}>{guidanceTitles[kind]}</Text>
      <Text>{topic}</Text>
      <Text size="sm">{t('exchange.guidancePeople', { leader, participants: participants.join(', ') })}</Text>
      <Text size="sm">{t('exchange.guidanceSignedBy', { names: signedBy.join(', ') })}</Text>
      {asksForMine && <Text size="sm">{t('exchange.guidanceAsksForMine')}</Text>}
    </Stack>
  );
};

/** Who signed a package and what is in it, what is new, and what to know of it. */
export const InspectionView = ({ inspection }: { readonly inspection: Inspection }) => {
  const { t } = useExchangeTexts();
  const { sender, directory, acts, files, notices, held, kind, guidance, erasure, figures } = inspection;
  const saysOther = kind === 'receipt' || guidance !== null || erasure !== null || figures !== null;
  const emptyText = saysOther || held !== null ? null : t('exchange.nothingNew');
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Stack gap="md">
          {sender !== null && (
            <Part title={t('exchange.signedBy')}>
              <PeerLine peer={sender} />
              {directory !== null && <ReliedOnDirectory {...directory} who="receiving" />}
            </Part>
          )}
          {(kind !== null || inspection.employeeName !== null) && (
            <Part title={t('exchange.what')}>
              <About inspection={inspection} />
            </Part>
          )}
          <Notices notices={notices} />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack gap="md">
          {guidance !== null && (
            <Part title={t('exchange.guidanceInside')}>
              <GuidanceInside guidance={guidance} />
            </Part>
          )}
          {acts.length > 0 && (
            <Part title={t('exchange.newActs', { number: acts.length })}>
              <CarriedActs acts={acts} label={t('exchange.newActs', { number: acts.length })} />
            </Part>
          )}
          {acts.length === 0 && emptyText !== null && <Text>{emptyText}</Text>}
          {files.length > 0 && (
            <Part title={t('exchange.files', { number: files.length })}>
              <CarriedFiles files={files} label={t('exchange.files', { number: files.length })} />
            </Part>
          )}
        </Stack>
      </Grid.Col>
    </Grid>
  );
};
