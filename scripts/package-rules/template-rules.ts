import { tableAt, type AppPackage } from './app-package';
import { declaredRequestsOf } from './manifest-view';
import { findAt, findBroken, type Finding, type Rule } from './rule';
import { expressionsIn, invokedBelow, REQUESTS, templatesOf, type Template } from './template-view';

const DOCS = 'App SDK 3.0, request method';

const SCHEMA = ['protocol', 'method', 'host', 'path', 'headers', 'query'];
const OPTIONS = ['maxAttempts', 'retryDelay', 'oauth', 'security'];
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'];
const TEMPLATES_MOST = 100;
const HOST = /^(?:[A-Za-z0-9-]+|<%=[^%]+%>)(?:\.(?:[A-Za-z0-9-]+|<%=[^%]+%>))*$/;
const IP_ADDRESS = /^\d+\.\d+\.\d+\.\d+$/;
const SECRET = /iparam\.\w*(?:auth|token|key|secret|password)|access_token|encode\(/i;
const SECRET_NAME = /^(?:api_?key|token|access_token|secret|password|auth|key)$/i;
const SUBSTITUTION =
  /^(?:encode\(.+\)|iparam\.\w+|context\.\w+|oauth_iparams\.\w+|app_settings\.\w+|access_token|current_host\.endpoint_urls\.\w+)$/;

/** The rule that runs `check` on every template. */
function templateRule(
  name: string,
  from: string,
  check: (template: Template) => readonly (string | false)[],
): Rule {
  const find = (appPackage: AppPackage): Finding[] =>
    templatesOf(appPackage).flatMap((template) =>
      check(template).flatMap((what) => findAt(template.where, what)),
    );
  return { name, from, find };
}

const unknownOf = (table: object, known: readonly string[]): string[] =>
  Object.keys(table).filter((key) => !known.includes(key));

function checkKeys({ name, schema, options }: Template): (string | false)[] {
  return [
    !/^[A-Za-z0-9_-]+$/.test(name) && 'a name has letters, digits, _ and - only',
    ...unknownOf(schema, SCHEMA).map((key) => `schema.${key} is not allowed (a body is given to the call)`),
    ...unknownOf(options, OPTIONS).map((key) => `options.${key} is not known`),
  ];
}

const isObjectOrAbsent = (table: object, key: string): boolean =>
  !(key in table) || JSON.stringify(tableAt(table, key)) === JSON.stringify(Reflect.get(table, key));

function checkWay({ schema }: Template): (string | false)[] {
  const { method, protocol = 'https' } = schema;
  return [
    !METHODS.includes(String(method)) && `method has to be one of ${METHODS.join(', ')}`,
    protocol !== 'https' && 'protocol has to be https',
  ];
}

function checkSchema({ schema }: Template): (string | false)[] {
  const path = String(schema['path'] ?? '/');
  return [
    !path.startsWith('/') && 'path has to begin with /',
    path.includes('?') && 'path may hold no query: use schema.query',
    !isObjectOrAbsent(schema, 'query') && 'query has to be an object',
    !isObjectOrAbsent(schema, 'headers') && 'headers has to be an object',
  ];
}

function checkHost({ schema }: Template): (string | false)[] {
  const host = String(schema['host'] ?? '');
  return [
    !HOST.test(host) &&
      `host has to be a bare host name, without scheme, path or slash, not ${JSON.stringify(host)}`,
    IP_ADDRESS.test(host) && 'host may not be an IP address',
  ];
}

function checkRetries({ options }: Template): (string | false)[] {
  const { maxAttempts = 1, retryDelay = 1000 } = options as { maxAttempts?: unknown; retryDelay?: unknown };
  return [
    ![1, 2, 3, 4, 5].includes(Number(maxAttempts)) && 'maxAttempts has to be 1 to 5',
    !(Number(retryDelay) >= 100 && Number(retryDelay) <= 1500) && 'retryDelay has to be 100 to 1500',
  ];
}

function checkSubstitutions({ schema }: Template): (string | false)[] {
  const wrong = expressionsIn(schema).filter((expression) => !SUBSTITUTION.test(expression));
  return [
    JSON.stringify(schema).includes('{{') && 'substitution is written <%= … %>, not {{ }}',
    ...wrong.map((expression) => `<%= ${expression} %> is nothing the platform substitutes`),
  ];
}

/** The credential stays out of everything that is logged on the way: host, path and query. */
function checkSecrets({ schema }: Template): (string | false)[] {
  const outside = [schema['host'], schema['path'], schema['query']].flatMap(expressionsIn);
  const names = Object.keys(tableAt(schema, 'query')).filter((name) => SECRET_NAME.test(name));
  return [
    ...outside.filter((text) => SECRET.test(text)).map((text) => `<%= ${text} %> belongs into a header`),
    ...names.map((name) => `query.${name} is named like a credential, which belongs into a header`),
  ];
}

function findUndeclared(appPackage: AppPackage): Finding[] {
  const declared = declaredRequestsOf(appPackage);
  const written = templatesOf(appPackage).map(({ name }) => name);
  return [
    ...findBroken(
      written,
      (name) => !declared.includes(name),
      (name) => ({
        where: `${REQUESTS} ${name}`,
        what: 'is not declared in manifest.json modules.common.requests',
      }),
    ),
    ...findBroken(
      [...declared],
      (name) => !written.includes(name),
      (name) => ({
        where: `manifest.json modules.common.requests.${name}`,
        what: `is not defined in ${REQUESTS}`,
      }),
    ),
  ];
}

function findUnusedOrUnknown(appPackage: AppPackage): Finding[] {
  const written = templatesOf(appPackage).map(({ name }) => name);
  const used = ['app/', 'config/assets/', 'server/'].flatMap((folder) => invokedBelow(appPackage, folder));
  return [
    ...findBroken(
      written,
      (name) => !used.includes(name),
      (name) => ({
        where: `${REQUESTS} ${name}`,
        what: 'is called by nothing',
      }),
    ),
    ...findBroken(
      [...new Set(used)],
      (name) => !written.includes(name),
      (name) => ({
        where: REQUESTS,
        what: `${name} is called and not there`,
      }),
    ),
  ];
}

function findWrongContext(appPackage: AppPackage): Finding[] {
  const onInstallPage = invokedBelow(appPackage, 'config/assets/');
  const onPages = invokedBelow(appPackage, 'app/');
  const stored = (template: Template): boolean =>
    expressionsIn(template.schema).some((text) => /\biparam\./.test(text));
  const steered = ({ schema }: Template): boolean =>
    [schema['host'], schema['headers']].flatMap(expressionsIn).some((text) => /\bcontext\./.test(text));
  return templatesOf(appPackage).flatMap((template) => [
    ...findAt(
      template.where,
      onInstallPage.includes(template.name) &&
        stored(template) &&
        'is for the install page, where only context.* has a value',
    ),
    ...findAt(
      template.where,
      onPages.includes(template.name) &&
        steered(template) &&
        'is for a page, which may not fill host or headers',
    ),
  ]);
}

/** Request templates, should the package have any. */
export const TEMPLATE_RULES: readonly Rule[] = [
  templateRule('names and keys', DOCS, checkKeys),
  templateRule('method and protocol', DOCS, checkWay),
  templateRule('path, query and headers', DOCS, checkSchema),
  templateRule('hosts without scheme', DOCS, checkHost),
  templateRule('retries', DOCS, checkRetries),
  templateRule('substitutions', DOCS, checkSubstitutions),
  templateRule('secrets in headers only', `${DOCS}; fw-review FF-03A`, checkSecrets),
  { name: 'declared', from: `${DOCS}, association with the app`, find: findUndeclared },
  { name: 'used', from: 'App review, no unused code', find: findUnusedOrUnknown },
  { name: 'context where it counts', from: `${DOCS}, substitution`, find: findWrongContext },
  {
    name: 'how many',
    from: 'App SDK 3.0, rate limits and constraints',
    find: (appPackage) =>
      findAt(
        REQUESTS,
        templatesOf(appPackage).length > TEMPLATES_MOST && `more than ${TEMPLATES_MOST} templates`,
      ),
  },
];
