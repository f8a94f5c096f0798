import { createSocket } from 'node:dgram';
import { rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { dirname } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { assessor, employee } from '../fixtures/people/cast.ts';
import { confirmationOf } from './support/confirmation.ts';
import { makeSeat } from './support/exchange/seats.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { launchProbe, passphrase, readyPage } from './support/probe.ts';
import { makeProbeApp } from './support/probe-app.ts';
import { fillPerson, fillTexts } from './support/steps/form-steps.ts';
import { unlock } from './support/steps/vault-steps.ts';

// A page that wants to speak past every rule for requests: WebRTC sends to addresses that it is given, whatever the
// policy of the page says of connections. Without the handling policy of the guard 37 datagrams arrive; without the
// rules for names of `switches.ts` three connections do.

/** An address of this computer that is no loopback: WebRTC leaves those out. */
const ownAddress = (): string =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1';

/** Listens by UDP and TCP while `work` runs; answers with how much of each arrived. */
const listen = async (work: (port: number) => Promise<void>): Promise<{ udp: number; tcp: number }> => {
  const arrived = { udp: 0, tcp: 0 };
  const tcp = createServer((socket) => {
    arrived.tcp += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => tcp.listen(0, '0.0.0.0', resolve));
  const { port } = tcp.address() as AddressInfo;
  const udp = createSocket('udp4', () => {});
  udp.on('message', () => {
    arrived.udp += 1;
  });
  await new Promise<void>((resolve) => udp.bind(port, '0.0.0.0', resolve));
  await work(port);
  await Promise.all([new Promise((done) => tcp.close(done)), new Promise<void>((done) => udp.close(done))]);
  return arrived;
};

/** Gathers candidates in the page, or in a new frame of it, from servers of this port; what came of it. */
const gather = (page: Page, where: 'page' | 'blank' | 'srcdoc', address: string, port: number): Promise<string> =>
  page.evaluate(
    async ({ where, address, port }) => {
      const frame = document.createElement('iframe');
      if (where === 'srcdoc') frame.srcdoc = '<p>x</p>';
      if (where !== 'page') document.body.append(frame);
      const scope = (where === 'page' ? window : frame.contentWindow) as typeof window | null;
      if (scope === null) return 'no frame';
      try {
        const peer = new scope.RTCPeerConnection({
          iceServers: [
            { urls: `stun:${address}:${port}` },
            { urls: `turn:${address}:${port}?transport=tcp`, username: 'a', credential: 'b' },
          ],
        });
        const other = new scope.RTCPeerConnection();
        peer.createDataChannel('x');
        await peer.setLocalDescription(await peer.createOffer());
        await other.setRemoteDescription(peer.localDescription as RTCSessionDescription);
        await other.setLocalDescription(await other.createAnswer());
        await peer.setRemoteDescription(other.localDescription as RTCSessionDescription);
        // The other side says where it is to be found.
        for (const candidate of [
          `candidate:1 1 udp 2122260223 ${address} ${port} typ host`,
          `candidate:2 1 tcp 1518280447 ${address} ${port} typ host tcptype passive`,
        ])
          await peer.addIceCandidate({ candidate, sdpMid: '0', sdpMLineIndex: 0 });
        await new Promise((resolve) => setTimeout(resolve, 2000));
        peer.close();
        other.close();
        return 'tried';
      } catch (thrown) {
        return (thrown as Error).name;
      }
    },
    { where, address, port },
  );

let appFolder: string;
let app: RunningApp;
let page: Page;

test.beforeAll(async () => {
  appFolder = await makeProbeApp();
  app = await launchProbe(appFolder);
  page = await readyPage(app, 'lock');
});

test.afterAll(async () => {
  await app?.close();
  await rm(dirname(appFolder), { recursive: true, force: true });
});

const places = ['page', 'blank', 'srcdoc'] as const;
const tried = places.map(() => 'tried');

/** What comes of trying in all places of these pages, and what arrives of it. */
const tryFrom = async (...pages: readonly Page[]) => {
  const said: string[] = [];
  const arrived = await listen(async (port) => {
    const tries = pages.flatMap((at) => places.map((where) => gather(at, where, ownAddress(), port)));
    said.push(...(await Promise.all(tries)));
  });
  return { said, arrived };
};

test('nothing leaves by WebRTC, neither from the page nor from a frame that it makes', async () => {
  expect(await tryFrom(page)).toEqual({ said: tried, arrived: { udp: 0, tcp: 0 } });
});

test('nor from the pages of the application itself: lock, open vault, window of confirmation', async () => {
  const seat = await makeSeat(dirname(appFolder), 'seat', { person: assessor, roles: ['assessor'] });
  seat.leave();
  const real = await launchApp({ home: seat.home });
  try {
    expect(await tryFrom(await real.page('lock'))).toEqual({ said: tried, arrived: { udp: 0, tcp: 0 } });
    const opened = await unlock(real, passphrase);
    const form = opened.locator('form');
    await opened.getByRole('button', { name: 'Berkas baru' }).click();
    await fillPerson(form.getByRole('group', { name: 'Pegawai', exact: true }), employee);
    await fillTexts(form, { 'Periode penilaian': 'Januari–Juni 2026' });
    await opened.getByRole('button', { name: 'Buka berkas dan lanjutkan' }).click();
    const found = await tryFrom(opened, await confirmationOf(opened));
    expect(found).toEqual({ said: [...tried, ...tried], arrived: { udp: 0, tcp: 0 } });
  } finally {
    await real.close();
  }
});
