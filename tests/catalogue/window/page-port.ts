// Runs in the page before its own scripts, in place of the preload: hands it a port whose other end asks the test.

declare global {
  interface Window {
    /** Given by the test: answers a call, as JSON. */
    readonly bilikAnswer: (request: string) => Promise<string>;
    /** Sends an event of the backend to the page. */
    bilikEmit: (event: unknown) => void;
  }
}

/**
 * Installs the port. Bytes travel to the test and back as `{ bytes: base64 }`. Serialised: uses nothing from outside.
 */
export const installPort = ({ request, message }: { readonly request: string; readonly message: string }): void => {
  const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const revive = (_key: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && 'base64' in value ? fromBase64(String(value.base64)) : value;
  const pack = (_key: string, value: unknown): unknown =>
    value instanceof Uint8Array ? { base64: btoa(String.fromCharCode(...value)) } : value;
  window.addEventListener('message', (event) => {
    if (event.source !== window || event.data !== request) return;
    const { port1, port2 } = new MessageChannel();
    window.bilikEmit = (sent) => port1.postMessage(sent);
    port1.onmessage = async ({ data }) => {
      const answer = await window.bilikAnswer(JSON.stringify(data, pack));
      if (answer === '') return;
      // The window of confirmation has a port of its own kind.
      const said = JSON.parse(answer, revive);
      port1.postMessage('message' in data ? said : { id: data.id, result: said });
    };
    window.postMessage(message, window.location.origin, [port2]);
  });
};
