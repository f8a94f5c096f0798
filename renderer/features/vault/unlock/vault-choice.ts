import type { VaultEntry } from '../parts.ts';
import { make, notice } from './elements.ts';
import type { LockTexts } from './texts.ts';

const about = (vault: VaultEntry, { t }: LockTexts): string =>
  vault.state === 'ok' ? vault.location : `${vault.location} · ${t(`vault.state.${vault.state}`)}`;

const choice = (vault: VaultEntry, chosen: boolean, disabled: boolean, texts: LockTexts, onChoose: () => void) => {
  const radio = make('input', '');
  Object.assign(radio, { type: 'radio', name: 'vault', id: `vault-${vault.vaultId}`, checked: chosen, disabled });
  radio.addEventListener('change', onChoose);
  const label = make('label', '', vault.label);
  label.htmlFor = radio.id;
  const place = make('p', 'small dimmed', about(vault, texts));
  place.id = `${radio.id}-place`;
  radio.setAttribute('aria-describedby', place.id);
  return make('div', 'choice', radio, make('div', '', label, place));
};

/** What speaks against the place of a vault; never an obstacle. */
const warnings = (vault: VaultEntry, { t }: LockTexts): readonly HTMLElement[] =>
  vault.warnings.map((warning) =>
    notice('warn', '', t(`vault.warning.${warning}.title`), make('p', 'small', t(`vault.warning.${warning}.text`))),
  );

/** The known vaults: one by its name, several to choose from; with what warns of the chosen one. */
export const vaultChoice = (
  vaults: readonly VaultEntry[],
  chosen: VaultEntry,
  disabled: boolean,
  texts: LockTexts,
  onChoose: (vaultId: string) => void,
): readonly HTMLElement[] => {
  if (vaults.length === 1) {
    return [
      make('p', 'strong', chosen.label),
      make('p', 'small dimmed', about(chosen, texts)),
      ...warnings(chosen, texts),
    ];
  }
  const choices = vaults.map((vault) =>
    choice(vault, vault === chosen, disabled, texts, () => onChoose(vault.vaultId)),
  );
  const group = make('fieldset', '', make('legend', '', texts.t('vault.vaults')), make('div', 'choices', ...choices));
  group.setAttribute('role', 'radiogroup');
  return [group, ...warnings(chosen, texts)];
};
