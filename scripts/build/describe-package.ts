import type { Files } from './compile';

interface PackageIdentity {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** The browser libraries the page loads from a CDN, under the names that Freshworks' review script expects. */
const BROWSER_LIBRARIES = ['@freshworks/crayons', 'uplot'];

/** What the unit tests run with, besides the packages that server code requires. */
const TEST_TOOLS = ['vitest', '@vitest/coverage-v8'];

/** The script that `fdk pack` runs in the package's folder; manifest.json names it too. */
const SCRIPTS = { 'fdk-unit-test': 'vitest run --coverage' };

/** The versions of these packages as they are installed here. */
function versionsOf(
  names: readonly string[],
  { devDependencies = {} }: PackageIdentity,
): Readonly<Record<string, string>> {
  const named = names.map((name) => [name, devDependencies[name] ?? ''] as const);
  return Object.fromEntries(named.filter(([, version]) => version !== ''));
}

const README = `# %LISTING_NAME%

Counts customer contacts (new tickets and customer replies) and reports them to injixo, a workforce-management
system, as contact events: an id, a time, a queue. No person's name or address and no ticket text is stored, logged or sent.

- \`app/\`: the status page (full page app). It calls server functions and request templates only, and loads Crayons and
  uPlot from cdn.jsdelivr.net.
- \`config/\`: installation parameters, request templates, the \`contacts\` entity.
- \`server/server.js\`: the handler table. \`server/lib/\`: the code it calls, compiled one file to one file
  from TypeScript, comments kept, nothing bundled or minified.
- \`server/test_data/\`: sample payloads.
- \`tests/\`, \`vitest.config.js\`: unit tests of the handlers, which the app does not load. \`npm install\`, then
  \`npm run fdk-unit-test\`.

Hosts called from server code: the account's own Freshdesk API, and injixo's API (\`api.injixo.com\`).
`;

/** The package's own README.md and package.json, written for Freshworks' reviewer and its review script. */
export function describePackage(identity: PackageIdentity): Files {
  const { name, version } = identity;
  const packageJson = {
    ...{ name, version, private: true, scripts: SCRIPTS },
    dependencies: versionsOf(BROWSER_LIBRARIES, identity),
    devDependencies: { ...identity.dependencies, ...versionsOf(TEST_TOOLS, identity) },
  };
  return new Map([
    ['README.md', README],
    ['package.json', `${JSON.stringify(packageJson, null, 2)}\n`],
  ]);
}
