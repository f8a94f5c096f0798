import { SimpleGrid } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { JudgedInput } from '../../ui/form/JudgedInput.tsx';
import { groupLengths, hasForeignCharacter, splitCode, tidyGroup } from './recovery-groups.ts';

export interface RecoveryCodeFieldsProps {
  readonly groups: readonly string[];
  readonly onChange: (groups: readonly string[]) => void;
  readonly disabled: boolean;
}

/** The groups of the recovery sheet, one field each; a full field passes the cursor on, a pasted code fills all. */
export const RecoveryCodeFields = ({ groups, onChange, disabled }: RecoveryCodeFieldsProps) => {
  const { t } = useTranslation();
  const fields = useRef<(HTMLInputElement | null)[]>([]);

  const type = (index: number, text: string): void => {
    const tidy = tidyGroup(text);
    const length = groupLengths[index] ?? 6;
    if (tidy.length > length + 2) {
      onChange(splitCode(text));
      return;
    }
    const group = tidy.slice(0, length);
    onChange(groups.map((present, at) => (at === index ? group : present)));
    if (group.length === length && group !== groups[index]) fields.current[index + 1]?.focus();
  };

  return (
    <SimpleGrid cols={{ base: 2, sm: 5 }} spacing="xs" role="group" aria-label={t('vault.recoveryCode')}>
      {groups.map((group, index) => (
        <JudgedInput
          // biome-ignore lint/suspicious/noArrayIndexKey: a group is its number
          key={index}
          ref={(element) => {
            fields.current[index] = element;
          }}
          label={t('vault.group', { number: index + 1 })}
          value={group}
          onWrite={(text) => type(index, text)}
          onPaste={(event) => {
            const text = event.clipboardData.getData('text');
            if (tidyGroup(text).length <= 8) return;
            event.preventDefault();
            onChange(splitCode(text));
          }}
          error={hasForeignCharacter(group) && t('vault.groupForeign')}
          disabled={disabled}
          autoComplete="off"
          spellCheck={false}
          autoFocus={index === 0}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', letterSpacing: 1 } }}
        />
      ))}
    </SimpleGrid>
  );
};
