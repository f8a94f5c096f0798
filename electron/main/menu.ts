import type { ShellText } from '@shared/i18n/shell.ts';
import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';

/** Looks up a text in the language of the moment. */
export type Translate = (text: ShellText) => string;

export interface MenuActions {
  readonly lock: () => void;
  readonly quit: () => void;
}

const editItems = (t: Translate): MenuItemConstructorOptions[] => [
  { role: 'undo', label: t('undo') },
  { role: 'redo', label: t('redo') },
  { type: 'separator' },
  { role: 'cut', label: t('cut') },
  { role: 'copy', label: t('copy') },
  { role: 'paste', label: t('paste') },
  { role: 'pasteAndMatchStyle', label: t('pastePlain') },
  { role: 'selectAll', label: t('selectAll') },
];

/** Sets the application menu: lock, quit and the editing commands; no reload, zoom or developer tools. */
export const setMenu = (t: Translate, actions: MenuActions): void => {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: t('file'),
        submenu: [
          { label: t('lock'), accelerator: 'CommandOrControl+L', click: actions.lock },
          { type: 'separator' },
          { label: t('quit'), accelerator: 'CommandOrControl+Q', click: actions.quit },
        ],
      },
      { label: t('edit'), submenu: editItems(t) },
    ]),
  );
};

/** Shows cut, copy and paste on a right click in text. */
export const addContextMenu = (window: BrowserWindow, t: Translate): void => {
  window.webContents.on('context-menu', (_event, at) => {
    if (!at.isEditable && at.selectionText === '') return;
    const items: MenuItemConstructorOptions[] = [
      { role: 'cut', label: t('cut'), enabled: at.editFlags.canCut, visible: at.isEditable },
      { role: 'copy', label: t('copy'), enabled: at.editFlags.canCopy },
      { role: 'paste', label: t('paste'), enabled: at.editFlags.canPaste, visible: at.isEditable },
      { role: 'selectAll', label: t('selectAll') },
    ];
    Menu.buildFromTemplate(items).popup({ window });
  });
};
