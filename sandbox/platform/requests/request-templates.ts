import { AxiosHeaders, type AxiosResponse } from 'axios';
import type { Network } from '../../network/network';
import { responseIn } from '../../network/wire-failures';
import { isJsonObject, objectOf, type JsonObject } from '../../support/json-value';
import type { Limits } from '../limits';
import { Refusal } from '../refusal';
import type { StepOutcome } from '../../support/step';
import { buildTemplateRequest, type TemplateCall } from './template-request';
import type { UsageMeter } from '../usage-meter';

/** The templates of a package, and the network to send them over. */
export interface TemplateContext {
  readonly templates: JsonObject;
  readonly declared: readonly string[];
  readonly network: Network;
  readonly usage: UsageMeter;
  readonly limits: Limits;
}

/** The answer of a successful request template. */
export interface TemplateAnswer {
  readonly status: number;
  readonly headers: JsonObject;
  readonly response: string;
}

/** Implements `$request.invokeTemplate` and the page's `client.request.invokeTemplate`. */
export async function invokeTemplate(
  call: TemplateCall,
  context: TemplateContext,
): Promise<StepOutcome<TemplateAnswer>> {
  context.usage.take('request', context.limits.requestsPerMinute);
  const template = context.declared.includes(call.name) ? context.templates[call.name] : undefined;
  if (!isJsonObject(template)) throw new Refusal(400, `Request template '${call.name}' is not defined`);
  const config = buildTemplateRequest(template, call, context.limits);
  const { maxAttempts, retryDelayMs } = readRetries(template['options']);
  let spentMs = 0;
  for (let attempts = 1; ; attempts += 1) {
    const outcome = await context.network.send(config);
    spentMs += outcome.latencyMs;
    if (attempts >= maxAttempts || !isWorthRetrying(outcome)) {
      return toAnswer(outcome, { attempts, latencyMs: spentMs, maxBytes: context.limits.responseBytes });
    }
    spentMs += retryDelayMs;
  }
}

function readRetries(options: unknown): { maxAttempts: number; retryDelayMs: number } {
  const { maxAttempts = 1, retryDelay = 1000 } = objectOf(options);
  return { maxAttempts: Number(maxAttempts), retryDelayMs: Number(retryDelay) };
}

function toAnswer(
  outcome: StepOutcome<AxiosResponse>,
  { attempts, latencyMs, maxBytes }: { attempts: number; latencyMs: number; maxBytes: number },
): StepOutcome<TemplateAnswer> {
  const response = outcome.ok ? outcome.value : responseIn(outcome.error);
  if (Buffer.byteLength(String(response?.data ?? '')) > maxBytes) {
    const message = 'The response is too large';
    return { ok: false, error: { status: 413, message, attempts, errorSource: 'APP' }, latencyMs };
  }
  if (outcome.ok) return { ok: true, value: answerFrom(outcome.value), latencyMs };
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
  if (outcome.ok) return false;
  const status = responseIn(outcome.error)?.status;
  return status === undefined || status === 429 || status >= 500;
}
