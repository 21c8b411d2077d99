import type { Files } from './compile';

interface PackageIdentity {
  readonly name: string;
  readonly version: string;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** The browser libraries the page loads from a CDN, under the names that Freshworks' review script expects. */
const BROWSER_LIBRARIES = ['@freshworks/crayons', 'uplot'];

/** Their versions as installed here for the sandbox. */
function browserLibraries({ devDependencies = {} }: PackageIdentity): Readonly<Record<string, string>> {
  const named = BROWSER_LIBRARIES.map((name) => [name, devDependencies[name] ?? ''] as const);
  return Object.fromEntries(named.filter(([, version]) => version !== ''));
}

const README = `# injixo Connect for Freshdesk

Counts customer contacts (new tickets and customer replies) and reports them to injixo, a workforce-management
system, as contact events: an id, a time, a queue. No person's name or address and no ticket text is stored, logged or sent.

- \`app/\`: the status page (full page app). It calls server functions and request templates only, and loads Crayons and
  uPlot from cdn.jsdelivr.net. \`ticket.html\` runs in the background of a ticket page: it tells the app the id and name of the
  ticket's group, because queues are called after groups, and reads nothing else.
- \`config/\`: installation parameters, request templates, the \`contacts\` entity.
- \`server/server.js\`: the handler table. \`server/lib/\`: the code it calls, compiled one file to one file
  from TypeScript, comments kept, nothing bundled or minified.
- \`server/test_data/\`: sample payloads.

Hosts called from server code: the account's own Freshdesk API, and injixo's API (\`api.injixo.com\`).
`;

/** The package's own README.md and package.json, written for Freshworks' reviewer and its review script. */
export function describePackage(identity: PackageIdentity): Files {
  const { name, version } = identity;
  const packageJson = { name, version, private: true, dependencies: browserLibraries(identity) };
  return new Map([
    ['README.md', README],
    ['package.json', `${JSON.stringify(packageJson, null, 2)}\n`],
  ]);
}
