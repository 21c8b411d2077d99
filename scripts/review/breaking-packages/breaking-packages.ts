import { drop, put, set, swap, type Breakage } from './breakages';

const MANIFEST = 'manifest.json';
const IPARAMS = 'config/iparams.json';
const REQUESTS = 'config/requests.json';
const ENTITIES = 'config/entities.json';
const INSTALL_SCRIPT = 'config/assets/iparams.js';
const PAGE = 'app/index.html';
const SCRIPT = 'app/scripts/page.js';
const STYLE = 'app/styles/page.css';
const ICON = 'app/styles/icon.svg';
const SERVER = 'server/server.js';
const WORK = 'server/lib/work.js';
const CHART = 'https://cdn.jsdelivr.net/npm/chart-thing@1.2.3/dist/chart.js';
const ICON_KEY = 'modules.common.location.full_page_app.icon';

/** A way to break a rule, and a part of the expected message. */
type Case = readonly [breakage: Breakage, said: string];

const manifest = (keys: string, value: unknown): Breakage => set(MANIFEST, keys, value);
const common = (keys: string, value: unknown): Breakage => manifest(`modules.common.${keys}`, value);
const iparam = (keys: string, value: unknown): Breakage => set(IPARAMS, keys, value);
const schema = (keys: string, value: unknown): Breakage => set(REQUESTS, `getTicket.schema.${keys}`, value);
const option = (key: string, value: unknown): Breakage => set(REQUESTS, `getTicket.options.${key}`, value);
const contacts = (keys: string, value: unknown): Breakage => set(ENTITIES, `contacts.${keys}`, value);
const work = (code: string): Breakage => swap(WORK, 'exports.work', `${code}\nexports.work`);

const both =
  (...breakages: readonly Breakage[]): Breakage =>
  (files) => {
    for (const breakage of breakages) breakage(files);
  };

const many = (count: number, value: unknown): string =>
  JSON.stringify(Object.fromEntries([...Array(count).keys()].map((index) => [`t${index}`, value])));

const fields = (count: number): object[] =>
  [...Array(count).keys()].map((index) => ({ name: `f${index}`, label: 'F', type: 'text' }));

const ABSENT = [
  ...['process', 'Buffer', 'URL', 'fetch', 'module', 'global', 'globalThis', '__dirname', 'crypto'],
  ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'clearImmediate'],
];

/** Packages that break each rule, by the rule's family and name. */
export const BREAKING_PACKAGES: Readonly<Record<string, Readonly<Record<string, readonly Case[]>>>> = {
  manifest: {
    'platform version': [[manifest('platform-version', '2.3'), 'has to be "3.0"']],
    'known keys': [
      [manifest('product', {}), 'manifest.json product: only platform-version'],
      [manifest('whitelisted-domains', ['https://a.com']), 'manifest.json whitelisted-domains: only'],
    ],
    'kinds of values': [
      [manifest('modules.common', []), 'modules.common: has to be of type object'],
      [manifest('modules', undefined), 'manifest.json modules: is missing'],
      [manifest('scripts.other', 1), 'scripts.other: has to be of type string'],
    ],
    'a product module': [
      [manifest('modules.support_ticket', undefined), 'modules.support_ticket: is missing'],
    ],
    'blocks in their module': [
      [manifest('modules.support_ticket.functions', { a: 1 }), 'functions: only'],
      [manifest('modules.support_ticket.requests', { a: 1 }), 'requests: only'],
      [manifest('modules.chat', { events: { a: 1 } }), 'modules.chat: only common, support_ticket'],
    ],
    'no empty blocks': [[common('requests', {}), 'is empty: leave it out']],
    locations: [
      [common('location.full_page_app.url', 'no.html'), 'no file of app/'],
      [common('location.ticket_sidebar', { url: 'index.html' }), 'only full_page'],
      [
        manifest('modules.chat', { location: { sidebar: { url: 'index.html' } } }),
        'modules.chat.location.sidebar: has no place here',
      ],
    ],
    engines: [
      [manifest('engines.node', '18.20.8'), 'a full version of Node 24.11'],
      [manifest('engines.fdk', '10.x'), 'a full version of FDK 10'],
      [manifest('engines.fdk', '10.1.2'), 'FDK 10 from 10.1.9 on'],
    ],
    functions: [
      [common('functions.getOverview.timeout', 10), 'getOverview.timeout: has to be 20'],
      [common('functions.get-it', { timeout: 20 }), 'a name has 2 to 40'],
    ],
  },
  events: {
    'events of their module': [
      [common('events.onScheduledSync', { handler: 'getOverview' }), 'scheduled events have one name'],
      [common('events.onTicketCreate', { handler: 'getOverview' }), 'the module has no such event'],
    ],
    'one handler for each event': [[common('events.onAppInstall', {}), 'names no handler']],
    'updates without a click': [
      [common('events.afterAppUpdate', { handler: 'getOverview' }), 'afterAppUpdate: has to go'],
    ],
    installation: [[common('events.onAppInstall', undefined), 'onAppInstall missing']],
    'a sample for each event': [
      [drop('server/test_data/support_ticket/onTicketCreate.json'), 'onTicketCreate.json: is missing'],
      [
        put('server/test_data/common/onExternalEvent.json', '{}'),
        'onExternalEvent.json: is the sample of no event',
      ],
    ],
  },
  handlers: {
    'one literal table': [
      [swap(SERVER, 'exports = {', 'const table = {'), 'needs one statement'],
      [swap(SERVER, 'exports = {', 'exports = {};\nexports = {'), 'needs one statement'],
    ],
    'written as functions': [
      [
        swap(SERVER, 'async function (payload)', 'async (payload) =>'),
        'server.js:2: onAppInstallHandler: write',
      ],
      [swap(SERVER, 'getOverview:', '...others, getOverview:'), '...others: write'],
    ],
    'every handler is there': [
      [swap(SERVER, 'getOverview:', 'getAll:'), 'has no key getOverview'],
      [put(SERVER, ''), 'has no key onAppInstallHandler'],
    ],
    'nothing else is exported': [[swap(SERVER, 'getOverview:', 'getAll:'), 'getAll is not named']],
    'answers where one is waited for': [
      [swap(WORK, 'renderData();', ''), 'onAppUninstallHandler nowhere calls renderData'],
      [swap(WORK, 'renderData();', ''), 'getOverview nowhere calls renderData'],
    ],
    'events are no functions': [
      [common('functions.onTicketCreateHandler', { timeout: 20 }), 'every page could call it'],
    ],
  },
  iparams: {
    'settings as one JSON file': [
      [put('config/iparams.html', '<p></p>'), 'may not stand beside'],
      [drop(IPARAMS), 'is missing or no JSON'],
    ],
    'known attributes': [
      [iparam('mode.data-bind', 'x'), 'mode.data-bind: is no attribute'],
      [iparam('mode.type_attributes', {}), 'mode.type_attributes: is no attribute'],
    ],
    'types and names': [
      [iparam('domain.type', 'domain'), 'domain.type: has to be one of'],
      [iparam('api_key.type', 'api_key'), 'api_key.type: has to be one of'],
      [iparam('api_key.type', 'password'), 'api_key.type: has to be one of'],
      [iparam('mode.type', undefined), 'mode.type: is missing'],
      [iparam('mode.display_name', ''), 'mode.display_name: is needed'],
      [iparam('required', { display_name: 'R', type: 'text' }), 'is reserved'],
      [iparam('', { display_name: 'R', type: 'text' }), 'a field without a name'],
    ],
    'kinds of values': [
      [iparam('mode.required', 'true'), 'mode.required: has to be true or false'],
      [iparam('mode.secure', 1), 'mode.secure: has to be true or false'],
      [iparam('mode.description', ['a']), 'mode.description: has to be a text'],
      [iparam('mode.options', 'One'), 'mode.options: has to be a list'],
      [iparam('api_key.events', { change: 'checkKey' }), 'api_key.events: has to be a list'],
      [iparam('domain.modules', 'support_ticket'), 'domain.modules: has to be a list'],
      [iparam('domain.regex', '^a$'), 'domain.regex: has to be an object'],
    ],
    'options and defaults': [
      [iparam('mode.default_value', 'Three'), 'mode.default_value: has to be one of options'],
      [iparam('mode.default_value', undefined), 'mode.default_value: has to be one of options'],
      [iparam('mode.default_value', ['One']), 'has to be one of options, as one text'],
      [iparam('mode.type', 'multiselect'), 'mode.default_value: has to be a list of options'],
      [iparam('mode.options', [{ label: 'One' }]), 'mode.options.0: has to be a text'],
      [iparam('domain.options', ['a']), 'domain.options: is for dropdown'],
      [iparam('on', { display_name: 'On', type: 'checkbox' }), 'on.default_value: has to be true or false'],
    ],
    'patterns with their sentences': [
      [iparam('domain.regex.host', '('), 'is no regular expression'],
      [iparam('domain.regex.host-error', 'Wrong.'), 'needs host-error'],
      [iparam('domain.regex.host-error', undefined), 'needs host-error'],
      [iparam('mode.regex', {}), 'mode.regex: is for text'],
    ],
    'secrets are secure': [[iparam('api_key.secure', false), 'secure has to be true']],
    'hosts without a scheme': [[iparam('domain.regex.host', '.*'), 'has to refuse http://']],
    'change functions': [
      [iparam('mode.events', [{ change: 'gone' }]), 'has no function gone'],
      [
        iparam('mode.events', [{ change: 'checkKey', blur: 'checkKey' }]),
        'mode.events.0.blur: only the event change exists',
      ],
    ],
    'modules of fields': [[iparam('domain.modules', ['chat']), 'module chat is not in manifest.json']],
  },
  requests: {
    'names and keys': [
      [schema('body', '{}'), 'getTicket.schema.body: is not allowed'],
      [option('isOAuth', true), 'getTicket.options.isOAuth: only maxAttempts'],
      [set(REQUESTS, 'get ticket', {}), 'letters, digits, _ and - only'],
    ],
    'kinds of values': [
      [set(REQUESTS, 'getTicket.options', []), 'getTicket.options: has to be of type object'],
      [set(REQUESTS, 'getTicket.schema', undefined), 'getTicket.schema: is missing'],
    ],
    'method and protocol': [
      [schema('protocol', 'http'), 'schema.protocol: has to be https'],
      [schema('method', 'HEAD'), 'schema.method: has to be one of'],
    ],
    'path, query and headers': [
      [schema('path', 'api'), 'schema.path: has to begin with /'],
      [schema('path', '/a?b=1'), 'schema.path: may hold no query'],
      [schema('query', 'a=1'), 'schema.query: has to be an object'],
      [schema('headers', 'A: b'), 'schema.headers: has to be an object'],
    ],
    'content type': [
      [schema('headers.content-type', 'multipart/form-data'), 'headers.content-type: is not passed on'],
    ],
    'hosts without scheme': [
      [schema('host', 'https://a.com'), 'a whole, bare host name'],
      [schema('host', 'a.com/b'), 'a whole, bare host name'],
      [schema('host', 'a.com/'), 'a whole, bare host name'],
      [schema('host', 'intranet'), 'a whole, bare host name'],
      [schema('host', undefined), 'a whole, bare host name'],
      [schema('host', '10.0.0.1'), 'may not be an IP address'],
    ],
    retries: [
      [option('maxAttempts', 6), 'options.maxAttempts: has to be 1 to 5'],
      [option('maxAttempts', '2'), 'options.maxAttempts: has to be 1 to 5'],
      [option('retryDelay', 5000), 'options.retryDelay: has to be'],
      [option('retryDelay', 250), 'options.retryDelay: has to be'],
    ],
    substitutions: [
      [schema('path', '/{{id}}'), 'substitution is written'],
      [schema('path', '/<%= id %>'), 'nothing the platform'],
      [schema('path', '/<%= iparam.gone %>'), 'iparam.gone is no field of the install page'],
    ],
    'secrets in headers only': [
      [schema('path', '/<%= iparam.api_key %>'), 'belongs into a header'],
      [schema('query', { of: '<%= context.apiKey %>' }), 'belongs into a header'],
      [both(iparam('mode.secure', true), schema('path', '/<%= iparam.mode %>')), 'belongs into a header'],
      [schema('query', { token: 'x' }), 'query.token'],
      [schema('headers.Authorization', 'Bearer abc'), 'headers.Authorization is written out'],
    ],
    declared: [
      [common('requests', { getTicket: {} }), 'checkKey: is not declared'],
      [common('requests.other', {}), 'other: is not defined'],
    ],
    used: [
      [put(SCRIPT, '"use strict";\n'), 'getTicket: is called by nothing'],
      [swap(SCRIPT, "'getTicket'", "'getTickets'"), 'getTickets is called and not there'],
    ],
    'context where it counts': [
      [
        set(REQUESTS, 'checkKey.schema.headers', { Authorization: '<%= encode(iparam.api_key) %>' }),
        'only context.* has a value',
      ],
      [schema('host', '<%= context.domain %>'), 'may not fill host or headers'],
    ],
    'context as it is called': [
      [swap(INSTALL_SCRIPT, 'api_key: value', 'apiKey: value'), 'calls checkKey without its context.api_key'],
    ],
    'called by pages, not through the server': [
      [
        work('exports.a = function () { return $request.invokeTemplate("getTicket", {}); };'),
        'calls a template',
      ],
    ],
    'how many': [[put(REQUESTS, many(101, {})), 'more than 100 templates']],
  },
  entities: {
    'how many': [[put(ENTITIES, many(6, { fields: fields(1) })), 'more than 5 entities']],
    'kinds of values': [[set(ENTITIES, 'contacts', []), 'contacts: has to be of type object']],
    'entities and their fields': [
      [contacts('fields', []), 'has no fields'],
      [contacts('fields', undefined), 'has no fields'],
      [contacts('fields', fields(21)), 'more than 20 fields'],
      [contacts('fields', [...fields(1), ...fields(1)]), 'names a field twice'],
      [contacts('fields.0.name', 'Contact Id'), 'contacts.fields.0.name: a name has small letters'],
      [contacts('fields.0.label', undefined), 'contacts.fields.0.label: is needed'],
      [contacts('fields.0.type', 'number'), 'contacts.fields.0.type: has to be one of'],
      [contacts('fields.0.unique', true), 'contacts.fields.0.unique: only name, label'],
      [contacts('fields.0.filterable', 1), 'contacts.fields.0.filterable: has to be true'],
      [set(ENTITIES, 'Contacts', { fields: fields(1) }), 'entities.json Contacts: a name has small letters'],
    ],
    used: [[set(ENTITIES, 'others', { fields: fields(1) }), 'others: is named in no server file']],
  },
  dependencies: {
    pinned: [[manifest('dependencies.axios', '^1.2.3'), 'one exact version']],
    declared: [
      [manifest('dependencies', undefined), 'requires axios, which'],
      [work('exports.a = require("@scope/name/part");'), 'requires @scope/name, which'],
    ],
    used: [[manifest('dependencies.lodash', '4.0.0'), 'lodash: is required by no']],
  },
  pages: {
    "the platform's client": [[swap(PAGE, '<script src="{{{appclient}}}"></script>', ''), 'has to load']],
    'nothing inline': [
      [swap(PAGE, '<body>', '<body><script>alert(1)</script>'), 'has a script inside'],
      [swap(PAGE, '<body>', '<body onload="go()">'), 'a handler attribute'],
    ],
    'https only': [[swap(PAGE, CHART, CHART.replace('https', 'http')), 'by https://']],
    'known hosts': [
      [swap(PAGE, CHART, 'https://unpkg.com/chart-thing@1.2.3'), 'has to come from one of'],
      [swap(PAGE, CHART, '//a.example.com/chart.js'), 'has to come from one of'],
    ],
    'libraries declared': [[set('package.json', 'dependencies', {}), 'is not named in package.json']],
    'libraries with their version': [[swap(PAGE, '@1.2.3', ''), 'names no version']],
    'libraries used': [[set('package.json', 'dependencies.other', '1.0.0'), 'is loaded by no page']],
    'files that are there': [
      [swap(PAGE, 'styles/page.css', 'styles/gone.css'), 'is not in the package'],
      [put(STYLE, 'main { background: url(gone.png); }'), 'app/styles/page.css gone.png: is not'],
      [put(STYLE, '@import "gone.css";'), 'app/styles/page.css gone.css: is not'],
      [put(SCRIPT, 'import { a } from "./gone.js"; a();'), 'app/scripts/page.js ./gone.js: is not'],
      [put(SCRIPT, 'export const a = () => import("./gone.js");'), 'app/scripts/page.js ./gone.js: is not'],
    ],
    "no product's style sheet": [
      [swap(PAGE, 'styles/page.css', 'styles/freshdesk.css'), 'freshdesk.css: has to go'],
    ],
    'no HTML from data': [[put(SCRIPT, 'document.body.innerHTML = "a";\n'), 'writes HTML']],
  },
  icon: {
    icon: [
      [swap(ICON, 'width="64"', 'width="32"'), 'needs width="64"'],
      [drop(ICON), 'icon.svg is not there'],
      [
        both(put('app/styles/icon.png', 'small'), manifest(ICON_KEY, 'styles/icon.png')),
        'less than 1024 bytes',
      ],
    ],
  },
  files: {
    'what has to be there': [[put('README.md', ' \n'), 'README.md: is missing or empty']],
    'nothing else': [
      [put('config/notes.txt', 'a'), 'config/notes.txt: has no place'],
      [put('config/assets/other.js', '"use strict";\n'), 'config/assets/other.js: has no place'],
      [put('server/lib/work.js.map', '{}'), 'work.js.map: has no place'],
    ],
    'settings with what uses them': [
      [put('config/app_settings.json', '{}'), 'without an event onSettingsUpdate'],
      [put('config/oauth_config.json', '{}'), 'without a template with options.oauth'],
      [iparam('api_key.events', undefined), 'config/assets/iparams.js: is of no use without'],
    ],
    'nothing minified': [[put(SCRIPT, `${'a();'.repeat(300)}\n`), 'app/scripts/page.js: is minified']],
    JSON: [
      [put('server/test_data/common/onAppInstall.json', '{'), 'is no JSON'],
      [
        swap(MANIFEST, '"onAppInstall"', '"onAppUninstall": {}, "onAppInstall"'),
        'names "onAppUninstall" twice',
      ],
    ],
    'no unreachable file': [
      [put('server/lib/other.js', '"use strict";\n'), 'other.js: is reached from no'],
      [put('app/styles/other.css', 'a {}'), 'other.css: is reached from no'],
    ],
    'modules written out': [
      [work('exports.a = (name) => require(`./${name}`);'), 'work.js: computes what'],
      [put(SCRIPT, 'export const a = (name) => import(`./${name}.js`);'), 'page.js: computes what'],
    ],
    'modules that are there': [[drop(WORK), 'requires server/lib/work.js, which is not there']],
    size: [[put(STYLE, 'a'.repeat(2_000_001)), 'more than 2000000']],
  },
  code: {
    'lint, no error and no warning': [
      [work('exports.a = function (a) { return a == 1; };'), '(eqeqeq)'],
      [work('exports.a = function (a, b) { return a; };'), '(no-unused-vars)'],
      [work('$db.get("a");'), 'no-unhandled-promise'],
      [work('$request.get("https://a.com").catch(exports.work);'), 'no-deprecated-apis'],
      [work('exports.a ??= 1;'), '(syntax)'],
      [work('export const a = 1;'), '(syntax)'],
      [put(SCRIPT, 'window.fetch("/a");\n'), 'client-request-model'],
      [put(SCRIPT, 'let a = 1; export const f = () => { a += 1; return a; };\n'), 'no-cross-scope-assign'],
    ],
    'no name the platform lacks': ABSENT.map((name): Case => [
      work(`exports.a = typeof ${name};`),
      `'${name}' is not defined`,
    ]),
    'no payload in the log': [
      [
        work('exports.a = function (payload) { console.info(JSON.stringify(payload.iparams)); };'),
        'work.js:3: gives',
      ],
    ],
    "none of the compiler's helpers": [[work('exports.a = __importDefault(1);'), '`__importDefault`']],
    'no credential in the code': [
      [work('exports.api_key = "abcdefghijklmnop1234";'), 'looks like a credential'],
      [work('exports.authorization = "Bearer abcdefghijklmnop1234";'), 'looks like a credential'],
    ],
  },
  'unit tests': {
    'a script that runs them': [
      [manifest('scripts', undefined), 'manifest.json scripts.fdk-unit-test: has to run'],
      [
        set('package.json', 'scripts', { 'fdk-unit-test': 'vitest run' }),
        'package.json scripts.fdk-unit-test: has',
      ],
      [
        set('package.json', 'scripts.fdk-unit-test', 'vitest run --coverage --bail 1'),
        'differs from manifest.json',
      ],
    ],
    'a configuration that measures server code': [
      [drop('vitest.config.js'), 'vitest.config.js: has to name coverage/unit'],
      [swap('vitest.config.js', 'server/**/*.js', 'app/**/*.js'), 'has to name server/**/*.js'],
    ],
    tests: [[drop('tests/handlers.test.js'), 'tests/: has no test']],
    'the packages they need': [
      [set('package.json', 'devDependencies.vitest', '^4.1.0'), 'devDependencies.vitest: needs one exact'],
      [set('package.json', 'devDependencies.axios', undefined), 'devDependencies.axios: needs one exact'],
      [set('package.json', 'devDependencies.axios', '1.2.4'), 'is not the version of manifest.json'],
    ],
    'loaded by nothing of the app': [
      [work("exports.a = require('../../tests/handlers.test');"), 'work.js: requires a file of tests/'],
    ],
  },
};
