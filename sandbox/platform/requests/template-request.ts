import { AxiosHeaders, type InternalAxiosRequestConfig } from 'axios';
import { objectOf, type JsonObject, isJsonObject } from '../../support/json-value';
import type { Limits } from '../limits';
import { Refusal } from '../refusal';

/** One invocation of a request template. */
export interface TemplateCall {
  readonly name: string;
  readonly options: unknown;
  readonly scope: Omit<TemplateScope, 'context'>;
}

type Fill = (text: unknown) => string;

/** Builds the request of a template and its options. */
export function buildTemplateRequest(
  template: JsonObject,
  { options, scope }: TemplateCall,
  limits: Limits,
): InternalAxiosRequestConfig {
  const { context, body } = readOptions(options, limits);
  const fill: Fill = (text) => substitute(String(text), { ...scope, context });
  const schema = objectOf(template['schema']);
  return {
    method: String(schema['method']),
    url: addressOf(schema, fill),
    headers: new AxiosHeaders(fillAll(schema['headers'], fill)),
    ...(body === undefined ? {} : { data: body }),
    timeout: limits.requestMs,
    responseType: 'text',
    validateStatus: (status) => status >= 200 && status < 300,
  };
}

function readOptions(options: unknown, limits: Limits): { context: JsonObject; body: string | undefined } {
  const { context, body } = objectOf(options);
  if (body !== undefined && typeof body !== 'string') throw new Refusal(400, 'body should be a string');
  if (Buffer.byteLength(body ?? '') > limits.requestBytes)
    throw new Refusal(413, 'Request body is too large');
  return { context: objectOf(context), body };
}

function addressOf({ host, path = '/', query }: JsonObject, fill: Fill): string {
  // Only the platform's own host may include a scheme.
  const isOwn = /^<%=\s*current_host\.[\w.]+\s*%>$/.test(String(host));
  const name = isOwn ? fill(host).replace(/^https?:\/\//, '') : fill(host);
  if (!/^[A-Za-z0-9.-]+$/.test(name)) {
    const errors = [{ name: '/schema/host', message: 'must be FQDN' }];
    throw new Refusal(400, 'runtime validation failed.', { errors, errorSource: 'APP' });
  }
  const search = new URLSearchParams(fillAll(query, fill)).toString();
  return `https://${name}${fill(path)}${search === '' ? '' : `?${search}`}`;
}

function fillAll(group: unknown, fill: Fill): Record<string, string> {
  return Object.fromEntries(Object.entries(objectOf(group)).map(([key, value]) => [key, fill(value)]));
}

/** The names available in a template's expressions. */
export interface TemplateScope {
  readonly iparam: JsonObject;
  readonly context: JsonObject;
  readonly current_host: JsonObject;
}

const expressionPattern = /<%=\s*(.*?)\s*%>/g;

const encodePattern = /^encode\((.*)\)$/;

/** Evaluates `<%= … %>`: paths into the scope, quoted texts, `+` between them, and `encode(…)` around them. */
function substitute(text: string, scope: TemplateScope): string {
  return text.replace(expressionPattern, (_whole, expression: string) => evaluate(expression, scope));
}

function evaluate(expression: string, scope: TemplateScope): string {
  const [, encoded] = encodePattern.exec(expression) ?? [];
  if (encoded !== undefined) return Buffer.from(joinParts(encoded, scope)).toString('base64');
  return joinParts(expression, scope);
}

function joinParts(expression: string, scope: TemplateScope): string {
  return expression
    .split('+')
    .map((part) => readPart(part.trim(), scope))
    .join('');
}

function readPart(part: string, scope: TemplateScope): string {
  const [, quoted] = /^(?:'([^']*)'|"([^"]*)")$/.exec(part) ?? [];
  if (quoted !== undefined) return quoted;
  const value = part.split('.').reduce<unknown>((holder, name) => memberOf(holder, name), scope);
  if (value === undefined || isJsonObject(value)) {
    throw new Refusal(400, `Error while substituting the templates: ${part}`, { errorSource: 'APP' });
  }
  return String(value);
}

function memberOf(holder: unknown, name: string): unknown {
  return isJsonObject(holder) && Object.hasOwn(holder, name) ? holder[name] : undefined;
}
