import { ActionIcon, Button, Group, Menu, Text, Tooltip } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconLanguage, IconLock, IconMoon, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../lib/preferences.tsx';

export interface TopBarProps {
  readonly person: string;
  readonly institution: string;
  readonly onLock: () => void;
}

const languages = [
  { value: 'id', labelKey: 'app.languageId' },
  { value: 'en', labelKey: 'app.languageEn' },
] as const;
const schemes = [
  { value: 'light', labelKey: 'app.schemeLight' },
  { value: 'dark', labelKey: 'app.schemeDark' },
  { value: 'auto', labelKey: 'app.schemeAuto' },
] as const;

interface ChoiceMenuProps<T extends string> {
  readonly label: string;
  readonly icon: React.ReactNode;
  readonly options: readonly { readonly value: T; readonly labelKey: string }[];
  readonly chosen: T;
  readonly onChoose: (value: T) => void;
}

const ChoiceMenu = <T extends string>({ label, icon, options, chosen, onChoose }: ChoiceMenuProps<T>) => {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label}>
          {icon}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        <Menu.RadioGroup value={chosen} onChange={(value) => onChoose(value as T)}>
          {options.map(({ value, labelKey }) => (
            <Menu.RadioItem key={value} value={value} closeMenuOnClick>
              {t(labelKey)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
};

/** Who is at work, and what is always at hand: palette, language, appearance, lock. */
export const TopBar = ({ person, institution, onLock }: TopBarProps) => {
  const { t } = useTranslation();
  const { preferences, change } = usePreferences();
  return (
    <Group h="100%" px="md" justify="space-between" wrap="nowrap">
      <Group gap="xs" wrap="nowrap" miw={0}>
        <Text fw={700} c="var(--mantine-color-anchor)">
          {t('app.name')}
        </Text>
        <Text truncate title={person}>
          {person}
        </Text>
        <Text size="sm" c="dimmed" truncate title={institution} visibleFrom="md">
          {institution}
        </Text>
      </Group>
      <Group gap={4} wrap="nowrap" flex="none">
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconSearch size={16} aria-hidden />}
          onClick={() => spotlight.open()}
          aria-keyshortcuts="Control+K"
          rightSection={
            <Text size="xs" c="dimmed" visibleFrom="md" aria-hidden>
              Ctrl K
            </Text>
          }
        >
          {t('common.search')}
        </Button>
        <ChoiceMenu
          label={t('app.language')}
          icon={<IconLanguage size={20} stroke={1.6} aria-hidden />}
          options={languages}
          chosen={preferences.language}
          onChoose={(language) => void change({ language })}
        />
        <ChoiceMenu
          label={t('app.scheme')}
          icon={<IconMoon size={20} stroke={1.6} aria-hidden />}
          options={schemes}
          chosen={preferences.colorScheme}
          onChoose={(colorScheme) => void change({ colorScheme })}
        />
        <Tooltip label={t('app.lockHint')} withinPortal={false}>
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconLock size={16} aria-hidden />}
            aria-keyshortcuts="Control+L"
            onClick={onLock}
          >
            {t('app.lock')}
          </Button>
        </Tooltip>
      </Group>
    </Group>
  );
};
