// The floors of the house: which rooms (folders) stand on which. ARCHITECTURE.md, "Floors", tells why.
// A room may import rooms of lower rows, never of higher ones, nor of its own row.

/**
 * Rows from the ground up; `ground` are files of the base itself that every room may import and that import no room.
 * @typedef {{ base: string, ground: readonly string[], rows: readonly (readonly string[])[] }} House
 */

/** @type {readonly House[]} */
const HOUSES = [
  {
    base: 'electron/backend',
    ground: [],
    rows: [
      ['db', 'crypto', 'files'],
      ['workspace'],
      ['formats/act'],
      ['formats/record', 'formats/identity'],
      ['formats/pdf', 'formats/package', 'formats/xlsx'],
      ['formats/backup'],
      ['trail'],
      ['vault'],
      ['rpc'],
      ['export', 'persons', 'drafts'],
      ['settings', 'attachments'],
      ['papers', 'identity', 'backup'],
      ['case', 'notes'],
      ['guidance', 'overview'],
      ['competence', 'programme'],
      ['exchange/ledger', 'documents', 'audit', 'lists'],
      ['exchange/receive', 'exchange/send', 'integrity', 'retention'],
      ['exchange'],
      ['desk'],
    ],
  },
  {
    base: 'shared/domain',
    ground: ['fields.ts'],
    rows: [
      ['identity', 'behaviour', 'audit', 'form', 'backup'],
      ['case'],
      ['guidance', 'retention'],
      ['competence'],
      ['documents', 'package', 'place'],
      ['programme', 'office', 'lists'],
      ['draft'],
    ],
  },
];

/** Houses without an order: no room of theirs imports another. */
const FLAT = ['renderer/features'];

/** @type {'error'} */
const ERROR = 'error';

const pathOf = (base, rooms) => `^${base}/(${rooms.join('|')})/`;

/** Files of a room alone, where another room lies inside it (exchange, which holds exchange/send). */
const insideOf = (room, all) => all.filter((other) => other.startsWith(`${room}/`));

/**
 * Rules for dependency-cruiser, one for each room and one against rooms without a floor.
 * @param {House} house
 * @returns {{ name: string, comment: string, severity: 'error', from: object, to: object }[]}
 */
function rulesOf({ base, ground, rows }) {
  const all = rows.flat();
  const where = 'ARCHITECTURE.md, "Floors"';
  const rules = rows.flatMap((row, index) =>
    row.map((room) => {
      const inside = insideOf(room, all);
      return {
        name: `floor-${base}/${room}`,
        comment: `${where}: ${room} may import only itself and rooms below it.`,
        severity: ERROR,
        from: { path: pathOf(base, [room]), ...(inside.length > 0 && { pathNot: pathOf(base, inside) }) },
        to: {
          path: `^${base}/`,
          pathNot: [pathOf(base, [room, ...rows.slice(0, index).flat()]), ...ground.map((file) => `^${base}/${file}$`)],
        },
      };
    }),
  );
  const unknown = {
    name: `floor-${base}/unknown`,
    comment: `${where}: this folder has no floor yet; give it one in scripts/lib/floors.cjs.`,
    severity: ERROR,
    from: { path: `^${base}/[^/]+/`, pathNot: pathOf(base, all) },
    to: {},
  };
  const below = {
    name: `floor-${base}/ground`,
    comment: `${where}: what all rooms stand on imports none of them.`,
    severity: ERROR,
    from: { path: ground.map((file) => `^${base}/${file}$`) },
    to: { path: pathOf(base, all) },
  };
  return [...rules, unknown, ...(ground.length > 0 ? [below] : [])];
}

/** The floors as lines of text, the top one first. @param {House} house */
function drawn({ base, ground, rows }) {
  return [`${base}/`, ...[ground, ...rows].toReversed().map((row) => `  ${row.join('   ')}`)].filter((line) =>
    line.trim(),
  );
}

module.exports = { HOUSES, FLAT, rulesOf, drawn };
