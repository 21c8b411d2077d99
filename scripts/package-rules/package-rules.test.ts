import { createAppPackage } from './app-package';
import { broken, drop, put, set, swap, type Breakage } from './breakages';
import { findBrokenRules } from './find-broken-rules';
import { RULE_FAMILIES } from './rule-families';
import { validPackage } from './valid-package';

const MANIFEST = 'manifest.json';
const IPARAMS = 'config/iparams.json';
const REQUESTS = 'config/requests.json';
const ENTITIES = 'config/entities.json';
const PAGE = 'app/index.html';
const SERVER = 'server/server.js';
const WORK = 'server/lib/work.js';
const CHART = 'https://cdn.jsdelivr.net/npm/chart-thing@1.2.3/dist/chart.js';

/** How a package breaks the rule, and a part of what is said about it. */
type Case = readonly [rule: string, breakage: Breakage, said: string];

const manifest = (keys: string, value: unknown): Breakage => set(MANIFEST, keys, value);
const work = (code: string): Breakage => swap(WORK, 'exports.work', `${code}\nexports.work`);

const MANIFEST_CASES: readonly Case[] = [
  ['manifest: platform version', manifest('platform-version', '2.3'), 'has to be "3.0"'],
  ['manifest: known keys', manifest('product', {}), 'manifest.json product: only platform-version'],
  ['manifest: a product module', manifest('modules.support_ticket', undefined), 'support_ticket is missing'],
  [
    'manifest: blocks in their module',
    manifest('modules.support_ticket.functions', { a: 1 }),
    'functions: only',
  ],
  [
    'manifest: blocks in their module',
    manifest('modules.chat', { events: { a: 1 } }),
    'modules.chat: this app has',
  ],
  ['manifest: no empty blocks', manifest('modules.common.requests', {}), 'is empty: leave it out'],
  [
    'manifest: locations',
    manifest('modules.common.location.full_page_app.url', 'no.html'),
    'no file of app/',
  ],
  [
    'manifest: locations',
    manifest('modules.common.location.ticket_sidebar', { url: 'index.html' }),
    'only full_page',
  ],
  ['manifest: engines', manifest('engines.node', '18.20.8'), 'a full version of Node 24.11'],
  ['manifest: engines', manifest('engines.fdk', '10.x'), 'a full version of FDK 10'],
  [
    'manifest: functions',
    manifest('modules.common.functions.getOverview.timeout', 10),
    'timeout has to be 20',
  ],
  ['manifest: functions', manifest('modules.common.functions.get-it', { timeout: 20 }), 'a name has 2 to 40'],
];

const EVENT_CASES: readonly Case[] = [
  [
    'events: events of their module',
    manifest('modules.common.events.onScheduledSync', { handler: 'getOverview' }),
    'scheduled events have one name',
  ],
  [
    'events: one handler for each event',
    manifest('modules.common.events.onAppInstall', {}),
    'names no handler',
  ],
  [
    'events: updates without a click',
    manifest('modules.common.events.afterAppUpdate', { handler: 'getOverview' }),
    'afterAppUpdate: has to go',
  ],
  ['events: installation', manifest('modules.common.events.onAppInstall', undefined), 'onAppInstall missing'],
  [
    'events: a sample for each event',
    drop('server/test_data/support_ticket/onTicketCreate.json'),
    'onTicketCreate.json: is missing',
  ],
];

const HANDLER_CASES: readonly Case[] = [
  ['handlers: one literal table', swap(SERVER, 'exports = {', 'const table = {'), 'needs one statement'],
  [
    'handlers: written as functions',
    swap(SERVER, 'async function (payload)', 'async (payload) =>'),
    'server/server.js:2: onAppInstallHandler: write',
  ],
  [
    'handlers: written as functions',
    swap(SERVER, 'getOverview:', '...others, getOverview:'),
    '...others: write',
  ],
  ['handlers: every handler is there', swap(SERVER, 'getOverview:', 'getAll:'), 'has no key getOverview'],
  ['handlers: nothing else is exported', swap(SERVER, 'getOverview:', 'getAll:'), 'getAll is not named'],
];

const IPARAM_CASES: readonly Case[] = [
  ['iparams: settings as one JSON file', put('config/iparams.html', '<p></p>'), 'may not stand beside'],
  ['iparams: settings as one JSON file', drop(IPARAMS), 'is missing or no JSON'],
  ['iparams: known attributes', set(IPARAMS, 'mode.data-bind', 'x'), 'attribute data-bind is not known'],
  ['iparams: types and names', set(IPARAMS, 'domain.type', 'domain'), 'type domain is not one of'],
  ['iparams: types and names', set(IPARAMS, 'mode.display_name', ''), 'needs a display_name'],
  ['iparams: types and names', set(IPARAMS, 'required', { display_name: 'R', type: 'text' }), 'is reserved'],
  ['iparams: true or false', set(IPARAMS, 'mode.required', 'true'), 'required has to be true or false'],
  ['iparams: options and defaults', set(IPARAMS, 'mode.default_value', 'Three'), 'has to be one of options'],
  [
    'iparams: options and defaults',
    set(IPARAMS, 'mode.options', [{ label: 'One' }]),
    'options have to be texts',
  ],
  ['iparams: options and defaults', set(IPARAMS, 'domain.options', ['a']), 'options are for dropdown'],
  [
    'iparams: options and defaults',
    set(IPARAMS, 'on', { display_name: 'On', type: 'checkbox' }),
    'default_value has to be true or false',
  ],
  [
    'iparams: patterns with their sentences',
    set(IPARAMS, 'domain.regex.host', '('),
    'is no regular expression',
  ],
  [
    'iparams: patterns with their sentences',
    set(IPARAMS, 'domain.regex.host-error', 'Wrong.'),
    'needs host-error',
  ],
  ['iparams: patterns with their sentences', set(IPARAMS, 'mode.regex', {}), 'regex is for text'],
  ['iparams: secrets are secure', set(IPARAMS, 'api_key.secure', false), 'secure has to be true'],
  ['iparams: hosts without a scheme', set(IPARAMS, 'domain.regex.host', '.*'), 'has to refuse http://'],
  ['iparams: change functions', set(IPARAMS, 'mode.events', [{ change: 'gone' }]), 'has no function gone'],
  [
    'iparams: change functions',
    set(IPARAMS, 'mode.events', [{ change: 'checkKey', blur: 'checkKey' }]),
    'only the event change exists, not blur',
  ],
  [
    'iparams: modules of fields',
    set(IPARAMS, 'domain.modules', ['chat']),
    'module chat is not in manifest.json',
  ],
];

const REQUEST_CASES: readonly Case[] = [
  ['requests: names and keys', set(REQUESTS, 'getTicket.schema.body', '{}'), 'schema.body is not allowed'],
  [
    'requests: names and keys',
    set(REQUESTS, 'getTicket.options.isOAuth', true),
    'options.isOAuth is not known',
  ],
  ['requests: names and keys', set(REQUESTS, 'get ticket', {}), 'letters, digits, _ and - only'],
  [
    'requests: method and protocol',
    set(REQUESTS, 'getTicket.schema.protocol', 'http'),
    'protocol has to be https',
  ],
  [
    'requests: method and protocol',
    set(REQUESTS, 'getTicket.schema.method', 'HEAD'),
    'method has to be one of',
  ],
  [
    'requests: path, query and headers',
    set(REQUESTS, 'getTicket.schema.path', 'api'),
    'path has to begin with /',
  ],
  [
    'requests: path, query and headers',
    set(REQUESTS, 'getTicket.schema.path', '/a?b=1'),
    'path may hold no query',
  ],
  [
    'requests: path, query and headers',
    set(REQUESTS, 'getTicket.schema.query', 'a=1'),
    'query has to be an object',
  ],
  [
    'requests: hosts without scheme',
    set(REQUESTS, 'getTicket.schema.host', 'https://a.com'),
    'a bare host name',
  ],
  ['requests: hosts without scheme', set(REQUESTS, 'getTicket.schema.host', 'a.com/b'), 'a bare host name'],
  [
    'requests: hosts without scheme',
    set(REQUESTS, 'getTicket.schema.host', '10.0.0.1'),
    'may not be an IP address',
  ],
  ['requests: retries', set(REQUESTS, 'getTicket.options.maxAttempts', 6), 'maxAttempts has to be 1 to 5'],
  ['requests: retries', set(REQUESTS, 'getTicket.options.retryDelay', 5000), 'retryDelay has to be'],
  ['requests: substitutions', set(REQUESTS, 'getTicket.schema.path', '/{{id}}'), 'substitution is written'],
  ['requests: substitutions', set(REQUESTS, 'getTicket.schema.path', '/<%= id %>'), 'nothing the platform'],
  [
    'requests: secrets in headers only',
    set(REQUESTS, 'getTicket.schema.path', '/<%= iparam.api_key %>'),
    'belongs into a header',
  ],
  [
    'requests: secrets in headers only',
    set(REQUESTS, 'getTicket.schema.query', { token: 'x' }),
    'query.token',
  ],
  ['requests: declared', manifest('modules.common.requests', { getTicket: {} }), 'checkKey: is not declared'],
  ['requests: declared', manifest('modules.common.requests.other', {}), 'other: is not defined'],
  ['requests: used', put('app/scripts/page.js', '"use strict";\n'), 'getTicket: is called by nothing'],
  [
    'requests: used',
    swap('app/scripts/page.js', "'getTicket'", "'getTickets'"),
    'getTickets is called and not there',
  ],
  [
    'requests: context where it counts',
    set(REQUESTS, 'checkKey.schema.headers', { Authorization: '<%= encode(iparam.api_key) %>' }),
    'only context.* has a value',
  ],
  [
    'requests: context where it counts',
    set(REQUESTS, 'getTicket.schema.host', '<%= context.domain %>'),
    'may not fill host or headers',
  ],
  [
    'requests: how many',
    put(REQUESTS, JSON.stringify(Object.fromEntries([...Array(101).keys()].map((i) => [`t${i}`, {}])))),
    'more than 100 templates',
  ],
];

const fields = (count: number): object[] =>
  [...Array(count).keys()].map((i) => ({ name: `f${i}`, label: 'F', type: 'text' }));

const ENTITY_CASES: readonly Case[] = [
  [
    'entities: how many',
    put(
      ENTITIES,
      JSON.stringify(Object.fromEntries('abcdef'.split('').map((name) => [name, { fields: fields(1) }]))),
    ),
    'more than 5 entities',
  ],
  ['entities: entities and their fields', set(ENTITIES, 'contacts.fields', []), 'has no fields'],
  [
    'entities: entities and their fields',
    set(ENTITIES, 'contacts.fields', fields(21)),
    'more than 20 fields',
  ],
  [
    'entities: entities and their fields',
    set(ENTITIES, 'contacts.fields.0.type', 'number'),
    'type has to be one of',
  ],
  [
    'entities: entities and their fields',
    set(ENTITIES, 'contacts.fields.0.unique', true),
    'unique is not known',
  ],
  [
    'entities: entities and their fields',
    set(ENTITIES, 'contacts.fields.0.filterable', 1),
    'has to be true or false',
  ],
  [
    'entities: entities and their fields',
    set(ENTITIES, 'contacts.fields', [...fields(1), ...fields(1)]),
    'names a field twice',
  ],
];

const DEPENDENCY_CASES: readonly Case[] = [
  ['dependencies: pinned', manifest('dependencies.axios', '^1.2.3'), 'one exact version'],
  ['dependencies: declared', manifest('dependencies', undefined), 'requires axios, which'],
  ['dependencies: used', manifest('dependencies.lodash', '4.0.0'), 'lodash: is required by no'],
];

const PAGE_CASES: readonly Case[] = [
  ["pages: the platform's client", swap(PAGE, '<script src="{{{appclient}}}"></script>', ''), 'has to load'],
  ['pages: nothing inline', swap(PAGE, '<body>', '<body><script>alert(1)</script>'), 'has a script inside'],
  ['pages: nothing inline', swap(PAGE, '<body>', '<body onload="go()">'), 'a handler attribute'],
  ['pages: https only', swap(PAGE, CHART, CHART.replace('https', 'http')), 'by https://'],
  ['pages: known hosts', swap(PAGE, CHART, 'https://unpkg.com/chart-thing@1.2.3'), 'has to come from one of'],
  ['pages: libraries declared', set('package.json', 'dependencies', {}), 'is not named in package.json'],
  ['pages: libraries with their version', swap(PAGE, '@1.2.3', ''), 'names no version'],
  ['pages: libraries used', set('package.json', 'dependencies.other', '1.0.0'), 'is loaded by no page'],
  ['pages: files that are there', swap(PAGE, 'styles/page.css', 'styles/gone.css'), 'is not in the package'],
  [
    'pages: files that are there',
    put('app/styles/page.css', 'main { background: url(gone.png); }'),
    'app/styles/page.css gone.png: is not',
  ],
  [
    "pages: no product's style sheet",
    swap(PAGE, 'styles/page.css', 'styles/freshdesk.css'),
    'freshdesk.css: has to go',
  ],
  ['pages: no HTML from data', put('app/scripts/page.js', 'document.body.innerHTML = "a";\n'), 'writes HTML'],
];

const ICON = 'app/styles/icon.svg';

const OTHER_CASES: readonly Case[] = [
  ['icon: icon', swap(ICON, 'width="64"', 'width="32"'), 'needs width="64"'],
  ['icon: icon', drop(ICON), 'icon.svg is not there'],
  [
    'icon: icon',
    (files) => {
      put('app/styles/icon.png', 'small')(files);
      manifest('modules.common.location.full_page_app.icon', 'styles/icon.png')(files);
    },
    'less than 1024 bytes',
  ],
  ['files: what has to be there', put('README.md', ' \n'), 'README.md: is missing or empty'],
  ['files: nothing else', put('config/notes.txt', 'a'), 'config/notes.txt: has no place'],
  ['files: nothing else', put('server/lib/work.js.map', '{}'), 'work.js.map: has no place'],
  ['files: JSON', put('server/test_data/common/onAppInstall.json', '{'), 'is no JSON'],
  [
    'files: no unreachable file',
    put('server/lib/other.js', '"use strict";\n'),
    'other.js: is reached from no',
  ],
  ['files: no unreachable file', put('app/styles/other.css', 'a {}'), 'other.css: is reached from no'],
  [
    'files: modules written out',
    work('exports.a = (name) => require(`./${name}`);'),
    'work.js: computes what',
  ],
  ['files: modules that are there', drop(WORK), 'requires server/lib/work.js, which is not there'],
  ['files: size', put('app/styles/page.css', 'a'.repeat(2_000_001)), 'more than 2000000'],
  ['code: lint, no error and no warning', work('exports.a = function (a) { return a == 1; };'), '(eqeqeq)'],
  [
    'code: lint, no error and no warning',
    work('exports.a = function (a, b) { return a; };'),
    '(no-unused-vars)',
  ],
  ['code: lint, no error and no warning', work('$db.get("a");'), 'no-unhandled-promise'],
  ['code: lint, no error and no warning', work('exports.a ??= 1;'), '(syntax)'],
  [
    'code: lint, no error and no warning',
    put('app/scripts/page.js', 'window.fetch("/a");\n'),
    'client-request-model',
  ],
  ["code: none of the compiler's helpers", work('exports.a = __importDefault(1);'), '`__importDefault`'],
  [
    'code: no credential in the code',
    work('exports.api_key = "abcdefghijklmnop1234";'),
    'looks like a credential',
  ],
];

const ABSENT = [
  'process',
  'Buffer',
  'URL',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'module',
  'global',
];

const ABSENT_CASES = ABSENT.map((name): Case => [
  'code: no name the platform lacks',
  work(`exports.a = typeof ${name};`),
  `'${name}' is not defined`,
]);

const CASES: readonly Case[] = [
  ...MANIFEST_CASES,
  ...EVENT_CASES,
  ...HANDLER_CASES,
  ...IPARAM_CASES,
  ...REQUEST_CASES,
  ...ENTITY_CASES,
  ...DEPENDENCY_CASES,
  ...PAGE_CASES,
  ...OTHER_CASES,
  ...ABSENT_CASES,
];

const sentencesAfter = (breakage: Breakage, rule: string): string[] =>
  findBrokenRules(createAppPackage(broken(validPackage(), breakage)), (name) => name === rule).map(
    ({ sentence }) => sentence,
  );

it('has nothing against a valid package', () => {
  expect(findBrokenRules(createAppPackage(validPackage()))).toEqual([]);
});

it.each(CASES)('%s', (rule, breakage, said) => {
  expect(sentencesAfter(breakage, rule).join('\n')).toContain(said);
});

it('has a broken package for every rule', () => {
  const rules = Object.entries(RULE_FAMILIES).flatMap(([family, all]) =>
    all.map(({ name }) => `${family}: ${name}`),
  );
  const tried = new Set(CASES.map(([rule]) => rule));

  expect(rules.filter((rule) => !tried.has(rule))).toEqual([]);
});

it('says where, what, and whose rule it is', () => {
  expect(sentencesAfter(manifest('platform-version', '2.3'), 'manifest: platform version')).toEqual([
    'manifest.json platform-version: has to be "3.0", as text (rule "manifest: platform version" of App SDK 3.0, app manifest; fw-review GN-12L)',
  ]);
});
