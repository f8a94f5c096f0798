import { basename } from 'node:path';
import type { PrintJob } from '@shared/contract/control.ts';
import en from '@shared/i18n/en/recovery-sheet.json' with { type: 'json' };
import enVault from '@shared/i18n/en/vault.json' with { type: 'json' };
import id from '@shared/i18n/id/recovery-sheet.json' with { type: 'json' };
import idVault from '@shared/i18n/id/vault.json' with { type: 'json' };
import type { Clock } from '@shared/kernel/ports.ts';
import { escapeHtml } from '../papers/html-text.ts';
import type { OpenVault } from '../vault/vault.ts';

const texts = { id: id.recoverySheet, en: en.recoverySheet };
/** The button that the sheet names, in the very words of the window. */
const buttons = { id: idVault.vault.forgotten, en: enVault.vault.forgotten };

const style = `
@page { size: A4; margin: 22mm 20mm }
body { font: 11pt/1.5 system-ui, sans-serif; color: #000; margin: 0 }
h1 { font-size: 18pt; margin: 0 0 4mm } h2 { font-size: 12pt; margin: 8mm 0 1mm }
.mark { float: right; border: 1pt solid; padding: 1mm 3mm; font-weight: 700 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 1mm 6mm; margin: 0 } dd { margin: 0 }
ol { display: grid; grid-template-columns: 1fr 1fr; gap: 3mm 10mm; font: 600 15pt/1.4 ui-monospace, monospace; padding-left: 12mm }
li { letter-spacing: .08em } li::marker { font: 400 10pt system-ui, sans-serif }
p { margin: 0 }`;

/**
 * The sheet with the recovery code, to be printed once: for a locked cupboard. Its groups are numbered as
 * the recovery form asks for them.
 */
export const recoverySheet = (
  language: 'id' | 'en',
  vault: Pick<OpenVault, 'dir' | 'keyFingerprint'>,
  groups: readonly string[],
  clock: Clock,
): PrintJob => {
  const t = texts[language];
  const printed = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(clock.now());
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${t.title}</title><style>${style}</style></head><body>
<p class="mark">${t.classification}</p><h1>${t.title}</h1>
<dl><dt>${t.vault}</dt><dd>${escapeHtml(basename(vault.dir))}</dd><dt>${t.fingerprint}</dt><dd>${vault.keyFingerprint}</dd><dt>${t.printed}</dt><dd>${printed}</dd></dl>
<h2>${t.code}</h2><ol>${groups.map((group) => `<li>${group}</li>`).join('')}</ol><p>${t.keep}</p>
<h2>${t.useTitle}</h2><p>${t.use.replace('{{button}}', buttons[language])}</p><h2>${t.withoutTitle}</h2><p>${t.without}</p></body></html>`;
  return { title: t.title, html, assets: [], headerTemplate: '', footerTemplate: '' };
};
