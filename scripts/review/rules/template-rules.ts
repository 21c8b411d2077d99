import { tableAt, type AppPackage } from '../../shared/package/app-package';
import { findAt, type Finding, type Rule } from './rule';
import { expressionsIn, templatesOf, type Template } from './templates';

const DOCS = 'App SDK 3.0, request method';

const SCHEMA = ['protocol', 'method', 'host', 'path', 'headers', 'query'];
const OPTIONS = ['maxAttempts', 'retryDelay', 'oauth', 'security'];
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'];
const CONTENT_TYPES = [
  ...['application/json', 'application/xml', 'application/jsonp', 'application/vnd.api+json'],
  ...['text/html', 'text/xml', 'text/plain', 'text/javascript', 'application/javascript'],
];
/** A whole name with its dots, or one that is put together when it is called. */
const HOST = /^(?:(?:[A-Za-z0-9-]+\.)+[A-Za-z0-9-]+|(?:[A-Za-z0-9-]+\.)*<%=[^%]+%>(?:\.[A-Za-z0-9-]+)*)$/;
const IP_ADDRESS = /^\d+\.\d+\.\d+\.\d+$/;
const SECRET = /access_token|encode\(|\.\w*(?:key|token|secret|password|auth)\b/i;
const SECRET_NAME = /(?:key|token|secret|password|auth|authorization)$/i;
const SUBSTITUTION =
  /^(?:encode\(.+\)|iparam\.\w+|context\.\w+|oauth_iparams\.\w+|app_settings\.\w+|access_token|current_host\.endpoint_urls\.\w+)$/;

/** The rule that runs `check` on every template. */
function templateRule(
  name: string,
  from: string,
  check: (template: Template, appPackage: AppPackage) => readonly (string | false)[],
): Rule {
  const find = (appPackage: AppPackage): Finding[] =>
    templatesOf(appPackage).flatMap((template) =>
      check(template, appPackage).flatMap((what) => findAt(template.where, what)),
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

const headersOf = ({ schema }: Template): [name: string, value: string][] =>
  Object.entries(tableAt(schema, 'headers')).map(([name, value]) => [name, String(value)]);

function checkContentType(template: Template): (string | false)[] {
  return headersOf(template)
    .filter(([name]) => /^content-type$/i.test(name))
    .filter(([, value]) => !CONTENT_TYPES.includes(value.split(';')[0]?.trim() ?? ''))
    .map(([, value]) => `Content-Type ${value} is not passed on: ${CONTENT_TYPES.join(', ')}`);
}

function checkHost({ schema }: Template): (string | false)[] {
  const host = String(schema['host'] ?? '');
  return [
    !HOST.test(host) &&
      `host has to be a whole, bare host name, without scheme, path or slash, not ${JSON.stringify(host)}`,
    IP_ADDRESS.test(host) && 'host may not be an IP address',
  ];
}

const DELAYS = Array.from({ length: 15 }, (_, index) => (index + 1) * 100);

function checkRetries({ options }: Template): (string | false)[] {
  const { maxAttempts = 1, retryDelay = 1000 } = options as { maxAttempts?: unknown; retryDelay?: unknown };
  return [
    ![1, 2, 3, 4, 5].some((times) => times === maxAttempts) && 'maxAttempts has to be 1 to 5',
    // Two ranges are in circulation; these are in both.
    !DELAYS.some((delay) => delay === retryDelay) && 'retryDelay has to be 100 to 1500, in hundreds',
  ];
}

const settingsIn = (expression: string): string[] =>
  [...expression.matchAll(/\biparam\.(\w+)/g)].map((match) => match[1] ?? '');

function checkSubstitutions({ schema }: Template, appPackage: AppPackage): (string | false)[] {
  const expressions = expressionsIn(schema);
  const settings = appPackage.json('config/iparams.json');
  return [
    JSON.stringify(schema).includes('{{') && 'substitution is written <%= … %>, not {{ }}',
    ...expressions
      .filter((expression) => !SUBSTITUTION.test(expression))
      .map((expression) => `<%= ${expression} %> is nothing the platform substitutes`),
    ...expressions
      .flatMap(settingsIn)
      .map((name) => !(name in settings) && `iparam.${name} is no field of the install page`),
  ];
}

function isSecret(expression: string, appPackage: AppPackage): boolean {
  const settings = appPackage.json('config/iparams.json');
  const isSecure = settingsIn(expression).some((name) => tableAt(settings, name)['secure'] === true);
  return isSecure || SECRET.test(expression);
}

/** The credential stays out of everything that is logged on the way: host, path and query. */
function checkSecrets(template: Template, appPackage: AppPackage): (string | false)[] {
  const { schema } = template;
  const outside = [schema['host'], schema['path'], schema['query']].flatMap(expressionsIn);
  const inQuery = Object.keys(tableAt(schema, 'query')).filter((name) => SECRET_NAME.test(name));
  const writtenOut = headersOf(template).filter(
    ([name, value]) => SECRET_NAME.test(name) && !value.includes('<%='),
  );
  return [
    ...outside
      .filter((expression) => isSecret(expression, appPackage))
      .map((expression) => `<%= ${expression} %> belongs into a header`),
    ...inQuery.map((name) => `query.${name} is named like a credential, which belongs into a header`),
    ...writtenOut.map(([name]) => `headers.${name} is written out: take it from a setting`),
  ];
}

/** Each request template by itself. */
export const TEMPLATE_RULES: readonly Rule[] = [
  templateRule('names and keys', DOCS, checkKeys),
  templateRule('method and protocol', DOCS, checkWay),
  templateRule('path, query and headers', DOCS, checkSchema),
  templateRule('content type', DOCS, checkContentType),
  templateRule('hosts without scheme', DOCS, checkHost),
  templateRule('retries', DOCS, checkRetries),
  templateRule('substitutions', DOCS, checkSubstitutions),
  templateRule('secrets in headers only', `${DOCS}; fw-review FF-03A`, checkSecrets),
];
