import type { Locator, Page } from '@playwright/test';
import type { Confirmation } from '../../shared/contract/confirmation.ts';
import type { BackendEvent } from '../../shared/contract/method.ts';
import type { Role } from '../../shared/domain/identity/person.ts';
import type { Language } from '../../shared/i18n/index.ts';
import type { Text } from '../e2e/support/accessible/texts.ts';
import type { Answers } from './window/stand-in.ts';

/** What the steps of a screen work with: the page in Indonesian, and what a person would do there. */
export interface Hand {
  readonly page: Page;
  readonly t: Text;
  /** The button of exactly this name. */
  readonly button: (name: string) => Locator;
  /** Sends the page an event of the backend. */
  readonly emit: (event: BackendEvent) => Promise<void>;
}

/** A screen, dialog or state of the window. */
export interface Screen {
  /** Of its pictures and its test: small letters and dashes, the area first. */
  readonly name: string;
  /** Address in the window with its parameters filled in; null: the page on which a vault is opened. */
  readonly path: string | null;
  /** The route that it shows, as the feature declares it; by default the path itself. */
  readonly route?: string;
  /** Whose roles the holder has; by default nearly all of them. */
  readonly roles?: readonly Role[];
  /** Answers that differ from those of the vault at work. */
  readonly answers?: Answers;
  /** State in which the page was left (`usePlace`): open tab, filter. */
  readonly state?: unknown;
  /** What the window of confirmation shows, in place of a page; the path is null then. */
  readonly confirmation?: (language: Language) => Confirmation;
  /** More of the lock page's query than the appearance says, with `&`. */
  readonly search?: string;
  /** What a person does until the screen is there. */
  readonly steps?: (hand: Hand) => Promise<void>;
  /** Files of `renderer/` whose dialog, menu or panel is open then. */
  readonly opens?: readonly string[];
}
