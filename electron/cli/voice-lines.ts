import type { ActVoice } from '@shared/domain/case/voice.ts';
import type { Translate } from './texts.ts';

const enteredText = ({ origin, enteredAs }: ActVoice, t: Translate): string[] => {
  if (origin === 'vault') return [];
  return [enteredAs === null ? t('cli.voice.entered') : t('cli.voice.enteredAs', { role: t(`roles.${enteredAs}`) })];
};

/** Who says an act and, of one from paper, who entered it; a line each. */
export const voiceLines = (voice: ActVoice, t: Translate): string[] => {
  const role = t(`roles.${voice.capacity}`);
  const { author } = voice;
  return [
    author === '' ? t('cli.voice.role', { role }) : t('cli.voice.author', { author, role }),
    ...enteredText(voice, t),
  ];
};

/** Whose key signed an act: the author's or, of one from paper, that of who entered it. */
export const keyLine = ({ origin }: ActVoice, fingerprint: string, t: Translate): string =>
  t(`cli.voice.key.${origin}`, { fingerprint });
