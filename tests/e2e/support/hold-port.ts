/** Keeps the port to the backend from a page until `window.release()`. An init script: uses nothing from outside. */
export const holdPort = (): void => {
  const hold = (event: MessageEvent): void => {
    if (event.ports.length === 0) return;
    event.stopImmediatePropagation();
    Object.assign(window, {
      release: () => {
        window.removeEventListener('message', hold, true);
        window.postMessage(event.data, window.location.origin, [...event.ports]);
      },
    });
  };
  window.addEventListener('message', hold, true);
};
