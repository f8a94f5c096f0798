import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actTypes } from '../../../shared/domain/case/act-type.ts';
import { pages } from '../../../shared/domain/place/places.ts';
import { elsewhere } from '../../catalogue/screens/acts.ts';
import { screens } from '../../catalogue/screens/all.ts';

// The catalogue shows everything there is: a new page, form or dialog that it does not show is a failure here.

const renderer = resolve(import.meta.dirname, '../../../renderer');
const named = new Set(screens.map(({ name }) => name));
const routeOf = ({ path, route }: (typeof screens)[number]): string | null => route ?? path;

/** Frames of dialogs that others fill. */
const frames = ['ui/FormDialog.tsx', 'ui/sealing/SealForOne.tsx'];
const opensLayer = /<(Modal|FormDialog|SealForOne|Dialog|Drawer|Menu|Popover|Spotlight)\b/;

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.tsx'))
    .map(({ parentPath, name }) => join(parentPath, name).slice(renderer.length + 1));

describe('the catalogue', () => {
  it('names each of its screens once, as a file can be named', () => {
    expect(named.size).toBe(screens.length);
    expect([...named].filter((name) => !/^[a-zA-Z0-9-]+$/.test(name))).toEqual([]);
  });

  it('shows every page of the window', () => {
    const shown = new Set(screens.map(routeOf));
    expect(Object.values(pages).filter((path) => !shown.has(path))).toEqual([]);
  });

  it('says of no screen that it shows a page that there is not', () => {
    const paths = new Set<string>(['', ...Object.values(pages)]);
    expect(screens.map(routeOf).filter((route) => route !== null && !paths.has(route))).toEqual([]);
  });

  it('shows the form of every act that is written in a file', () => {
    const written = actTypes.filter((type) => !(elsewhere as readonly string[]).includes(type));
    expect(written.filter((type) => !named.has(`act-${type}`))).toEqual([]);
  });

  it('opens every dialog, menu and panel', () => {
    const opened = new Set(screens.flatMap(({ opens = [] }) => opens));
    const files = filesBelow(renderer).filter((file) => !frames.includes(file));
    const withLayer = files.filter((file) => opensLayer.test(readFileSync(join(renderer, file), 'utf8')));
    expect(withLayer.length).toBeGreaterThan(20);
    expect(withLayer.filter((file) => !opened.has(file))).toEqual([]);
    expect([...opened].filter((file) => !files.includes(file))).toEqual([]);
  });
});
