import { describe, expect, it } from 'vitest';
import { forbidDrop, tellDropElsewhere } from '../../../renderer/lib/drop-elsewhere.ts';

// Files that are dropped where nothing takes them are said not to be taken; what a part of the page takes is its own.

const drag = (type: 'dragover' | 'drop', types: readonly string[], taken = false): Event => {
  const event = Object.assign(new Event(type, { cancelable: true }), { dataTransfer: { types, dropEffect: 'copy' } });
  if (taken) event.preventDefault();
  return event;
};

const told = (event: Event): { readonly times: number; readonly prevented: boolean } => {
  const page = new EventTarget();
  let times = 0;
  const end = tellDropElsewhere(page, () => {
    times += 1;
  });
  page.dispatchEvent(event);
  end();
  page.dispatchEvent(drag('drop', ['Files']));
  return { times, prevented: event.defaultPrevented };
};

describe('files that are dropped elsewhere', () => {
  it('are said not to be taken, and go nowhere', () => {
    expect(told(drag('drop', ['Files']))).toEqual({ times: 1, prevented: true });
    expect(told(drag('drop', ['text/plain', 'Files']))).toEqual({ times: 1, prevented: true });
  });

  it('may be dropped, since a drop that is refused is not heard of', () => {
    expect(told(drag('dragover', ['Files']))).toEqual({ times: 0, prevented: true });
  });

  it('are left to the part of the page that takes them', () => {
    expect(told(drag('drop', ['Files'], true)).times).toBe(0);
  });

  it('are told from text that is dragged into a field', () => {
    for (const type of ['dragover', 'drop'] as const)
      expect(told(drag(type, ['text/plain']))).toEqual({ times: 0, prevented: false });
  });
});

it('a page that takes no file shows so by the pointer', () => {
  const page = new EventTarget();
  forbidDrop(page);
  const over = drag('dragover', ['Files']);
  page.dispatchEvent(over);
  expect(over).toMatchObject({ defaultPrevented: true, dataTransfer: { dropEffect: 'none' } });
});
