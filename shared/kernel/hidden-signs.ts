/**
 * Signs that take no room or turn the direction of what stands around them: with U+202E before its end, `gambargnp.exe`
 * is read as `gambarexe.png`, and two names that look alike differ. The joiner stays where it makes one picture of two.
 */
const hiddenSigns =
  /[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?)\u200d/gu;

/** The text as it is read: without signs of no width and of writing direction. */
export const withoutHiddenSigns = (text: string): string => text.replace(hiddenSigns, '');
