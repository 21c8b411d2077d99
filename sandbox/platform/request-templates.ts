import { AxiosHeaders, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios';
import type { Network } from '../network';
import { responseIn } from '../network/wire-failures';
import { isJsonObject, type JsonObject } from './json-value';
import type { Limits } from './limits';
import { Refusal } from './refusal';
import type { StepOutcome } from './step';
import { substitute, type TemplateScope } from './template-substitution';
import type { UsageMeter } from './usage-meter';

export interface TemplateContext {
  readonly templates: JsonObject;
  readonly declared: readonly string[];
  readonly network: Network;
  readonly usage: UsageMeter;
  readonly limits: Limits;
}

/** The answer of a request template that succeeded. */
export interface TemplateAnswer {
  readonly status: number;
  readonly headers: JsonObject;
  readonly response: string;
}

export interface TemplateCall {
  readonly name: string;
  readonly options: unknown;
  readonly scope: Omit<TemplateScope, 'context'>;
  readonly invocation: number;
}

/** What is behind `$request.invokeTemplate` and the page's `client.request.invokeTemplate`. */
export async function invokeTemplate(
  call: TemplateCall,
  context: TemplateContext,
): Promise<StepOutcome<TemplateAnswer>> {
  context.usage.take('request', context.limits.requestsPerMinute);
  const template = context.declared.includes(call.name) ? context.templates[call.name] : undefined;
  if (!isJsonObject(template)) throw new Refusal(400, `Request template '${call.name}' is not defined`);
  const { maxAttempts, retryDelay } = isJsonObject(template['options']) ? template['options'] : {};
  const config = buildRequest(template, call, context.limits);
  let spentMs = 0;
  for (let attempts = 1; ; attempts += 1) {
    const outcome = await context.network.send(config, call.invocation);
    spentMs += outcome.latencyMs;
    const answer = toAnswer(outcome, { attempts, latencyMs: spentMs });
    if (answer.ok || attempts >= Number(maxAttempts ?? 1) || !isWorthRetrying(outcome)) return answer;
    spentMs += Number(retryDelay ?? 1000);
  }
}

function buildRequest(template: JsonObject, call: TemplateCall, limits: Limits): InternalAxiosRequestConfig {
  const schema = isJsonObject(template['schema']) ? template['schema'] : {};
  const options = isJsonObject(call.options) ? call.options : {};
  const context = isJsonObject(options['context']) ? options['context'] : {};
  const fill = (text: unknown): string => substitute(String(text), { ...call.scope, context });
  const fillAll = (group: unknown): Record<string, string> =>
    Object.fromEntries(
      Object.entries(isJsonObject(group) ? group : {}).map(([key, value]) => [key, fill(value)]),
    );
  const host = fill(schema['host']).replace(/^https?:\/\//, '');
  if (!/^[A-Za-z0-9.-]+$/.test(host)) throw badHost();
  const query = new URLSearchParams(fillAll(schema['query'])).toString();
  const url = `https://${host}${fill(schema['path'] ?? '/')}${query === '' ? '' : `?${query}`}`;
  const body = options['body'];
  if (body !== undefined && typeof body !== 'string') throw new Refusal(400, 'body should be a string');
  if (Buffer.byteLength(body ?? '') > limits.requestBytes)
    throw new Refusal(413, 'Request body is too large');
  return {
    method: String(schema['method']),
    url,
    headers: new AxiosHeaders(fillAll(schema['headers'])),
    data: body,
    timeout: limits.requestMs,
    responseType: 'text',
    validateStatus: (status) => status >= 200 && status < 300,
  };
}

function toAnswer(
  outcome: StepOutcome<AxiosResponse>,
  { attempts, latencyMs }: { attempts: number; latencyMs: number },
): StepOutcome<TemplateAnswer> {
  if (outcome.ok) return { ok: true, value: answerFrom(outcome.value), latencyMs };
  const response = responseIn(outcome.error);
  const error =
    response === undefined
      ? { ...failureWithoutAnswer(outcome.error), attempts }
      : { ...answerFrom(response), attempts, errorSource: 'TARGET' };
  return { ok: false, error, latencyMs };
}

function answerFrom({ status, headers, data }: AxiosResponse): TemplateAnswer {
  return {
    status,
    headers: { ...AxiosHeaders.from(headers as AxiosHeaders).toJSON() },
    response: String(data ?? ''),
  };
}

function failureWithoutAnswer(error: unknown): JsonObject {
  const { code } = Object(error) as { code?: unknown };
  const isTimeout = code === 'ECONNABORTED';
  const message = isTimeout
    ? 'Timeout error while processing the request'
    : 'Error in establishing connection';
  return { status: isTimeout ? 504 : 502, headers: {}, response: message, message, errorSource: 'APP' };
}

function isWorthRetrying(outcome: StepOutcome<AxiosResponse>): boolean {
  const status = outcome.ok ? outcome.value.status : responseIn(outcome.error)?.status;
  return status === undefined || status === 429 || status >= 500;
}

function badHost(): Refusal {
  return new Refusal(400, 'runtime validation failed.', {
    errors: [{ name: '/schema/host', message: 'must be FQDN' }],
    errorSource: 'APP',
  });
}
