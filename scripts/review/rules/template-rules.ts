import { tableAt, type AppPackage } from '../../shared/package/app-package';
import { findAt, type Finding, type Rule } from './rule';
import { schemaRule } from './schema-rules';
import { expressionsIn, REQUESTS, templatesOf, type Template } from './templates';

const DOCS = 'App SDK 3.0, request method';

const SECRET = /access_token|encode\(|\.\w*(?:key|token|secret|password|auth)\b/i;
const SECRET_NAME = /(?:key|token|secret|password|auth|authorization)$/i;
const SUBSTITUTION =
  /^(?:encode\(.+\)|iparam\.\w+|context\.\w+|oauth_iparams\.\w+|app_settings\.\w+|access_token|current_host\.endpoint_urls\.\w+)$/;

/** A rule that applies `check` to every template. */
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

const headersOf = ({ schema }: Template): [name: string, value: string][] =>
  Object.entries(tableAt(schema, 'headers')).map(([name, value]) => [name, String(value)]);

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

/** Credentials must not be in parts that are logged: host, path and query. */
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

/** Rules on each request template by itself. */
export const TEMPLATE_RULES: readonly Rule[] = [
  schemaRule(REQUESTS, 'how many', 'App SDK 3.0, rate limits and constraints'),
  schemaRule(REQUESTS, 'names and keys', DOCS),
  schemaRule(REQUESTS, 'kinds of values', DOCS),
  schemaRule(REQUESTS, 'method and protocol', DOCS),
  schemaRule(REQUESTS, 'path, query and headers', DOCS),
  schemaRule(REQUESTS, 'content type', DOCS),
  schemaRule(REQUESTS, 'hosts without scheme', DOCS),
  schemaRule(REQUESTS, 'retries', DOCS),
  templateRule('substitutions', DOCS, checkSubstitutions),
  templateRule('secrets in headers only', `${DOCS}; fw-review FF-03A`, checkSecrets),
];
