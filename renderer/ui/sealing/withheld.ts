import type { OutboxReceiver } from '@shared/contract/exchange.ts';

type Withheld = OutboxReceiver['withheld'];

/** Types of acts of which a receiver learns only that they took place, and those of which nothing; each once. */
export const withheldTypes = (
  withheld: Withheld,
): { readonly headerOnly: readonly string[]; readonly nothing: readonly string[] } => {
  const typesOf = (form: Withheld[number]['form']): readonly string[] => [
    ...new Set(withheld.filter((act) => act.form === form).map(({ type }) => type)),
  ];
  return { headerOnly: typesOf('header'), nothing: typesOf('nothing') };
};
