import { Button, Group, Input, Stack } from '@mantine/core';
import { logoLimits } from '@shared/domain/office/picture.ts';
import type { OfficeContents } from '@shared/domain/office/profile.ts';
import { IconPhoto, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../lib/failure-text.ts';
import { useRpc } from '../../../lib/rpc-context.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { LogoImage } from './OfficeSheet.tsx';

export interface LogoInputProps {
  readonly value: OfficeContents['logo'];
  readonly institution: string;
  readonly onChange: (next: OfficeContents['logo']) => void;
}

/** Chooses the logo; the backend reads it by its bytes, and what it shows here is what will be printed. */
export const LogoInput = ({ value, institution, onChange }: LogoInputProps) => {
  const { t } = useTranslation();
  const rpc = useRpc();
  const [error, setError] = useState<Failure | null>(null);
  const choose = async (): Promise<void> => {
    setError(null);
    const chosen = await rpc.call('dialog.chooseFiles', { purpose: 'attachment' });
    if (!chosen.ok) return setError(chosen.error);
    const [first] = chosen.value;
    if (first === undefined) return;
    const read = await rpc.call('office.readLogo', { fileToken: first.token });
    if (read.ok) onChange(read.value.logo);
    else setError(read.error);
  };
  const limits = { kilobytes: logoLimits.bytes / 1024, pixels: logoLimits.side };
  return (
    <Input.Wrapper label={t('office.logo')} description={t('office.logoHint', limits)} labelElement="div">
      <Stack gap="xs" mt="xs">
        {value !== null && <LogoImage logo={value} institution={institution} />}
        <Group gap="xs">
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPhoto size={15} aria-hidden />}
            onClick={() => void choose()}
          >
            {t('office.chooseLogo')}
          </Button>
          {value !== null && (
            <Button
              variant="subtle"
              color="gray"
              size="xs"
              leftSection={<IconTrash size={15} aria-hidden />}
              onClick={() => onChange(null)}
            >
              {t('office.removeLogo')}
            </Button>
          )}
        </Group>
        {error !== null && <ErrorNotice error={error} />}
      </Stack>
    </Input.Wrapper>
  );
};
