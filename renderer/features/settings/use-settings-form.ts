import type { Settings } from '@shared/contract/settings.ts';
import { type FormEvent, useState } from 'react';
import { useCommand } from '../../lib/query.ts';

/** State of a form over a part of the settings; saving writes them whole. */
export const useSettingsForm = (settings: Settings) => {
  const [value, setValue] = useState(settings);
  const [saved, setSaved] = useState(false);
  const command = useCommand('settings.set');
  const change = (part: Partial<Settings>): void => {
    setSaved(false);
    setValue((current) => ({ ...current, ...part }));
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = await command.run(value);
    setSaved(answer.ok);
  };
  return { value, change, submit, bar: { busy: command.busy, saved, error: command.error } };
};
