import { isJsonObject, objectIn, objectOf, type JsonObject } from '../../support/json-value';
import type { Limits } from '../limits';

const SCHEMA_KEYS = ['protocol', 'method', 'host', 'path', 'headers', 'query'];
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'];
const EXPRESSION = /<%=\s*(.*?)\s*%>/g;

/** Adds a problem for everything in config/requests.json that the platform would refuse. */
export function checkTemplates(
  templates: JsonObject,
  { iparams, limits, problems }: { iparams: JsonObject; limits: Limits; problems: string[] },
): void {
  if (Object.keys(templates).length > limits.requestTemplates)
    problems.push(`config/requests.json: more than ${limits.requestTemplates} templates`);
  for (const [name, template] of Object.entries(templates)) {
    const schema = objectIn(objectOf(template), 'schema');
    const found = [...checkSchema(schema), ...checkHost(schema), ...checkSecrets(schema, iparams)];
    problems.push(...found.map((what) => `config/requests.json: ${name}: ${what}`));
  }
}

function checkSchema(schema: JsonObject): readonly string[] {
  const { method, path = '/', query = {}, protocol = 'https' } = schema;
  const unknown = Object.keys(schema).filter((key) => !SCHEMA_KEYS.includes(key));
  const rules: readonly (readonly [boolean, string])[] = [
    [METHODS.includes(String(method)), `schema/method must be one of ${METHODS.join(', ')}`],
    [protocol === 'https', 'schema/protocol must be https'],
    [String(path).startsWith('/'), "schema/path must start with '/'"],
    [isJsonObject(query), 'schema/query must be object'],
    [unknown.length === 0, `schema must NOT have additional properties: ${unknown.join(', ')}`],
  ];
  return rules.filter(([isKept]) => !isKept).map(([, sentence]) => sentence);
}

/** The text around the expressions of a host may only contain characters of a name. */
function checkHost({ host }: JsonObject): readonly string[] {
  const text = String(host ?? '').replace(EXPRESSION, 'x');
  if (text === '') return ['schema/host must not be empty'];
  if (/[/:]/.test(text)) return ['schema/host must not have path or scheme'];
  return /^[A-Za-z0-9.-]+$/.test(text) && !/^[\d.]+$/.test(text) ? [] : ['schema/host must be FQDN'];
}

function expressionsIn(value: unknown): readonly string[] {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? '');
  return [...text.matchAll(EXPRESSION)].map(([, expression = '']) => expression);
}

function isSecret(expression: string, secure: readonly string[]): boolean {
  const names = [...expression.matchAll(/\biparam\.(\w+)/g)].map(([, name = '']) => name);
  return /encode\(|access_token/.test(expression) || names.some((name) => secure.includes(name));
}

/** Secure settings and encoded credentials are allowed in headers only. */
function checkSecrets({ host, path, query }: JsonObject, iparams: JsonObject): readonly string[] {
  const secure = Object.entries(iparams).flatMap(([key, field]) =>
    isJsonObject(field) && field['secure'] === true ? [key] : [],
  );
  return [host, path, query]
    .flatMap(expressionsIn)
    .filter((expression) => isSecret(expression, secure))
    .map((expression) => `<%= ${expression} %> may stand in headers only`);
}
