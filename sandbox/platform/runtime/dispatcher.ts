import type { Clock } from '../../support/clock';
import type { Network } from '../../network/network';
import type { AppLog } from './app-log';
import { createConsole } from './app-log';
import type { PlatformFaults } from '../faults';
import { Invocation } from './invocation';
import type { InvocationResult } from './invocation-result';
import { jsonCopy, type JsonObject } from '../../support/json-value';
import type { RuntimeSurroundings } from './package-runtime';
import type { RuntimePool } from './runtime-pool';
import type { StepHook, StepRunner } from '../../support/step';
import type { UsageMeter } from '../usage-meter';

/** One call into the package. */
export interface Dispatch {
  readonly event: string;
  readonly handler: string;
  readonly payload: JsonObject;
  readonly limitMs: number;
  readonly mustRender: boolean;
}

/** The context of invocations, and their listener. */
export interface DispatcherContext {
  readonly runtimes: RuntimePool;
  readonly clock: Clock;
  readonly network: Network;
  readonly faults: PlatformFaults;
  readonly usage: UsageMeter;
  readonly log: AppLog;
  readonly createGlobals: (runner: StepRunner) => JsonObject;
  readonly onStep: StepHook;
  readonly onEnd: (result: InvocationResult) => void;
  readonly onViolation: (invocation: number, text: string) => void;
}

/** Runs one call into the package to its end; never rejects. */
export type Dispatcher = (dispatch: Dispatch) => Promise<InvocationResult>;

/** Creates the function that runs each handler alone in its context. */
export function createDispatcher(context: DispatcherContext): Dispatcher {
  const { runtimes, clock, usage, onStep, onEnd, onViolation } = context;
  let lastId = 0;
  return async ({ event, handler, payload, limitMs, mustRender }) => {
    lastId += 1;
    const id = lastId;
    const invocation = new Invocation({
      id,
      event,
      handler,
      limitMs,
      mustRender,
      clock,
      onStep: (step) => {
        if (step.kind === 'http') usage.take('http');
        return onStep(step);
      },
      onViolation: (text) => onViolation(id, text),
    });
    const runtime = runtimes.take();
    const result = await invocation.run(() => {
      const exported = runtime.enter(surroundingsOf(invocation, context));
      const run = exported[handler] as (payload: unknown) => unknown;
      return run.call(exported, jsonCopy(payload));
    });
    if (isOver(result)) runtimes.release(runtime);
    onEnd(result);
    return result;
  };
}

/** Whether none of the invocation's code can still run, so that its context may be reused. */
function isOver({ outcome, steps }: InvocationResult): boolean {
  return (outcome === 'done' || outcome === 'failed') && steps.every(({ result }) => result !== 'unsettled');
}

function surroundingsOf(invocation: Invocation, context: DispatcherContext): RuntimeSurroundings {
  const { clock, network, faults, log } = context;
  return {
    globals: {
      ...context.createGlobals(invocation),
      renderData: (error?: unknown, data?: unknown) => invocation.renderData(error, data),
      console: createConsole((level, text) => {
        log.add({ at: clock.now(), level, text, invocation: invocation.id });
      }),
    },
    now: () => clock.now() + faults.clockSkewMs,
    sendHttp: network.adapterFor(invocation),
  };
}
