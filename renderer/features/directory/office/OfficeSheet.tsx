import { Group, Image, Stack, Table, Text } from '@mantine/core';
import { type OfficeContents, officeOfOfficial } from '@shared/domain/office/profile.ts';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../ui/DataTable.tsx';

export interface LogoProps {
  readonly logo: NonNullable<OfficeContents['logo']>;
  readonly institution: string;
}

/** A logo as large as it stands on paper, about. */
export const LogoImage = ({ logo, institution }: LogoProps) => {
  const { t } = useTranslation();
  const src = `data:${logo.mediaType};base64,${logo.data}`;
  return <Image src={src} alt={t('office.logoOf', { institution })} w={72} h={72} fit="contain" />;
};

/** The kop as papers bear it: logo left, institutions, unit, address. */
const Kop = ({ contents }: { readonly contents: OfficeContents }) => {
  const { parents, institution, unit, address, contact, logo } = contents;
  const below = [address, contact].filter((line) => line !== '').join(' · ');
  return (
    <Group gap="md" wrap="nowrap" pb="sm" style={{ borderBottom: '3px double currentColor' }}>
      {logo !== null && <LogoImage logo={logo} institution={institution} />}
      <Stack gap={0} flex={1} style={{ textAlign: 'center', overflowWrap: 'anywhere' }}>
        {[...parents, ...(unit === '' ? [] : [institution])].map((line) => (
          <Text key={line}>{line}</Text>
        ))}
        <Text fw={700} size="lg">
          {unit === '' ? institution : unit}
        </Text>
        {below !== '' && <Text size="sm">{below}</Text>}
      </Stack>
    </Group>
  );
};

const Officials = ({ officials }: Pick<OfficeContents, 'officials'>) => {
  const { t } = useTranslation();
  const columns = ['office', 'name', 'part'] as const;
  return (
    <DataTable verticalSpacing="xs" aria-label={t('office.officials')}>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th key={column} scope="col">
              {t(`office.column.${column}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {officials.map((official, index) => (
          // Two officials may be alike in every word.
          // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name
          <Table.Tr key={index}>
            <Table.Th scope="row" fw={500}>
              {official.onBehalfOf !== '' && <Text size="sm">{`a.n. ${official.onBehalfOf}`}</Text>}
              {officeOfOfficial(official)}
            </Table.Th>
            <Table.Td>
              {[official.person.name, official.person.rank, official.person.nip]
                .filter((part) => part !== '')
                .join(' · ')}
            </Table.Td>
            <Table.Td>{official.role === null ? t('office.noPart') : t(`roles.${official.role}`)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </DataTable>
  );
};

/** All that a profile says: the kop as it is printed, then town, officials, numbers and style. */
export const OfficeSheet = ({ contents }: { readonly contents: OfficeContents }) => {
  const { t } = useTranslation();
  const { town, officials, numbering, archiveCodes, style, deciding } = contents;
  const lines = [
    ['office.town', town],
    ['office.template', numbering.template],
    [
      'office.archiveCodes',
      archiveCodes.map(({ code, label }) => (label === '' ? code : `${code} ${label}`)).join('; '),
    ],
    ['office.style', t(`office.styles.${style}`)],
    ['office.decidingCounselling', t(`office.layouts.${deciding.counselling}`)],
    ['office.decidingFollowUp', t(`office.layouts.${deciding.followUp}`)],
  ] as const;
  return (
    <Stack gap="md">
      <Kop contents={contents} />
      <Stack gap={4}>
        {lines
          .filter(([, text]) => text !== '')
          .map(([label, text]) => (
            <Text key={label} size="sm" style={{ overflowWrap: 'anywhere' }}>
              {`${t(label)}: ${text}`}
            </Text>
          ))}
      </Stack>
      {officials.length > 0 && <Officials officials={officials} />}
    </Stack>
  );
};
