import { portMessage, portRequest } from '@shared/contract/control.ts';
import { MessageChannelMain, type MessagePortMain, type WebContents } from 'electron';
import { pageOrigin } from './page-protocol.ts';

/**
 * Gives the page one end of a fresh message channel whenever its preload asks for it, and the other
 * end to `attach`. Only the main frame of an own page is answered.
 */
export const servePort = (contents: WebContents, attach: (port: MessagePortMain) => void): void => {
  contents.ipc.on(portRequest, (event) => {
    const frame = event.senderFrame;
    if (frame === null || frame !== contents.mainFrame || frame.origin !== pageOrigin) return;
    const channel = new MessageChannelMain();
    frame.postMessage(portMessage, null, [channel.port1]);
    attach(channel.port2);
  });
};
