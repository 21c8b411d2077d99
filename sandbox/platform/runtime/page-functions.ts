import type { Dispatcher } from './dispatcher';
import type { Envelope } from './envelope';
import type { Installation } from '../package/installation';
import type { InvocationResult } from './invocation-result';
import { isJsonObject, jsonBytes, type JsonObject } from '../../support/json-value';
import type { Limits } from '../limits';
import { Refusal } from '../refusal';
import type { UsageMeter } from '../usage-meter';

/** The result of `client.request.invoke` in a page. */
export type FunctionAnswer =
  | { readonly ok: true; readonly response: unknown }
  | { readonly ok: false; readonly status: number; readonly message: string };

/** The result of a function call. */
export interface FunctionResult {
  readonly answer: FunctionAnswer;
  /** The invocation; null if the platform refused the call. */
  readonly invocation: InvocationResult | null;
}

/** The context of function calls. */
export interface FunctionContext {
  readonly functions: ReadonlyMap<string, number | null>;
  readonly installation: Installation;
  readonly limits: Limits;
  readonly usage: UsageMeter;
  readonly dispatch: Dispatcher;
  readonly envelope: Envelope;
}

/** Calls one of the package's functions as a page does; never rejects. */
export async function callFunction(
  name: string,
  args: JsonObject,
  context: FunctionContext,
): Promise<FunctionResult> {
  const { functions, installation, limits, dispatch } = context;
  const iparams = installation.iparams();
  const payload = { ...args, ...withoutEvent(context.envelope(name, iparams)) };
  const refusal = refusalOf(name, { ...args, iparams }, context);
  if (refusal !== null) return { answer: { ok: false, ...refusal }, invocation: null };
  const limitMs = functions.get(name) ?? limits.invocationMs;
  const invocation = await dispatch({ event: name, handler: name, payload, limitMs, mustRender: true });
  return { answer: answerIn(invocation), invocation };
}

function withoutEvent(envelope: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(envelope).filter(([key]) => key !== 'event'));
}

function refusalOf(
  name: string,
  args: JsonObject,
  { functions, installation, limits, usage }: FunctionContext,
): { status: number; message: string } | null {
  try {
    usage.take('function', limits.functionsPerMinute);
    if (installation.phase() !== 'installed') throw new Refusal(403, 'The app is not installed');
    if (!functions.has(name)) throw new Refusal(404, 'Requested function not found or registered');
    if (jsonBytes(args) > limits.functionArgsBytes)
      throw new Refusal(413, 'The payload is larger than 100 KB');
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

function answerIn({ outcome, rendered, error }: InvocationResult): FunctionAnswer {
  if (outcome === 'failed') return { ok: false, status: 500, message: error ?? 'Internal error' };
  if (outcome !== 'done' || rendered === undefined) {
    return { ok: false, status: 504, message: 'Timeout error while processing the request' };
  }
  return isNothing(rendered.error) ? { ok: true, response: rendered.data } : refusalFrom(rendered.error);
}

function isNothing(error: unknown): boolean {
  return error === undefined || error === null;
}

function refusalFrom(error: unknown): FunctionAnswer {
  const { status = 400, message = 'Unknown error' } = isJsonObject(error) ? error : { message: error };
  return { ok: false, status: Number(status), message: String(message) };
}
