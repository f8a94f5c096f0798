// One page that shows the pictures of the catalogue, screen by screen.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STYLE = `body { font: 15px system-ui; margin: 24px; background: #f4f4f4 }
section { margin-bottom: 32px } div { display: flex; flex-wrap: wrap; gap: 12px }
figure { margin: 0 } img { max-width: 640px; border: 1px solid #888 } figcaption { color: #444 }`;

/** Pictures by the screen that they show: `SCREEN-LANGUAGE-SCHEME-WIDTH.png`. @param {string[]} names */
export function byScreen(names) {
  const screens = new Map();
  for (const name of [...names].sort()) {
    const [, screen, shown] = /^(.+)-((?:id|en)-(?:light|dark)-\d+)\.png$/.exec(name) ?? [];
    if (screen === undefined) continue;
    screens.set(screen, [...(screens.get(screen) ?? []), { name, shown }]);
  }
  return screens;
}

const figure = ({ name, shown }) =>
  `<figure><a href="${name}"><img src="${name}" alt="" loading="lazy"></a><figcaption>${shown}</figcaption></figure>`;

/** Writes `index.html` beside the pictures of a folder; the number of screens. */
export function writePictureIndex(folder) {
  const screens = byScreen(readdirSync(folder));
  const sections = [...screens].map(
    ([screen, pictures]) =>
      `<section><h2 id="${screen}">${screen}</h2><div>${pictures.map(figure).join('')}</div></section>`,
  );
  const head = `<meta charset="utf-8"><title>Bilik: catalogue</title><style>${STYLE}</style>`;
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><head>${head}</head><body>${sections.join('\n')}</body></html>\n`,
  );
  return screens.size;
}
