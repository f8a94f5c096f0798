import { Badge, type MantineColor } from '@mantine/core';
import type { Classification } from '@shared/domain/case/content/fields.ts';
import { IconFileText, IconSignature } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Marks an act that its holder entered from paper: never mistaken for a signed one. */
export const PaperMark = () => {
  const { t } = useTranslation();
  return (
    <Badge color="amber" variant="light" tt="none" leftSection={<IconFileText size={13} aria-hidden />}>
      {t('common.fromPaper')}
    </Badge>
  );
};

/** Marks an act signed in its author's vault. */
export const SignedMark = () => {
  const { t } = useTranslation();
  return (
    <Badge color="green" variant="light" tt="none" leftSection={<IconSignature size={13} aria-hidden />}>
      {t('common.signed')}
    </Badge>
  );
};

const classificationColors: Readonly<Record<Classification, MantineColor>> = {
  topSecret: 'red',
  secret: 'red',
  restricted: 'gray',
  ordinary: 'gray',
};

/** Classification label (derajat) of a document. */
export const ClassificationLabel = ({ value }: { readonly value: Classification }) => {
  const { t } = useTranslation();
  return (
    <Badge color={classificationColors[value]} variant={value === 'ordinary' ? 'outline' : 'light'} tt="none">
      {t(`common.classification.${value}`)}
    </Badge>
  );
};
