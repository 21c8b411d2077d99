import type { Files } from './compile';

interface PackageIdentity {
  readonly name: string;
  readonly version: string;
}

/** The browser libraries app/index.html loads from a CDN, as Freshworks' review script wants them named; none so far. */
const BROWSER_LIBRARIES: Readonly<Record<string, string>> = {};

const README = `# injixo Connect for Freshdesk

Counts customer contacts (new tickets and customer replies) and reports them to injixo, a workforce-management
system, as contact events: an id, a time, a queue. No person's name or address and no ticket text is stored, logged or sent.

- \`app/\`: the status page (full page app). It calls server functions and request templates only.
- \`config/\`: installation parameters, request templates, the \`contacts\` entity.
- \`server/server.js\`: the handler table. \`server/lib/\`: the code it calls, compiled one file to one file
  from TypeScript, comments kept, nothing bundled or minified.
- \`server/test_data/\`: sample payloads.

Hosts called from server code: the account's own Freshdesk API, and injixo's API (\`api.injixo.com\`).
`;

/** The package's own README.md and package.json, written for Freshworks' reviewer and its review script. */
export function describePackage({ name, version }: PackageIdentity): Files {
  const packageJson = { name, version, private: true, dependencies: BROWSER_LIBRARIES };
  return new Map([
    ['README.md', README],
    ['package.json', `${JSON.stringify(packageJson, null, 2)}\n`],
  ]);
}
