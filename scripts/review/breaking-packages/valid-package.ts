import type { PackageFiles } from '../../shared/package/app-package';

const json = (value: unknown): string => JSON.stringify(value, null, 2);

const MANIFEST = {
  'platform-version': '3.0',
  modules: {
    common: {
      location: { full_page_app: { url: 'index.html', icon: 'styles/icon.svg' } },
      events: {
        onAppInstall: { handler: 'onAppInstallHandler' },
        onAppUninstall: { handler: 'onAppUninstallHandler' },
      },
      requests: { getTicket: {}, checkKey: {} },
      functions: { getOverview: { timeout: 20 } },
    },
    support_ticket: { events: { onTicketCreate: { handler: 'onTicketCreateHandler' } } },
  },
  dependencies: { axios: '1.2.3' },
  engines: { node: '24.11.0', fdk: '10.1.9' },
  scripts: { 'fdk-unit-test': 'vitest run --coverage' },
};

const PACKAGE = {
  name: 'an-app',
  scripts: { 'fdk-unit-test': 'vitest run --coverage' },
  dependencies: { 'chart-thing': '1.2.3' },
  devDependencies: { axios: '1.2.3', vitest: '4.1.12', '@vitest/coverage-v8': '4.1.12' },
};

const TEST_CONFIG = `module.exports = {
  test: { coverage: { reportsDirectory: 'coverage/unit', reporter: ['json'], include: ['server/**/*.js'] } },
};
`;

const TEST = `import { expect, it } from 'vitest';
it('has a handler', () => { expect(process.cwd()).toContain('an-app'); });
`;

const IPARAMS = {
  api_key: {
    display_name: 'Key',
    type: 'text',
    required: true,
    secure: true,
    events: [{ change: 'checkKey' }],
  },
  domain: {
    display_name: 'Domain',
    type: 'text',
    regex: { host: '^[a-z0-9.-]+$', 'host-error': 'Enter the host name only, such as api.example.com.' },
    modules: ['support_ticket'],
  },
  mode: { display_name: 'Mode', type: 'dropdown', options: ['One', 'Two'], default_value: 'One' },
};

const REQUESTS = {
  getTicket: {
    schema: {
      method: 'GET',
      host: '<%= current_host.endpoint_urls.freshdesk %>',
      path: '/api/v2/tickets/<%= context.id %>',
      headers: { Authorization: "Basic <%= encode(iparam.api_key + ':X') %>" },
      query: { include: 'stats' },
    },
    options: { maxAttempts: 2, retryDelay: 1000 },
  },
  checkKey: {
    schema: {
      method: 'GET',
      host: '<%= context.domain %>',
      path: '/api/v2/agents/me',
      headers: { Authorization: 'Basic <%= encode(context.api_key) %>' },
    },
  },
};

const ENTITIES = {
  contacts: { fields: [{ name: 'contact_id', label: 'Id', type: 'text', required: true, filterable: true }] },
};

const PAGE = `<!doctype html>
<html lang="en"><head>
<script src="{{{appclient}}}"></script>
<script async type="module" src="https://cdn.jsdelivr.net/npm/chart-thing@1.2.3/dist/chart.js"></script>
<script type="module" src="scripts/page.js"></script>
<link rel="stylesheet" href="styles/page.css" />
</head><body></body></html>
`;

const SERVER = `exports = {
  onAppInstallHandler: async function (payload) { await require('./lib/work').work(payload); },
  onAppUninstallHandler: async function (payload) { await require('./lib/work').work(payload); },
  onTicketCreateHandler: async function (payload) { await require('./lib/work').work(payload); },
  getOverview: async function (payload) { await require('./lib/work').work(payload); },
};
`;

const WORK = `"use strict";
const axios_1 = require("axios");
exports.work = async function (payload) {
  await axios_1.get(payload.url);
  await $db.entity({ version: "v1" }).get("contacts").create({ contact_id: "1" });
  renderData();
};
`;

const INSTALL_SCRIPT = `// eslint-disable-next-line no-unused-vars
async function checkKey(value) {
  const client = await app.initialized();
  await client.request.invokeTemplate('checkKey', { context: { api_key: value, domain: utils.get('domain') } });
}
`;

const PAGE_SCRIPT = `async function load() {
  const client = await app.initialized();
  const { response } = await client.request.invokeTemplate('getTicket', { context: { id: '1' } });
  document.title = response;
}
load().catch(() => { document.title = 'The ticket could not be loaded.'; });
`;

const SAMPLES = ['common/onAppInstall', 'common/onAppUninstall', 'support_ticket/onTicketCreate'];

/** A small package that satisfies every rule, for tests to break in one place. */
export function validPackage(): PackageFiles {
  return new Map([
    ['manifest.json', json(MANIFEST)],
    ['README.md', '# An app\n'],
    ['package.json', json(PACKAGE)],
    ['vitest.config.js', TEST_CONFIG],
    ['tests/handlers.test.js', TEST],
    ['config/iparams.json', json(IPARAMS)],
    ['config/requests.json', json(REQUESTS)],
    ['config/entities.json', json(ENTITIES)],
    ['config/assets/iparams.js', INSTALL_SCRIPT],
    ['app/index.html', PAGE],
    ['app/scripts/page.js', PAGE_SCRIPT],
    ['app/styles/page.css', 'main { background: url("back.svg"); }\n'],
    ['app/styles/back.svg', '<svg xmlns="http://www.w3.org/2000/svg"></svg>\n'],
    ['app/styles/icon.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"></svg>\n'],
    ['server/server.js', SERVER],
    ['server/lib/work.js', WORK],
    ...SAMPLES.map((name): [string, string] => [`server/test_data/${name}.json`, '{}\n']),
  ]);
}
