// Which folder may import which; each message names the section of ARCHITECTURE.md that tells why.
// tests/unit/tooling/layers.test.ts breaks each rule once.
const { HOUSES, rulesOf } = require('./scripts/lib/floors.cjs');

const rule = (name, comment, from, to) => ({
  name,
  comment: `ARCHITECTURE.md, "Folders and arrows": ${comment}`,
  severity: 'error',
  from,
  to,
});
const NODE = { dependencyTypes: ['core'] };

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    rule('no-cycles', 'Two modules that need each other are one module.', {}, { circular: true }),
    rule('no-unresolved', 'Every import must be found.', { pathNot: '^tests/' }, { couldNotResolve: true }),
    rule('shared-no-node', 'shared/ runs anywhere.', { path: '^shared/' }, NODE),
    rule(
      'shared-no-layers',
      'shared/ imports only shared/.',
      { path: '^shared/' },
      { path: '^(electron|renderer|tests|scripts)/' },
    ),
    rule(
      'shared-no-electron',
      'shared/ runs anywhere.',
      { path: '^shared/' },
      { path: '(^|/)node_modules/(@electron/|electron|better-sqlite3)' },
    ),
    rule(
      'kernel-alone',
      'The kernel imports only itself.',
      { path: '^shared/kernel/' },
      { pathNot: '^shared/kernel/' },
    ),
    rule(
      'domain-pure',
      'Domain rules are pure: kernel, domain and zod.',
      { path: '^shared/domain/' },
      { pathNot: '^shared/(domain|kernel)/|(^|/)node_modules/zod/' },
    ),
    rule(
      'backend-no-electron',
      'The backend is plain Node: tests and the command run it without Electron.',
      { path: '^electron/(backend|cli)/' },
      { path: '^electron(/(main|common|renderer|utility))?$|(^|/)node_modules/(@electron/|electron)' },
    ),
    rule(
      'backend-no-other-layer',
      'The backend knows neither windows nor pages.',
      { path: '^electron/(backend|cli)/' },
      { path: '^(electron/(main|preload)|renderer|tests|scripts)/' },
    ),
    rule(
      'backend-no-cli',
      'The command uses the backend, never the other way.',
      { path: '^electron/backend/' },
      { path: '^electron/cli/' },
    ),
    rule(
      'main-no-backend',
      'The main process holds no key and no database.',
      { path: '^electron/(main|preload)/' },
      {
        path: '^(electron/(backend|cli)|renderer|tests|scripts)/|(^|/)node_modules/(better-sqlite3|drizzle-orm|age-encryption)/',
      },
    ),
    rule(
      'preload-alone',
      'The preload script hands over one port and nothing else.',
      { path: '^electron/preload/' },
      { path: '^electron/(main|backend|cli)/' },
    ),
    rule('renderer-no-node', 'A page has no Node.', { path: '^renderer/' }, NODE),
    rule(
      'renderer-no-electron',
      'A page reaches the rest through its port alone.',
      { path: '^renderer/' },
      {
        path: '^(electron|tests|scripts)/|^electron(/(main|common|renderer|utility))?$|(^|/)node_modules/(@electron/|electron|better-sqlite3|drizzle-orm)',
      },
    ),
    rule(
      'features-apart',
      'Features never import each other.',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    ),
    rule(
      'ui-no-features',
      'Plain widgets know no feature.',
      { path: '^renderer/(ui|lib)/' },
      { path: '^renderer/(features|app)/' },
    ),
    rule(
      'features-no-app',
      'The frame knows the features, not the other way.',
      { path: '^renderer/features/' },
      { path: '^renderer/app/' },
    ),
    ...HOUSES.flatMap(rulesOf),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|test-results)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
